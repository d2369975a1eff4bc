import type { DeskTicket } from '#shared/wire/desk.ts';
import type { TicketActKind } from '#shared/wire/ticket-act.ts';
import type { FormAct } from '#desk/acts/act-forms.ts';

/** Acts that stand beside the ticket with their keys; on small screens the list has them too. */
const besides = ['start_diagnosis', 'diagnose', 'escalate'] as const;

/** Acts with a place of their own: the picker, the button, the line that says where the ticket stands. */
const placed: readonly TicketActKind[] = [
  'set_severity',
  'resolve',
  'take_up',
  'close_silent',
  'unmerge',
];

type Acts = Pick<DeskTicket, 'can' | 'life'>;

/** What the next steps of most tickets are: first the diagnosis, then what it leads to. */
export const shownActs = ({ can, life }: Acts): (typeof besides)[number][] =>
  besides.filter((act) => can.includes(act) && !(act === 'diagnose' && life.diagnosis?.finding));

/** Everything else that would do something now, in the order of a ticket's life. */
export const inMenu = ({ can, life }: Acts): TicketActKind[] =>
  can.filter((act) => !placed.includes(act) && !(act === 'assign' && life.assignee !== null));

/** A solution that has been told, or that nobody waits for, needs no more words, unless its cause asks for a kind of answer. */
export const needsForm = ({ clock, choices, watch }: DeskTicket, act: FormAct): boolean =>
  act !== 'resolve' || !(clock.metAt || watch) || choices.requiredAnswers.length > 0;
