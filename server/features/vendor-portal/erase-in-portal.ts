import { succeed } from '#shared/result.ts';
import type { CallPortal } from '#server/features/vendor-portal/call-vendor-portal.ts';
import { markedSeq } from '#server/features/vendor-portal/portal-texts.ts';
import type { Push, Pushed } from '#server/features/vendor-portal/push.ts';
import type { ShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import { commentsOf, recordsOf } from '#server/features/vendor-portal/records.repository.ts';
import { takeBack, wordsBelowTask } from '#server/features/vendor-portal/task-words.ts';
import { vendorPortalWords } from '#server/features/vendor-portal/vendor-portal-words.ts';

/** Takes the words of an erased ticket out of the portal; its records stay, and say nothing. */
export async function eraseInPortal(
  { deps, call, settings, tenantId, ticketId }: Push,
  { number }: ShownTicket,
): Promise<Pushed> {
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
    const silent = type === 'task' ? await takeAllBack(call, remoteId) : erased;
    if (!silent.ok) return silent;
  }
  for (const { remoteId, seq, place } of comments) {
    if (seq === null || place !== 'item') continue;
    const gone = await call('crm.timeline.comment.delete', { id: remoteId });
    // one that somebody deleted there is gone
    if (!gone.ok && gone.failure.kind !== 'never') return gone;
  }
  return succeed(undefined);
}

/** One that is gone already is not found any more; one that cannot be taken back is a failure. */
async function takeAllBack(call: CallPortal, taskId: number): Promise<Pushed> {
  const said = await wordsBelowTask(call, taskId);
  if (!said.ok) return said;
  for (const words of said.value) {
    if (markedSeq(words.text) === undefined) continue;
    const gone = await takeBack(call, taskId, words);
    if (!gone.ok) return gone;
  }
  return succeed(undefined);
}
