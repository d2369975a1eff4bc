import { problems } from '#desk/text/problems.ts';
import { fillMessage, translator, type Translate } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/guest/en.ts';
import { ru } from '#shared/i18n/guest/ru.ts';
import { uz } from '#shared/i18n/guest/uz.ts';
import { languages, type Language } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';

const catalogs = { ru, uz, en } as const;

/** The guest's page in one language. */
export interface GuestWords {
  readonly locale: Language;
  readonly say: Translate<keyof typeof en>;
  readonly problem: (problem: Problem) => string;
}

/** In the first language of the browser that we speak, else in Russian. */
export function guestWords(spoken: readonly string[]): GuestWords {
  const locale =
    spoken
      .map((tag) => languages.find((one) => tag.toLowerCase().startsWith(one)))
      .find((one) => one !== undefined) ?? 'ru';
  return {
    locale,
    say: translator(locale, catalogs[locale]) as Translate<keyof typeof en>,
    problem: ({ code, params }) => fillMessage(locale, problems[locale][code], params),
  };
}
