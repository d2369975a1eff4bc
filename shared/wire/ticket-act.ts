import { z } from 'zod';
import { referenceForms } from '#shared/reference-forms.ts';
import { findings, severities } from '#shared/vocabulary.ts';
import { attachmentIds, messageText } from '#shared/wire/ticket.ts';
import { meantDay, meantInstant } from '#shared/wire/meant.ts';

const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);

const shownNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(?:[A-Z]{2,5}-)?\d{1,9}$/);

/** What the requester is told with an act; acts that have to be told are refused without it. */
const said = { text: messageText.optional(), attachments: attachmentIds };

/** When the requester hears more. */
const terms = { eta: meantInstant.optional(), nextUpdateBy: meantInstant.optional() };

const ofForm = (form: keyof typeof referenceForms) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^${referenceForms[form]}$`));
const version = ofForm('version');
const words = z.string().trim().min(1).max(2000);

/**
 * An answer of the regulation and what it points at: a version, a day, an article. What is told in words
 * is kept as a note.
 */
export const givenAnswer = z.strictObject({
  kind: name,
  holds: z
    .strictObject({
      version: version.optional(),
      update: words.optional(),
      date: meantDay.optional(),
      workaround: words.optional(),
      article: ofForm('article').optional(),
    })
    .default({}),
});

/**
 * What an agent can do with a ticket besides writing: one act of its life each. The regulation of the
 * ticket's edition allows or refuses it, with its clause.
 */
export const ticketAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('confirm_arrival') }),
  z.strictObject({ act: z.literal('start_diagnosis') }),
  z.strictObject({
    act: z.literal('diagnose'),
    finding: z.enum(findings),
    cause: name.optional(),
  }),
  z.strictObject({ act: z.literal('set_severity'), severity: z.enum(severities) }),
  z.strictObject({ act: z.literal('take_up') }),
  z.strictObject({ act: z.literal('assign'), to: name.nullable() }),
  z.strictObject({
    act: z.literal('escalate'),
    to: name,
    reason: z.string().trim().max(2000),
    ...terms,
    ...said,
  }),
  z.strictObject({ act: z.literal('inform'), ...terms, ...said }),
  z.strictObject({ act: z.literal('return') }),
  z.strictObject({
    act: z.literal('plan_release'),
    on: meantDay,
    version: version.optional(),
    ...said,
  }),
  z.strictObject({
    act: z.literal('ship_release'),
    version,
  }),
  z.strictObject({ act: z.literal('defer'), reason: name, ...said }),
  z.strictObject({ act: z.literal('refuse'), reason: name, ...said }),
  z.strictObject({ act: z.literal('refer'), cause: name, ...said }),
  z.strictObject({
    act: z.literal('hand_over'),
    to: name,
    ref: ofForm('ref').optional(),
    ...said,
  }),
  z.strictObject({ act: z.literal('decline'), ...said }),
  z.strictObject({ act: z.literal('settle'), outcome: z.enum(['done', 'noted']), ...said }),
  z.strictObject({ act: z.literal('resolve'), answer: givenAnswer.optional(), ...said }),
  z.strictObject({ act: z.literal('close_silent') }),
  z.strictObject({ act: z.literal('mark_spam') }),
  z.strictObject({ act: z.literal('reopen') }),
  z.strictObject({
    act: z.literal('answer_follow_up'),
    solved: z.boolean().optional(),
    score: z.int().min(1).max(5).optional(),
  }),
  z.strictObject({ act: z.literal('finish_follow_up') }),
  /** Recorded from a letter to whoever hears appeals; the words of the letter stay at the desk. */
  z.strictObject({ act: z.literal('appeal'), text: messageText.optional() }),
  z.strictObject({ act: z.literal('hear_appeal'), ...said }),
  /** The number of the other one, as people say it: `MOD-1042`, or `1042`. */
  z.strictObject({ act: z.literal('merge'), into: shownNumber }),
  z.strictObject({ act: z.literal('unmerge') }),
  z.strictObject({ act: z.literal('link'), to: shownNumber }),
]);
export type TicketAct = z.infer<typeof ticketAct>;
/** What a client sends: defaults may be left out. */
export type TicketActBody = z.input<typeof ticketAct>;

/** Acts by name. */
export const actKinds = ticketAct.options.map((option) => option.shape.act.value);
export type TicketActKind = TicketAct['act'];
