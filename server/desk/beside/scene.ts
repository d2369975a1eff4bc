import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Beside } from '#desk/beside/beside.ts';
import type { SideAct, SideSubject } from '#desk/beside/side-forms.ts';
import type { Words } from '#desk/text/words.ts';

/** What the sections beside a ticket are drawn from, and what their buttons do. */
export interface BesideScene {
  readonly words: Words;
  readonly ticket: DeskTicket;
  readonly beside: Beside;
  /** Zone of the agent who reads. */
  readonly readerZone: string;
  /** Opens the form of an act. */
  readonly open: (act: SideAct, subject?: SideSubject) => void;
}
