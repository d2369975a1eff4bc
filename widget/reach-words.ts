import { translator } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/reach/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { TicketThread } from '#shared/wire/ticket.ts';
import { inLocale } from '#widget/in-locale.ts';

type Looked = NonNullable<TicketThread['told']['portal']>;

/** What is said of a portal that was not reached, in one language. */
export interface ReachWords {
  readonly locale: Locale;
  /** What was found, what to do about it, that the request stands all the same, and what the clause asks for. */
  readonly notReached: (portal: Looked) => string;
}

const catalogOf = inLocale<typeof en>({
  ru: () => import('#shared/i18n/reach/ru.ts'),
  uz: () => import('#shared/i18n/reach/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/reach/uz-cyrl.ts'),
  en: () => import('#shared/i18n/reach/en.ts'),
});

/** Fetches them: a chunk of its own a language, needed where a portal was not reached. */
export async function loadReachWords(locale: Locale): Promise<ReachWords> {
  const catalog = await catalogOf(locale);
  const say = translator(locale, catalog);
  /** Nothing of a code that a newer server has found. */
  const ifKnown = (key: string) => (key in catalog ? say(key as keyof typeof en) : '');
  return {
    locale,
    notReached: ({ outcome, reason, clause }) =>
      [
        say(outcome === 'refused' ? 'portal.notLooked' : 'portal.unreachable', {
          reason: ifKnown(`reason.${reason}`) || reason,
        }),
        ifKnown(`mend.${reason}`),
        say(clause === null ? 'portal.stays' : 'portal.rule'),
      ]
        .filter(Boolean)
        .join(' '),
  };
}
