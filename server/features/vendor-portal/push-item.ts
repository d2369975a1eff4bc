import { z } from 'zod';
import { succeed, type Result } from '#shared/result.ts';
import type { CallFailure } from '#server/features/vendor-portal/call-vendor-portal.ts';
import { itemFields, originOf } from '#server/features/vendor-portal/item-fields.ts';
import {
  keep,
  knownRecord,
  pushed,
  unreadable,
  type Push,
  type Pushed,
} from '#server/features/vendor-portal/push.ts';
import type { ShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import { keepStage } from '#server/features/vendor-portal/records.repository.ts';
import type { VendorPortalRecordRow } from '#server/features/vendor-portal/vendor-portal.table.ts';

const listOfItems = z.object({ items: z.array(z.object({ id: z.number() })) });
const oneItem = z.object({ item: z.object({ id: z.number(), stageId: z.string().default('') }) });

/** The item of a ticket, made where there is none yet; undefined where tickets become none. */
export async function ensureItem(
  push: Push,
  shown: ShownTicket,
): Promise<Result<VendorPortalRecordRow | undefined, CallFailure>> {
  const { call, settings, tenantId, ticketId } = push;
  const { item } = settings;
  if (!item) return succeed(undefined);
  const { entityTypeId } = item;
  const known = await knownRecord(push, 'item');
  if (known) return succeed(known);
  const origin = originOf(item, `${tenantId}:${ticketId}`);
  const filter = Object.fromEntries(
    Object.entries(origin).map(([name, value]) => [`=${name}`, value]),
  );
  const looked = await call('crm.item.list', { entityTypeId, filter, select: ['id'] });
  if (!looked.ok) return looked;
  const found = listOfItems.safeParse(looked.value);
  if (!found.success) return unreadable;
  const [there] = found.data.items;
  const own = { key: 'item', type: 'item' } as const;
  if (there) return succeed(await keep(push, { ...own, remoteId: there.id, stage: '' }));
  const fields = {
    ...itemFields(settings, item, shown),
    ...origin,
    assignedById: item.assignedById,
    categoryId: item.categoryId,
    stageId: item.stages[shown.ticket.status],
  };
  const added = await call('crm.item.add', { entityTypeId, fields });
  if (!added.ok) return added;
  const made = oneItem.safeParse(added.value);
  if (!made.success) return unreadable;
  const { id: remoteId, stageId: stage } = made.data.item;
  return succeed(await keep(push, { ...own, remoteId, stage }));
}

/** Brings the fields and the stage of an item to where its ticket stands now. */
export async function updateItem(
  { deps, call, settings }: Push,
  shown: ShownTicket,
  record: VendorPortalRecordRow,
): Promise<Pushed> {
  const { item } = settings;
  if (!item) return pushed;
  const stageId = item.stages[shown.ticket.status];
  const fields = { ...itemFields(settings, item, shown), stageId };
  const updated = await call('crm.item.update', {
    entityTypeId: item.entityTypeId,
    id: record.remoteId,
    fields,
  });
  if (!updated.ok) return updated;
  // what comes back of it is no news
  if (stageId !== undefined) await keepStage(deps.db, record, stageId);
  return pushed;
}
