import { z } from 'zod';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';
import { timelineOf } from '#server/features/vendor-portal/item-fields.ts';
import { commentText, markedSeq } from '#server/features/vendor-portal/portal-texts.ts';
import { pushed, unreadable, type Push, type Pushed } from '#server/features/vendor-portal/push.ts';
import type { ShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import {
  commentsOf,
  keepComment,
  recordsOf,
} from '#server/features/vendor-portal/records.repository.ts';
import { sayBelowTask, wordsBelowTask } from '#server/features/vendor-portal/task-words.ts';
import type { VendorPortalRecordRow } from '#server/features/vendor-portal/vendor-portal.table.ts';

/** Events that are told as a comment in somebody's words. */
export const spoken: Partial<Record<LoggedEvent['kind'], string>> = {
  replied: 'reply',
  asked: 'question',
  requester_replied: 'reply',
};

/** The message that an event tells of; undefined where it is told already, or there is none. */
async function untold(
  { deps, tenantId, ticketId, event }: Push,
  { messages }: ShownTicket,
): Promise<ShownTicket['messages'][number] | undefined> {
  const said = messages.find(
    ({ createdAt, kind }) =>
      Date.parse(createdAt) === event.at.getTime() && kind === spoken[event.kind],
  );
  if (!said) return undefined;
  const told = await commentsOf(deps.db, tenantId, ticketId);
  return told.some(({ seq }) => seq === event.seq) ? undefined : said;
}

const listOfComments = z.array(
  z.object({ ID: z.coerce.number(), COMMENT: z.string().nullable().default('') }),
);

/** Says below the item of a ticket what was said in it. */
export async function commentItem(
  push: Push,
  shown: ShownTicket,
  record: VendorPortalRecordRow,
): Promise<Pushed> {
  const { deps, call, settings, tenantId, ticketId, event, again } = push;
  const { item } = settings;
  const said = await untold(push, shown);
  const { seq } = event;
  if (!item || !said) return pushed;
  const place = { ENTITY_ID: record.remoteId, ENTITY_TYPE: timelineOf(item) };
  const keepIt = (remoteId: number) =>
    keepComment(deps.db, { tenantId, place: 'item', ticketId, remoteId, seq });
  if (again) {
    const looked = await call('crm.timeline.comment.list', {
      filter: place,
      order: { ID: 'DESC' },
    });
    if (!looked.ok) return looked;
    const found = listOfComments.safeParse(looked.value);
    if (!found.success) return unreadable;
    const there = found.data.find(({ COMMENT: text }) => markedSeq(text ?? '') === seq);
    if (there) {
      await keepIt(there.ID);
      return pushed;
    }
  }
  const added = await call('crm.timeline.comment.add', {
    fields: { ...place, COMMENT: commentText(shown, said, seq, settings) },
  });
  if (!added.ok) return added;
  const id = z.coerce.number().safeParse(added.value);
  if (!id.success) return unreadable;
  await keepIt(id.data);
  return pushed;
}

/** Says it below a task where tickets become no items: the ticket's own, else the one it was handed over by last. */
export async function commentTask(push: Push, shown: ShownTicket): Promise<Pushed> {
  const { deps, call, settings, tenantId, ticketId, event, again } = push;
  const tasks = (await recordsOf(deps.db, tenantId, ticketId)).filter(
    ({ type }) => type === 'task',
  );
  const task = tasks.find(({ key }) => key === 'task') ?? tasks.at(-1);
  const said = task && (await untold(push, shown));
  if (!said) return pushed;
  const { seq } = event;
  if (again) {
    const looked = await wordsBelowTask(call, task.remoteId);
    if (!looked.ok) return looked;
    if (looked.value.some(({ text }) => markedSeq(text) === seq)) {
      await keepComment(deps.db, { tenantId, place: 'log', ticketId, remoteId: seq, seq });
      return pushed;
    }
  }
  const added = await sayBelowTask(call, task.remoteId, commentText(shown, said, seq, settings));
  if (!added.ok) return added;
  await keepComment(deps.db, { tenantId, place: 'log', ticketId, remoteId: seq, seq });
  return pushed;
}
