import type { Answer } from '#shared/wire/ticket.ts';
import type { PackField } from '#server/policy/pack.ts';

const limit = 120;

/** Answers that tell a ticket from another at a glance, best first. */
const telling = ['subject', 'got', 'question', 'did'];

/** One line for lists: the first sentence of the most telling answer, else the category's name. */
export function subjectOf(
  answers: Readonly<Record<string, Answer>>,
  fields: readonly PackField[],
  categoryLabel: string,
): string {
  const story = fields.filter(({ group }) => group === 'story').map(({ id }) => id);
  for (const id of [...telling, ...story]) {
    const answer = answers[id];
    const text = Array.isArray(answer) ? answer[0] : answer;
    if (text) return shorten(firstSentence(text));
  }
  return categoryLabel;
}

const firstSentence = (text: string): string =>
  (/^[^\n]+?(?=[.!?…](\s|$)|\n|$)/.exec(text)?.[0] ?? text).trim();

/** Cut between characters, never inside a pair. */
function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= limit
    ? text
    : `${letters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
