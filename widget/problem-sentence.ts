import { fillMessage } from '#shared/i18n/catalog.ts';
import type { ProblemCatalog } from '#shared/i18n/problems/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { ApiFailure } from '#widget/api/answer.ts';
import { inLocale } from '#widget/in-locale.ts';

const catalogOf = inLocale<ProblemCatalog>({
  ru: () => import('#shared/i18n/problems/ru.ts'),
  uz: () => import('#shared/i18n/problems/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/problems/uz-cyrl.ts'),
  en: () => import('#shared/i18n/problems/en.ts'),
});

/** The sentence of a refusal; its catalog is fetched only when something was refused. */
export async function problemSentence(locale: Locale, failure: ApiFailure): Promise<string> {
  if (failure.code === 'offline') return '';
  const catalog = await catalogOf(locale);
  const { params } = failure as Problem;
  // the desk's problems have none here, nor those that only a newer server knows
  const { [failure.code as keyof typeof catalog]: message = catalog['service.fault'] } = catalog;
  const sentence = fillMessage(locale, message, params);
  // somebody on the way takes no more, and nobody knows its limit
  return params ? sentence : sentence.replace(/: [^:]*\{limitBytes\}.*/, '.');
}
