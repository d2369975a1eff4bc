import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { CallFailure, CallPortal } from '#server/features/vendor-portal/call-vendor-portal.ts';
import { timelineOf } from '#server/features/vendor-portal/item-fields.ts';
import { markedSeq } from '#server/features/vendor-portal/portal-texts.ts';
import { pushed, unreadable, type Push, type Pushed } from '#server/features/vendor-portal/push.ts';
import type { ShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import { keepErased, recordsOf } from '#server/features/vendor-portal/records.repository.ts';
import { takeBack, wordsBelowTask } from '#server/features/vendor-portal/task-words.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import { vendorPortalWords } from '#server/features/vendor-portal/vendor-portal-words.ts';

/**
 * Takes the words of an erased ticket out of the portal; its records stay, and say nothing. What is below them is
 * looked for there, by our mark: what was told may be known to nobody here any more.
 */
export async function eraseInPortal(push: Push, shown: ShownTicket): Promise<Pushed> {
  const { deps, settings, tenantId, ticketId } = push;
  for (const record of await recordsOf(deps.db, tenantId, ticketId)) {
    const { type, remoteId } = record;
    const { item } = settings;
    // of which kind it was is not known any more: somebody has to look
    if (type === 'item' && !item) return fail({ kind: 'never', code: 'item_kind_unknown' });
    const erased =
      type === 'item' && item
        ? await eraseItem(push, shown, item, remoteId)
        : await eraseTask(push, shown, remoteId);
    if (!erased.ok) return erased;
    await keepErased(deps.db, record, new Date(deps.now()));
  }
  return pushed;
}

async function eraseItem(
  { call, settings }: Push,
  { number }: ShownTicket,
  item: NonNullable<VendorPortalSettings['item']>,
  id: number,
): Promise<Pushed> {
  const { entityTypeId } = item;
  const title = vendorPortalWords(settings.locale)('erased.title', { number });
  const emptied = Object.fromEntries(Object.keys(item.fields).map((name) => [name, '']));
  const fields = { ...emptied, title };
  const updated = await call('crm.item.update', { entityTypeId, id, fields });
  if (!updated.ok) return updated;
  const below = await ourComments(call, { ENTITY_ID: id, ENTITY_TYPE: timelineOf(item) });
  if (!below.ok) return below;
  for (const comment of below.value) {
    const gone = await call('crm.timeline.comment.delete', { id: comment });
    if (!gone.ok) return gone;
  }
  return pushed;
}

const pageRows = 50;
const mostPages = 20;
const listOfComments = z.array(
  z.object({ ID: z.coerce.number(), COMMENT: z.string().nullable().default('') }),
);

/** Numbers of what we said below an item. */
async function ourComments(
  call: CallPortal,
  filter: { readonly ENTITY_ID: number; readonly ENTITY_TYPE: string },
): Promise<Result<number[], CallFailure>> {
  const ours: number[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const listed = await call('crm.timeline.comment.list', {
      filter,
      order: { ID: 'DESC' },
      start: page * pageRows,
    });
    if (!listed.ok) return listed;
    const read = listOfComments.safeParse(listed.value);
    if (!read.success) return unreadable;
    const marked = read.data.filter(({ COMMENT: text }) => markedSeq(text ?? '') !== undefined);
    ours.push(...marked.map(({ ID }) => ID));
    if (read.data.length < pageRows) break;
  }
  return succeed(ours);
}

async function eraseTask(
  { call, settings }: Push,
  { number }: ShownTicket,
  taskId: number,
): Promise<Pushed> {
  const say = vendorPortalWords(settings.locale);
  const fields = { TITLE: say('erased.title', { number }), DESCRIPTION: say('erased.text') };
  const updated = await call('tasks.task.update', { taskId, fields });
  if (!updated.ok) return updated;
  const said = await wordsBelowTask(call, taskId);
  if (!said.ok) return said;
  for (const words of said.value) {
    if (markedSeq(words.text) === undefined) continue;
    const gone = await takeBack(call, taskId, words);
    if (!gone.ok) return gone;
  }
  return pushed;
}
