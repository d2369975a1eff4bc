import { z } from 'zod';
import { succeed } from '#shared/result.ts';
import {
  note,
  type Applied,
  type NewsScene,
  type Outcome,
} from '#server/features/vendor-portal/act-by-news.ts';
import { timelineOf } from '#server/features/vendor-portal/item-fields.ts';
import { markedSeq } from '#server/features/vendor-portal/portal-texts.ts';
import { unreadable } from '#server/features/vendor-portal/push.ts';
import { isUnsure } from '#server/features/vendor-portal/pushes.repository.ts';
import {
  commentsOf,
  isTold,
  keepComment,
  recordAt,
} from '#server/features/vendor-portal/records.repository.ts';
import { wordsBelowTask, type TaskWords } from '#server/features/vendor-portal/task-words.ts';
import type {
  VendorPortalNewsRow,
  VendorPortalRecordRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';
import { vendorPortalWords } from '#server/features/vendor-portal/vendor-portal-words.ts';

const readComment = z.object({
  ENTITY_ID: z.coerce.number(),
  ENTITY_TYPE: z.string(),
  COMMENT: z.string().default(''),
  AUTHOR_ID: z.coerce.string().default(''),
});

/** A comment that somebody wrote below an item. */
export async function applyComment(scene: NewsScene, news: VendorPortalNewsRow): Promise<Applied> {
  const { deps, call, tenantId, settings } = scene;
  const { remoteId } = news;
  const { item } = settings;
  if (!item) return succeed('strange');
  if (await isTold(deps.db, tenantId, remoteId)) return succeed('known');
  const got = await call('crm.timeline.comment.get', { id: remoteId });
  if (!got.ok) return got;
  const read = readComment.safeParse(got.value);
  if (!read.success) return unreadable;
  const { ENTITY_ID: itemId, ENTITY_TYPE: type, COMMENT: text, AUTHOR_ID: person } = read.data;
  const record = await recordAt(deps.db, tenantId, 'item', itemId);
  // items of other kinds have the same numbers
  if (!record || type.toLowerCase() !== timelineOf(item)) return succeed('strange');
  const { ticketId } = record;
  if (await isUnsure(deps.db, tenantId, ticketId)) return succeed('wait');
  const line = vendorPortalWords(settings.locale)('note.comment', { person });
  const noted = await note(scene, ticketId, `${line}\n\n${text}`, news.sha256);
  if (noted === 'noted')
    await keepComment(deps.db, { tenantId, place: 'item', remoteId, ticketId, seq: null });
  return succeed(noted);
}

/** All that was said below a task since it was read last: an event more or less changes nothing. */
export async function applyTaskWords(
  scene: NewsScene,
  { ticketId, remoteId: taskId }: VendorPortalRecordRow,
): Promise<Applied> {
  const { deps, call, tenantId, settings } = scene;
  const keyOf = ({ place, id }: Pick<TaskWords, 'place' | 'id'>) => `${place}:${id}`;
  const comments = await commentsOf(deps.db, tenantId, ticketId);
  const told = new Set(comments.map(({ place, remoteId }) => `${place}:${remoteId}`));
  const isKnown = (words: TaskWords) => told.has(keyOf(words));
  const read = await wordsBelowTask(call, taskId, isKnown);
  if (!read.ok) return read;
  let outcome: Outcome = 'known';
  for (const words of read.value.toReversed()) {
    const { place, id: remoteId, author: person, text } = words;
    if (isKnown(words) || markedSeq(text) !== undefined) continue;
    const line = vendorPortalWords(settings.locale)('note.taskComment', { person, task: taskId });
    const body = text === '' ? line : `${line}\n\n${text}`;
    const noted = await note(scene, ticketId, body, `${ticketId}:${taskId}:${keyOf(words)}`);
    if (noted !== 'noted') return succeed(noted);
    await keepComment(deps.db, { tenantId, place, remoteId, ticketId, seq: null });
    outcome = 'noted';
  }
  return succeed(outcome);
}
