import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Deps } from '#server/deps.ts';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';
import type { CallFailure, CallPortal } from '#server/features/vendor-portal/call-vendor-portal.ts';
import {
  crmLink,
  itemFields,
  originOf,
  timelineOf,
} from '#server/features/vendor-portal/item-fields.ts';
import {
  commentMark,
  commentText,
  handedText,
  requestText,
  titleOf,
} from '#server/features/vendor-portal/portal-texts.ts';
import {
  readShownTicket,
  type ShownTicket,
} from '#server/features/vendor-portal/read-shown-ticket.ts';
import {
  commentsOf,
  keepComment,
  keepRecord,
  keepStage,
  recordsOf,
} from '#server/features/vendor-portal/records.repository.ts';
import { eraseInPortal } from '#server/features/vendor-portal/erase-in-portal.ts';
import type { VendorPortalRecordRow } from '#server/features/vendor-portal/vendor-portal.table.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';

/** One event of a ticket on its way into the vendor's portal. */
export interface Push {
  readonly deps: Pick<Deps, 'db' | 'now' | 'policies' | 'publicUrl'>;
  readonly call: CallPortal;
  readonly tenantId: string;
  readonly settings: VendorPortalSettings;
  readonly ticketId: string;
  readonly event: LoggedEvent;
  /** It was tried before: what it made may stand there already. */
  readonly again: boolean;
}

type Pushed = Result<void, CallFailure>;
const done: Pushed = succeed(undefined);
const unreadable = fail({ kind: 'lost', code: 'answer_unreadable' } as const);

/** Events that are told below the item in somebody's words. */
const spoken: Partial<Record<LoggedEvent['kind'], string>> = {
  replied: 'reply',
  asked: 'question',
  requester_replied: 'reply',
};
const handing: readonly LoggedEvent['kind'][] = ['escalated', 'handed_over'];

/**
 * Brings one event into the vendor's portal. Whatever stands for the ticket there is looked for before it is
 * made: the same event again makes nothing twice, even where the answer of the first time was lost.
 */
export async function pushTicket(push: Push): Promise<Pushed> {
  const { deps, tenantId, ticketId, settings, event } = push;
  const shown = await readShownTicket(deps, tenantId, ticketId, settings);
  if (!shown) return done;
  if (shown.ticket.erasedAt) return eraseInPortal(push, shown);
  const item = await ensureItem(push, shown);
  if (!item.ok) return item;
  if (settings.everyTicketIsTask) {
    const task = await ensureTask(push, shown, item.value, 'task');
    if (!task.ok) return task;
  }
  if (handing.includes(event.kind) && settings.task) {
    const task = await ensureTask(push, shown, item.value, `handed-${event.seq}`);
    if (!task.ok) return task;
  }
  if (!item.value || event.kind === 'opened') return done;
  return event.kind in spoken
    ? addComment(push, shown, item.value)
    : updateItem(push, shown, item.value);
}

const listOfItems = z.object({ items: z.array(z.object({ id: z.number() })) });
const oneItem = z.object({ item: z.object({ id: z.number(), stageId: z.string().default('') }) });

/** The item of a ticket; undefined where tickets become none. */
async function ensureItem(
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
  if (there) return succeed(await keep(push, 'item', 'item', there.id, ''));
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
  const { id, stageId } = made.data.item;
  return succeed(await keep(push, 'item', 'item', id, stageId));
}

const listOfTasks = z.object({ tasks: z.array(z.object({ id: z.coerce.number() })) });
const oneTask = z.object({
  task: z.object({ id: z.coerce.number(), status: z.string().default('') }),
});

/** A task for a ticket. @param key what it is for; see the column */
async function ensureTask(
  push: Push,
  shown: ShownTicket,
  item: VendorPortalRecordRow | undefined,
  key: string,
): Promise<Pushed> {
  const { call, settings, tenantId, ticketId, event } = push;
  const { task, item: items } = settings;
  if (!task || (await knownRecord(push, key))) return done;
  const origin = `reglament:${tenantId}:${ticketId}:${key}`;
  const looked = await call('tasks.task.list', { filter: { XML_ID: origin }, select: ['ID'] });
  if (!looked.ok) return looked;
  const found = listOfTasks.safeParse(looked.value);
  if (!found.success) return unreadable;
  const [there] = found.data.tasks;
  if (there) {
    await keep(push, key, 'task', there.id, '');
    return done;
  }
  const added = await call('tasks.task.add', {
    fields: {
      TITLE: titleOf(shown),
      DESCRIPTION:
        key === 'task' ? requestText(shown, settings) : handedText(shown, event, settings),
      RESPONSIBLE_ID: task.responsibleId,
      GROUP_ID: task.groupId,
      DEADLINE: key === 'task' ? shown.ticket.dueAt?.toISOString() : undefined,
      UF_CRM_TASK: item && items ? [crmLink(items, item.remoteId)] : undefined,
      XML_ID: origin,
    },
  });
  if (!added.ok) return added;
  const made = oneTask.safeParse(added.value);
  if (!made.success) return unreadable;
  await keep(push, key, 'task', made.data.task.id, made.data.task.status);
  return done;
}

async function updateItem(
  { deps, call, settings }: Push,
  shown: ShownTicket,
  record: VendorPortalRecordRow,
): Promise<Pushed> {
  const { item } = settings;
  if (!item) return done;
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
  return done;
}

const listOfComments = z.array(
  z.object({ ID: z.coerce.number(), COMMENT: z.string().nullable().default('') }),
);

async function addComment(
  { deps, call, settings, tenantId, ticketId, event, again }: Push,
  { messages }: ShownTicket,
  record: VendorPortalRecordRow,
): Promise<Pushed> {
  const { item } = settings;
  const said = messages.find(
    ({ createdAt, kind }) =>
      Date.parse(createdAt) === event.at.getTime() && kind === spoken[event.kind],
  );
  const { seq } = event;
  if (!item || !said) return done;
  const told = await commentsOf(deps.db, tenantId, ticketId);
  if (told.some((comment) => comment.seq === seq)) return done;
  const place = { ENTITY_ID: record.remoteId, ENTITY_TYPE: timelineOf(item) };
  const keepIt = (remoteId: number) => keepComment(deps.db, { tenantId, ticketId, remoteId, seq });
  if (again) {
    const looked = await call('crm.timeline.comment.list', {
      filter: place,
      order: { ID: 'DESC' },
    });
    if (!looked.ok) return looked;
    const found = listOfComments.safeParse(looked.value);
    if (!found.success) return unreadable;
    const mark = `\n${commentMark(seq)}`;
    const there = found.data.find(({ COMMENT: text }) => text?.endsWith(mark));
    if (there) {
      await keepIt(there.ID);
      return done;
    }
  }
  const added = await call('crm.timeline.comment.add', {
    fields: { ...place, COMMENT: commentText(said, seq, settings) },
  });
  if (!added.ok) return added;
  const id = z.coerce.number().safeParse(added.value);
  if (!id.success) return unreadable;
  await keepIt(id.data);
  return done;
}

const knownRecord = async ({ deps, tenantId, ticketId }: Push, key: string) =>
  (await recordsOf(deps.db, tenantId, ticketId)).find((record) => record.key === key);

async function keep(
  { deps, tenantId, ticketId }: Push,
  key: string,
  type: VendorPortalRecordRow['type'],
  remoteId: number,
  stage: string,
): Promise<VendorPortalRecordRow> {
  const createdAt = new Date(deps.now());
  const record = { tenantId, ticketId, key, type, remoteId, stage, createdAt };
  await keepRecord(deps.db, record);
  return record;
}
