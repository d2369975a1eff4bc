import { languages, type Language } from '#shared/vocabulary.ts';
import { fieldsOf } from '#desk/sections/articles/editor-fields.ts';
import { textOf, type WrittenArticle } from '#desk/sections/articles/written-article.ts';
import type { WritingProblem } from '#desk/sections/articles/writing.ts';
import { refusedFields, type FieldErrors } from '#desk/sections/field-errors.ts';
import { frameWords } from '#desk/sections/frame-words.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';
import type { Words } from '#desk/text/words.ts';

/** What stands under which field. */
interface Marked {
  readonly errors: FieldErrors;
  /** Something of it belongs to no field. */
  readonly whole: boolean;
}

/**
 * Which fields of an article a problem is about, in whichever language they are.
 *
 * @param shown the language that is written now; where nothing is written yet, what it lacks is marked
 */
export function writtenErrors(
  words: Words,
  say: KnowledgeSay,
  {
    problem,
    written,
  }: { readonly problem: WritingProblem | undefined; readonly written: WrittenArticle },
  shown: Language,
): Marked {
  if (!problem) return { errors: {}, whole: false };
  if (!('lacking' in problem)) {
    const fields = languages.flatMap((locale) => fieldsOf(say, locale, false));
    return refusedFields(words, problem, fields);
  }
  const missing = frameWords(words.locale)('wrong.missing');
  const locale = problem.lacking ?? shown;
  const empty = (['title', 'body'] as const).filter(
    (part) => !textOf(written, locale, part).trim(),
  );
  return {
    errors: Object.fromEntries(empty.map((part) => [`${locale}.${part}`, missing])),
    whole: true,
  };
}
