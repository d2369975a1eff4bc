import { languages, type Language } from '#shared/vocabulary.ts';
import type { FormValues } from '#desk/sections/form-spec.ts';
import { frameWords } from '#desk/sections/frame-words.ts';

/**
 * Names the languages that still lack a part; empty where none does.
 *
 * @param parts as fields name them before the language: `title` of `title.ru`
 */
export function emptyLanguages(
  locale: Language,
  values: FormValues,
  parts: readonly string[],
): string {
  const say = frameWords(locale);
  const empty = languages.filter((one) => parts.some((part) => !values[`${part}.${one}`]?.trim()));
  const named = empty.map((one) => say(`languages.${one}`)).join(', ');
  return empty.length === 0 ? '' : say('languages.empty', { languages: named });
}
