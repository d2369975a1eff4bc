import type { Locale } from '#shared/vocabulary.ts';
import type { SuggestedArticle, SuggestedArticles } from '#shared/wire/articles.ts';
import type { Answer } from '#widget/api/answer.ts';

export interface SuggestionsDeps {
  /** Asks the server; `signal` says that nobody waits for the answer any more. */
  readonly ask: (question: string, signal: AbortSignal) => Promise<Answer<SuggestedArticles>>;
  /** Runs something after a pause in the writing; the function it gives calls that off. */
  readonly afterPause: (run: () => void) => () => void;
  readonly changed: () => void;
}

/** Articles for what somebody writes. A question that was overtaken is called off; one that failed changes nothing. */
export interface Suggestions {
  readonly articles: readonly SuggestedArticle[];
  /** Whether the words as they are have been answered. */
  readonly answered: boolean;
  /** Looks for articles once the writing pauses; nothing is asked twice in a language, and nothing for too few letters. */
  look(question: string, locale: Locale): void;
  stop(): void;
}

/** Letters below which nothing is looked for. */
const fewest = 4;

export function createSuggestions(deps: SuggestionsDeps): Suggestions {
  let articles: readonly SuggestedArticle[] = [];
  let looked = '';
  let spoken: Locale | undefined;
  let answered = false;
  let callOff: (() => void) | undefined;
  let asking: AbortController | undefined;

  const show = (next: readonly SuggestedArticle[], done: boolean) => {
    articles = next;
    answered = done;
    deps.changed();
  };

  async function ask(question: string) {
    const { signal } = (asking = new AbortController());
    const answer = await deps.ask(question, signal);
    if (signal.aborted) return;
    if (answer.ok) show(answer.value.articles, true);
    // the same words may be asked again with the next news
    else looked = '';
  }

  const stop = () => {
    callOff?.();
    asking?.abort();
  };

  return {
    get articles() {
      return articles;
    },
    get answered() {
      return answered;
    },
    look(question, locale) {
      if (question === looked && locale === spoken) return;
      stop();
      looked = question;
      spoken = locale;
      if (question.length < fewest) {
        if (articles.length > 0 || answered) show([], false);
      } else callOff = deps.afterPause(() => void ask(question));
    },
    stop,
  };
}
