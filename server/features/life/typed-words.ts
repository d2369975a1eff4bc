import type { TicketAct } from '#shared/wire/ticket-act.ts';
import type { AnswerGiven } from '#server/policy/life/life-act.ts';

/** What somebody typed besides the words of a message, by its path in the request. */
export type TypedWords = Readonly<Record<string, string>>;

/** What an answer of the regulation points at. */
export const typedInAnswer = (answer: AnswerGiven | null | undefined): TypedWords =>
  Object.fromEntries(
    Object.entries(answer?.holds ?? {}).map(([name, value = '']) => [
      `answer.holds.${name}`,
      value,
    ]),
  );

/** What of it is told in words: the log takes none, and an erasure has to find them. */
export const wordsInAnswer = (answer: AnswerGiven | null | undefined): string | undefined =>
  [answer?.holds.workaround, answer?.holds.update].filter(Boolean).join('\n') || undefined;

/** What an act names in an agent's own words. */
export const typedInAct = (asked: TicketAct): TypedWords => ({
  ...(asked.act === 'escalate' ? { reason: asked.reason } : {}),
  ...('version' in asked && asked.version ? { version: asked.version } : {}),
  ...('ref' in asked && asked.ref ? { ref: asked.ref } : {}),
  ...('answer' in asked ? typedInAnswer(asked.answer) : {}),
});
