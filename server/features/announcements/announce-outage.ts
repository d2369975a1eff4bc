import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Locale } from '#shared/vocabulary.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { announcements } from '#server/features/announcements/announcements.table.ts';
import { writeAnnouncement } from '#server/features/announcements/write-announcement.ts';
import { watchWords } from '#server/features/checks/watch-words.ts';

/** A check that fails again so soon tells nobody anew: customers would hear of every swing. */
const quietMs = 3_600_000;

/**
 * Tells every customer that a check of the platform fails, in the transaction that opens its incident. One
 * that they were told of less than an hour ago is shown again, and no letter goes out.
 */
export async function announceOutage(
  { ids }: Pick<Deps, 'ids'>,
  tx: Transaction,
  { tenantId, id: checkId, name }: Readonly<Record<'tenantId' | 'id' | 'name', string>>,
  at: Date,
): Promise<void> {
  const since = new Date(at.getTime() - quietMs);
  const [last] = await tx
    .select({ id: announcements.id })
    .from(announcements)
    .where(
      and(
        eq(announcements.tenantId, tenantId),
        eq(announcements.checkId, checkId),
        or(isNull(announcements.shownUntil), gt(announcements.shownUntil, since)),
      ),
    )
    .orderBy(desc(announcements.id))
    .limit(1);
  if (last) return showUntil(tx, tenantId, eq(announcements.id, last.id), null);
  const textIn = (locale: Locale) => {
    const say = watchWords(locale);
    return { title: say('outage.title', { name }), text: say('outage.text', { name }) };
  };
  const [ru, uz, en] = [textIn('ru'), textIn('uz'), textIn('en')];
  await writeAnnouncement(tx, {
    tenantId,
    id: ids.next('ann'),
    kind: 'outage',
    texts: { ru, uz, en },
    audience: { kind: 'all' },
    publishAt: at,
    checkId,
    createdBy: null,
    createdAt: at,
  });
}

/** The check works again, or is looked at no more: nobody is shown any more that it fails. */
export const endOutage = (
  tx: Transaction,
  tenantId: string,
  checkId: string,
  at: Date,
): Promise<void> =>
  showUntil(
    tx,
    tenantId,
    and(eq(announcements.checkId, checkId), isNull(announcements.shownUntil)),
    at,
  );

async function showUntil(
  tx: Transaction,
  tenantId: string,
  which: ReturnType<typeof and>,
  shownUntil: Date | null,
): Promise<void> {
  await tx
    .update(announcements)
    .set({ shownUntil })
    .where(and(eq(announcements.tenantId, tenantId), which));
}
