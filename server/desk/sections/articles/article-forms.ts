import { mapResult } from '#shared/result.ts';
import type { ArticleLine, DeskArticle } from '#shared/wire/articles.ts';
import type { ArticleTaskList } from '#shared/wire/ideas.ts';
import type { ArticlesApi } from '#desk/sections/articles/articles-api.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import type { KnowledgeSay } from '#desk/sections/knowledge/knowledge-words.ts';

/** Asks once more before readers lose an article. */
export const archiveArticle = (
  say: KnowledgeSay,
  api: ArticlesApi,
  article: DeskArticle,
  title: string,
): FormSpec => ({
  title: say('article.archive'),
  submit: say('article.archive'),
  subject: title,
  note: say('article.archiveNote'),
  fields: () => [],
  send: async () => mapResult(await api.act(article, 'archive'), () => null),
});

/** Ends a task with an article that readers have already. */
export const finishTask = (
  say: KnowledgeSay,
  api: ArticlesApi,
  { id, subject }: ArticleTaskList['tasks'][number],
  published: readonly ArticleLine[],
): FormSpec => ({
  title: say('tasks.finish'),
  submit: say('tasks.finish'),
  subject,
  fields: () => [
    {
      kind: 'pick',
      name: 'article',
      label: say('tasks.article'),
      options: published.map(({ slug, title }) => ({ id: slug, label: title })),
    },
  ],
  send: async ({ article = '' }) => mapResult(await api.finishTask(id, article), () => null),
});
