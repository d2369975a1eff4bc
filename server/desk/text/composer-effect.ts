import type { DeskTicket } from '#shared/wire/desk.ts';
import { isLive } from '#desk/text/clock-chip.ts';
import type { Words } from '#desk/text/words.ts';

export type AnswerKind = 'reply' | 'question' | 'note';

/** Who will see the text and what sending it does to the clock of this ticket. */
export function composerEffect({ say }: Words, kind: AnswerKind, ticket: DeskTicket): string {
  const live = isLive(ticket.clock);
  if (kind === 'note') return say(live ? 'composer.note' : 'composer.noteStill');
  const { email } = ticket.requester;
  const where = email ? say('composer.whereBoth', { email }) : say('composer.whereWidget');
  const counts = (ticket.firstResponseBy ?? ['reply']).includes(kind);
  const seen = say(`composer.${kind}`, { where });
  return `${seen} ${clockSentence(say, ticket, live, counts)}`;
}

function clockSentence(
  say: Words['say'],
  { clock }: DeskTicket,
  live: boolean,
  counts: boolean,
): string {
  if (!live) return say(clock.metAt ? 'composer.alreadyMet' : 'composer.noTerm');
  if (!counts) return say('composer.goesOn');
  return say(clock.state === 'breached' ? 'composer.stopsLate' : 'composer.stops');
}
