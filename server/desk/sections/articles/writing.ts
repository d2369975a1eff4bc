import type { ReactiveControllerHost } from 'lit';
import type { DeskArticle } from '#shared/wire/articles.ts';
import { answerController } from '#desk/controllers/answer.ts';
import type { ArticlesApi } from '#desk/sections/articles/articles-api.ts';
import { saveArticle, type ArticleSaved } from '#desk/sections/articles/save-article.ts';
import {
  begunIn,
  blankArticle,
  lackingIn,
  withValue,
  writtenUpon,
  type WrittenArticle,
} from '#desk/sections/articles/written-article.ts';
import { writtenStore } from '#desk/sections/articles/written-store.ts';
import type { Language } from '#shared/vocabulary.ts';
import type { Problem } from '#shared/wire/problem.ts';

/** Why what was written is not stored yet. */
export type WritingProblem = Problem | { readonly lacking: Language | null };

interface Place {
  readonly api: ArticlesApi;
  /** Where it is kept in the tab. */
  readonly key: string;
  /** As it stands; undefined for a new one. */
  readonly article: DeskArticle | undefined;
  readonly task: string | undefined;
}

/** An article while it is written: kept at every touch, stored once, held against what others stored. */
export function writingController(host: ReactiveControllerHost, place: () => Place) {
  let written: WrittenArticle = blankArticle('');
  let theirs: DeskArticle | undefined;
  let problem: WritingProblem | undefined;
  const sending = answerController(host);
  const keep = (next: WrittenArticle) => {
    written = next;
    problem = undefined;
    writtenStore.write(place().key, next);
    host.requestUpdate();
  };
  const refuse = (why: WritingProblem) => {
    problem = why;
    host.requestUpdate();
  };
  const isBusy = () => ['sending', 'retrying'].includes(sending.state.phase);

  return {
    get written() {
      return written;
    },
    /** A version that somebody stored after this one was begun. */
    get theirs() {
      return theirs;
    },
    get problem() {
      return problem;
    },
    get phase() {
      return sending.state.phase;
    },
    get isBusy() {
      return isBusy();
    },
    begin(): void {
      const { key, article } = place();
      const made = crypto.randomUUID();
      written =
        writtenStore.read(key) ?? (article ? writtenUpon(article, made) : blankArticle(made));
      theirs = article && written.seen !== article.version ? article : undefined;
      problem = undefined;
    },
    /** Another text is another act: a repeated press of the old one may still arrive. */
    put: (name: string, value: string) =>
      keep(withValue(written, name, value, crypto.randomUUID())),
    /** The next press writes upon their version, which stays among the versions. */
    over(): void {
      if (!theirs) return;
      const seen = theirs.version;
      theirs = undefined;
      keep({ ...written, seen });
    },
    /** What has been stored; undefined where it has not, with the problem or their version, which is decided upon first. */
    async save(publishes: boolean): Promise<ArticleSaved | undefined> {
      if (isBusy() || theirs) return undefined;
      const [lacking = null] = lackingIn(written);
      if (lacking !== null || begunIn(written).length === 0) {
        refuse({ lacking });
        return undefined;
      }
      const { api, key, article, task } = place();
      keep(written);
      const saving = { id: article?.id, written, publishes, task };
      const done = await sending.send(() => saveArticle(api, saving));
      if (!done) return undefined;
      if (!done.ok) {
        refuse(done.failure);
        return undefined;
      }
      if ('theirs' in done.value) {
        ({ theirs } = done.value);
        host.requestUpdate();
        return undefined;
      }
      writtenStore.forget(key);
      return done.value;
    },
    drop(): void {
      sending.stop();
      writtenStore.forget(place().key);
    },
  };
}
