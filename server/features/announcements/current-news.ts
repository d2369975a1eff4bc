import { partsIn } from '#shared/i18n/cyrillic.ts';
import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { CurrentNews } from '#shared/wire/announcements.ts';
import type { Database } from '#server/db/connect.ts';
import { announcements } from '#server/features/announcements/announcements.table.ts';
import { worksOf } from '#server/features/announcements/works-of.ts';

const shownAtMost = 3;
/** Newer ones than these are not looked through. */
const readAtMost = 50;

/** What is known of a reader, as far as audiences go. */
export interface NewsReader {
  readonly plan: string | null;
  readonly organisation: string | null;
}

/**
 * What a reader is told of now, the newest first: news for everybody, and what is for their plan or
 * organisation. News for a version is left to letters: which one a reader has is not known here.
 *
 * @param at epoch milliseconds
 * @param reader null for somebody nobody knows
 */
export async function currentNews(
  db: Database,
  tenantId: string,
  locale: Locale,
  at: number,
  reader: NewsReader | null = null,
): Promise<CurrentNews[]> {
  const now = new Date(at);
  const rows = await db
    .select()
    .from(announcements)
    .where(
      and(
        eq(announcements.tenantId, tenantId),
        isNull(announcements.withdrawnAt),
        lte(announcements.publishAt, now),
        or(
          gt(announcements.shownUntil, now),
          and(isNull(announcements.shownUntil), eq(announcements.kind, 'outage')),
        ),
      ),
    )
    .orderBy(desc(announcements.publishAt), desc(announcements.id))
    .limit(readAtMost);
  return rows
    .filter(({ audience }) => {
      if (audience.kind === 'plan') return reader?.plan === audience.plan;
      if (audience.kind === 'organisation') return reader?.organisation === audience.organisation;
      return audience.kind === 'all';
    })
    .slice(0, shownAtMost)
    .map(({ id, kind, texts, ...row }) => ({
      id,
      kind,
      ...partsIn(texts, locale),
      works: worksOf(row),
    }));
}
