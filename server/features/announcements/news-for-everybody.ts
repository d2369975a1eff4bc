import type { Deps } from '#server/deps.ts';
import { isUnavailable } from '#server/db/unavailable.ts';
import { currentNews } from '#server/features/announcements/current-news.ts';
import type { NewsOf } from '#server/features/policy-page/news-notices.ts';

/** What the public page says; nothing while the database is away, because the regulation is read then too. */
export const newsForEverybody =
  ({ db }: Pick<Deps, 'db'>): NewsOf =>
  async (vendor, locale, at) => {
    try {
      return await currentNews(db, vendor, locale, at);
    } catch (error) {
      if (isUnavailable(error)) return [];
      throw error;
    }
  };
