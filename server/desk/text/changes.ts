import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Words } from '#desk/text/words.ts';

/** What moved on since the agent saw the ticket, as one phrase: an act was refused because of it. */
export function changesBetween({ say }: Words, before: DeskTicket, after: DeskTicket): string {
  const known = new Set(before.messages.map(({ id }) => id));
  const count = after.messages.filter(({ id }) => !known.has(id)).length;
  const changes = [
    ...(before.receivedAt === null && after.receivedAt !== null ? [say('changes.received')] : []),
    ...(before.status === after.status
      ? []
      : [say('changes.status', { status: say(`status.${after.status}`) })]),
    ...(before.severity === after.severity
      ? []
      : [say('changes.severity', { severity: say(`severity.${after.severity}`) })]),
    ...(count > 0 ? [say('changes.messages', { count })] : []),
  ];
  return changes.length > 0 ? changes.join(', ') : say('ticket.changedUnknown');
}

/** Why an act was refused: what moved on, or only that something did where the ticket did not come. */
export const changedNotice = (words: Words, before: DeskTicket, after?: DeskTicket): string =>
  words.say('ticket.changed', {
    changes: after ? changesBetween(words, before, after) : words.say('ticket.changedUnknown'),
  });
