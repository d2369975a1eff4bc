import type { ArticleState } from '#shared/wire/articles.ts';

/** What the list of articles shows, as addresses name it; tasks are articles that somebody wished for. */
export const articleViews = ['all', 'draft', 'published', 'archived', 'tasks'] as const;
export type ArticleListView = (typeof articleViews)[number];

/** The view of an address; undefined where it names an article. */
export const viewOf = (item: string | undefined): ArticleListView | undefined =>
  item === undefined ? 'all' : articleViews.find((view) => view === item);

/** How an address names a view. */
export const itemOfView = (view: ArticleListView): string | undefined =>
  view === 'all' ? undefined : view;

/** Which articles a view holds; all of them without one. */
export const stateOf = (view: ArticleListView): ArticleState | undefined =>
  view === 'all' || view === 'tasks' ? undefined : view;

/** A wish for an article: its task, and the ticket that it was made in. */
export interface Wish {
  readonly task: string;
  readonly ticket: string;
}

const newItem = /^new(?:-(?<task>\w+)-(?<ticket>\w+))?$/;

/** The address of an article that is written anew, for a wish or for none. */
export const itemOfNew = (wish?: Wish): string =>
  wish === undefined ? 'new' : `new-${wish.task}-${wish.ticket}`;

/** The wish of an address of a new article: null without one; undefined where it is no such address. */
export function newOf(item: string): Wish | null | undefined {
  const found = newItem.exec(item);
  const { task, ticket } = found?.groups ?? {};
  if (task !== undefined && ticket !== undefined) return { task, ticket };
  return found ? null : undefined;
}
