import type { Answer } from '#shared/wire/ticket.ts';
import type { PackField } from '#server/policy/pack.ts';

/** The words of a request in one text, without contact data: for search and letters. */
export const storyOf = (
  answers: Readonly<Record<string, Answer>>,
  fields: readonly PackField[],
): string =>
  fields
    .filter(({ group }) => group === 'story')
    .flatMap(({ id }) => answers[id] ?? [])
    .join('\n');
