import { commentItem, commentTask, spoken } from '#server/features/vendor-portal/push-comment.ts';
import { eraseInPortal } from '#server/features/vendor-portal/erase-in-portal.ts';
import { ensureItem, updateItem } from '#server/features/vendor-portal/push-item.ts';
import { ensureTask } from '#server/features/vendor-portal/push-task.ts';
import { pushed, type Push, type Pushed } from '#server/features/vendor-portal/push.ts';
import { readShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';

const handing: readonly LoggedEvent['kind'][] = ['escalated', 'handed_over'];

/**
 * Brings one event into the vendor's portal. Whatever stands for the ticket there is looked for before it is
 * made: the same event again makes nothing twice, even where the answer of the first time was lost.
 */
export async function pushTicket(push: Push): Promise<Pushed> {
  const { deps, tenantId, ticketId, settings, event } = push;
  const shown = await readShownTicket(deps, tenantId, ticketId, settings);
  if (!shown) return pushed;
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
  if (event.kind === 'opened') return pushed;
  const isSpoken = event.kind in spoken;
  if (item.value)
    return isSpoken ? commentItem(push, shown, item.value) : updateItem(push, shown, item.value);
  return isSpoken ? commentTask(push, shown) : pushed;
}
