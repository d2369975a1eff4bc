import type { AppealList, FollowUpList } from '#shared/wire/after-resolution.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { DeskApi } from '#desk/api/client.ts';
import type { OwedView } from '#desk/text/queue-views.ts';

/** What a desk owes besides its queue: appeals to be heard, people to be contacted. */
export interface Owed {
  readonly appeals: AppealList['rows'];
  readonly contact: FollowUpList['rows'];
  /** ISO instant of the reading. */
  readonly now: string;
}

/** Both lists at once; a follow-up that goes on by itself is nobody's work yet. */
export async function readOwed(
  api: Pick<DeskApi, 'appeals' | 'followUps'>,
  vendor: string,
  locale: Locale,
): Promise<Result<Owed>> {
  const [appeals, followUps] = await Promise.all([
    api.appeals(vendor, locale),
    api.followUps(vendor),
  ]);
  if (!appeals.ok) return appeals;
  if (!followUps.ok) return followUps;
  return succeed({
    appeals: appeals.value.rows.toSorted((a, b) => dueOrder(a.dueAt) - dueOrder(b.dueAt)),
    contact: followUps.value.rows.filter(({ state }) => state === 'person'),
    now: followUps.value.now,
  });
}

/** What has no term comes last. */
const dueOrder = (dueAt: string | null): number =>
  dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt);

export const owedCount = (owed: Owed | undefined, view: OwedView): number =>
  owed?.[view].length ?? 0;
