import { z } from 'zod';
import { crmLink } from '#server/features/vendor-portal/item-fields.ts';
import { handedText, requestText, titleOf } from '#server/features/vendor-portal/portal-texts.ts';
import {
  keep,
  knownRecord,
  pushed,
  unreadable,
  type Push,
  type Pushed,
} from '#server/features/vendor-portal/push.ts';
import type { ShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import type { VendorPortalRecordRow } from '#server/features/vendor-portal/vendor-portal.table.ts';

const listOfTasks = z.object({ tasks: z.array(z.object({ id: z.coerce.number() })) });
const oneTask = z.object({
  task: z.object({ id: z.coerce.number(), status: z.string().default('') }),
});

/** A task for a ticket, made where there is none yet. @param key what it is for; see the column */
export async function ensureTask(
  push: Push,
  shown: ShownTicket,
  item: VendorPortalRecordRow | undefined,
  key: string,
): Promise<Pushed> {
  const { call, settings, tenantId, ticketId, event } = push;
  const { task, item: items } = settings;
  if (!task || (await knownRecord(push, key))) return pushed;
  const origin = `reglament:${tenantId}:${ticketId}:${key}`;
  const looked = await call('tasks.task.list', { filter: { XML_ID: origin }, select: ['ID'] });
  if (!looked.ok) return looked;
  const found = listOfTasks.safeParse(looked.value);
  if (!found.success) return unreadable;
  const [there] = found.data.tasks;
  if (there) {
    await keep(push, { key, type: 'task', remoteId: there.id, stage: '' });
    return pushed;
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
  const { id: remoteId, status: stage } = made.data.task;
  await keep(push, { key, type: 'task', remoteId, stage });
  return pushed;
}
