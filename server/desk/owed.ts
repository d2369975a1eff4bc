import type { AppealList, FollowUpList } from '#shared/wire/after-resolution.ts';
import { succeed, type Result } from '#shared/result.ts';
import type { Language } from '#shared/vocabulary.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { loadPages } from '#desk/queue-pages.ts';
import type { OwedView } from '#desk/text/queue-views.ts';

/** What a desk owes besides its queue, as far as it was asked for: appeals to be heard, people to be contacted. */
export interface Owed {
  readonly appeals: Pick<AppealList, 'rows' | 'next'>;
  readonly contact: Pick<FollowUpList, 'rows' | 'next'>;
  /** ISO instant of the reading. */
  readonly now: string;
}

/**
 * Both lists at once; a follow-up that goes on by itself is nobody's work yet.
 *
 * @param wanted rows of each, as far as there are so many
 */
export async function readOwed(
  api: Pick<DeskApi, 'appeals' | 'followUps'>,
  vendor: string,
  locale: Language,
  wanted: Readonly<Record<OwedView, number>>,
): Promise<Result<Owed>> {
  const idOf = ({ ticket }: { readonly ticket: { readonly id: string } }) => ticket.id;
  const [appeals, contact] = await Promise.all([
    loadPages((after?: string) => api.appeals(vendor, locale, after), wanted.appeals, idOf),
    loadPages((after?: string) => api.followUps(vendor, 'person', after), wanted.contact, idOf),
  ]);
  if (!appeals.ok) return appeals;
  if (!contact.ok) return contact;
  return succeed({ appeals: appeals.value, contact: contact.value, now: contact.value.now });
}

/** How many rows of a view are known. */
export const owedCount = (owed: Owed | undefined, view: OwedView): number =>
  owed?.[view].rows.length ?? 0;
