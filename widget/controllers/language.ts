import type { Locale } from '#shared/vocabulary.ts';
import { loadCatalog, wordsOf, type Words } from '#widget/words.ts';

/** The panel's words: the form's at once, those of the later screens when these are fetched. */
export interface Language {
  readonly words: Words | undefined;
  /** Whether receipt, list and conversation can be drawn. */
  readonly followUpReady: boolean;
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
  let form: object = {};
  let followUp: object | undefined;
  let words: Words | undefined;
  let wanted: Promise<void> | undefined;
  const settle = () => {
    if (locale) words = wordsOf(locale, { ...form, ...followUp });
    changed();
  };

  async function fetchFollowUp(): Promise<void> {
    for (;;) {
      try {
        const { defineFollowUp, loadFollowUpCatalog } = await import('#widget/follow-up.ts');
        if (!locale) return;
        followUp = await loadFollowUpCatalog(locale);
        defineFollowUp();
        return settle();
      } catch {
        await pause(retrySeconds);
      }
    }
  }

  const loadFollowUp = () => (wanted ??= fetchFollowUp());

  return {
    get words() {
      return words;
    },
    get followUpReady() {
      return followUp !== undefined;
    },
    async load(next) {
      if (next === locale) return;
      form = await loadCatalog(next);
      locale = next;
      if (wanted) await fetchFollowUp();
      settle();
    },
    loadFollowUp,
  };
}
