import { fail, mapResult, succeed, type Result } from '#shared/result.ts';
import type { DeskArticle } from '#shared/wire/articles.ts';
import type { ArticlesApi } from '#desk/sections/articles/articles-api.ts';
import { draftOf, isStored, type WrittenArticle } from '#desk/sections/articles/written-article.ts';

/** An article that has been stored, and whether its readers have it. */
export interface ArticleSaved {
  readonly id: string;
  readonly published: boolean;
}

/** What somebody else stored meanwhile. */
export interface ArticleChanged {
  readonly theirs: DeskArticle;
}

interface Saving {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly written: WrittenArticle;
  readonly publishes: boolean;
  /** Ends once readers have the article. */
  readonly task: string | undefined;
}

/** Stores an article, gives it to its readers and ends the task that it was written for. Again is harmless. */
export async function saveArticle(
  api: ArticlesApi,
  { id, written, publishes, task }: Saving,
): Promise<Result<ArticleSaved | ArticleChanged>> {
  const stored = await store(api, id, written);
  if (!stored.ok || 'theirs' in stored.value) return stored as Result<ArticleChanged>;
  const saved = { id: stored.value.id, published: publishes };
  if (!publishes) return succeed(saved);
  const shown = await api.act(stored.value, 'publish');
  if (!shown.ok) return shown;
  const finished = task === undefined ? shown : await api.finishTask(task, shown.value.slug);
  return finished.ok ? succeed(saved) : finished;
}

/** An answer that was lost makes no conflict: what is stored then is what was written. */
async function store(
  api: ArticlesApi,
  id: string | undefined,
  written: WrittenArticle,
): Promise<Result<Pick<DeskArticle, 'id' | 'version'> | ArticleChanged>> {
  const body = draftOf(written);
  if (id === undefined || written.seen === null)
    return mapResult(await api.create(body, written.key), ({ id: made }) => ({
      id: made,
      version: 1,
    }));
  const edited = await api.edit(id, body, written.seen);
  if (edited.ok) return edited;
  if (edited.failure.code !== 'article.changed') return fail(edited.failure);
  const newest = await api.read(id);
  if (!newest.ok) return newest;
  return succeed(isStored(written, newest.value) ? newest.value : { theirs: newest.value });
}
