import type { Locale } from '#shared/vocabulary.ts';
import type { laterScreen } from '#widget/elements/later-screens.ts';
import { loadCatalog, wordsOf, type Words } from '#widget/words.ts';

type LaterScreen = typeof laterScreen;

/** The panel's words: the form's at once, those of the later screens when these are fetched. */
export interface Language {
  readonly words: Words | undefined;
  /** Draws receipt, list and conversation, once it is there. */
  readonly later: LaterScreen | undefined;
  /** @throws when the form's words cannot be fetched */
  load(locale: Locale): Promise<void>;
  /** Fetches the later screens and their words, again and again until they are there. */
  loadFollowUp(): Promise<void>;
}

const retrySeconds = 3;

export function createLanguage(
  pause: (seconds: number) => Promise<void>,
  changed: () => void,
): Language {
  let locale: Locale | undefined;
  let wish: Locale | undefined;
  let form: object = {};
  let followUp: object | undefined;
  let later: LaterScreen | undefined;
  let words: Words | undefined;
  let wanted: Promise<void> | undefined;
  const settle = () => {
    if (locale) words = wordsOf(locale, { ...form, ...followUp });
    changed();
  };

  async function fetchFollowUp(): Promise<void> {
    for (;;) {
      try {
        const { defineFollowUp, laterScreen, loadFollowUpCatalog } =
          await import('#widget/follow-up.ts');
        const own = locale;
        if (!own) return;
        const catalog = await loadFollowUpCatalog(own);
        if (own !== locale) continue;
        followUp = catalog;
        defineFollowUp();
        later = laterScreen;
        return settle();
      } catch {
        await pause(retrySeconds);
      }
    }
  }

  const loadFollowUp = () => (wanted ??= fetchFollowUp());

  /** Of languages asked for in one breath the last one stays, whichever comes first. */
  async function load(next: Locale): Promise<void> {
    wish = next;
    if (next === locale) return;
    const catalog = await loadCatalog(next);
    if (next !== wish) return load(wish);
    form = catalog;
    locale = next;
    if (wanted) await fetchFollowUp();
    settle();
  }

  return {
    get words() {
      return words;
    },
    get later() {
      return later;
    },
    load,
    loadFollowUp,
  };
}
