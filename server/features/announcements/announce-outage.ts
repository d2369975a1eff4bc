import type { Locale } from '#shared/vocabulary.ts';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { writeAnnouncement } from '#server/features/announcements/write-announcement.ts';
import { watchWords } from '#server/features/checks/watch-words.ts';

/** Tells every customer that a check of the platform fails, in the transaction that opens its incident. */
export async function announceOutage(
  { ids }: Pick<Deps, 'ids'>,
  tx: Transaction,
  { tenantId, name }: { readonly tenantId: string; readonly name: string },
  at: Date,
): Promise<void> {
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
    createdBy: null,
    createdAt: at,
  });
}
