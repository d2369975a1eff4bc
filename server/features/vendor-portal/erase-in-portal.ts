import { succeed, type Result } from '#shared/result.ts';
import type { CallFailure } from '#server/features/vendor-portal/call-vendor-portal.ts';
import type { Push } from '#server/features/vendor-portal/push-ticket.ts';
import type { ShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import { commentsOf, recordsOf } from '#server/features/vendor-portal/records.repository.ts';
import { vendorPortalWords } from '#server/features/vendor-portal/vendor-portal-words.ts';

/** Takes the words of an erased ticket out of the portal; its records stay, and say nothing. */
export async function eraseInPortal(
  { deps, call, settings, tenantId, ticketId }: Push,
  { number }: ShownTicket,
): Promise<Result<void, CallFailure>> {
  const say = vendorPortalWords(settings.locale);
  const title = say('erased.title', { number });
  const [records, comments] = await Promise.all([
    recordsOf(deps.db, tenantId, ticketId),
    commentsOf(deps.db, tenantId, ticketId),
  ]);
  for (const { type, remoteId } of records) {
    const { item } = settings;
    if (type === 'item' && !item) continue;
    const emptied = Object.fromEntries(Object.keys(item?.fields ?? {}).map((name) => [name, '']));
    const erased =
      type === 'item'
        ? await call('crm.item.update', {
            entityTypeId: item?.entityTypeId,
            id: remoteId,
            fields: { ...emptied, title },
          })
        : await call('tasks.task.update', {
            taskId: remoteId,
            fields: { TITLE: title, DESCRIPTION: say('erased.text') },
          });
    if (!erased.ok) return erased;
  }
  for (const { remoteId, seq } of comments) {
    if (seq === null) continue;
    const gone = await call('crm.timeline.comment.delete', { id: remoteId });
    // one that somebody deleted there is gone
    if (!gone.ok && gone.failure.kind !== 'never') return gone;
  }
  return succeed(undefined);
}
