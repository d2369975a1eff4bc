import { z } from 'zod';
import { succeed } from '#shared/result.ts';
import {
  act,
  note,
  type Applied,
  type NewsScene,
} from '#server/features/vendor-portal/act-by-news.ts';
import { applyComment, applyTaskWords } from '#server/features/vendor-portal/apply-words.ts';
import { unreadable } from '#server/features/vendor-portal/push.ts';
import { keepStage, recordAt } from '#server/features/vendor-portal/records.repository.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import type {
  VendorPortalNewsRow,
  VendorPortalRecordRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';
import { vendorPortalWords } from '#server/features/vendor-portal/vendor-portal-words.ts';

/**
 * Looks into what a portal told. It named a number and no more: what is true is read there. What people
 * write there stays at the desk as a note; it never reaches a requester by itself.
 */
export async function applyNews(scene: NewsScene, news: VendorPortalNewsRow): Promise<Applied> {
  if (news.kind === 'comment') return applyComment(scene, news);
  const type = news.kind === 'item' ? 'item' : 'task';
  const record = await recordAt(scene.deps.db, scene.tenantId, type, news.remoteId);
  if (!record) return succeed('strange');
  if (news.kind === 'task_comment') return applyTaskWords(scene, record);
  return news.kind === 'item' ? applyItem(scene, news, record) : applyTask(scene, news, record);
}

const readItem = z.object({ item: z.object({ stageId: z.string().default('') }) });

async function applyItem(
  scene: NewsScene,
  news: VendorPortalNewsRow,
  record: VendorPortalRecordRow,
): Promise<Applied> {
  const { deps, call, tenantId, settings } = scene;
  const { item } = settings;
  if (!item) return succeed('strange');
  const { entityTypeId } = item;
  const got = await call('crm.item.get', { entityTypeId, id: record.remoteId });
  if (!got.ok) return got;
  const read = readItem.safeParse(got.value);
  if (!read.success) return unreadable;
  const { stageId } = read.data.item;
  if (stageId === record.stage) return succeed('known');
  const ticket = await findTicket(deps.db, tenantId, record.ticketId);
  const ours = ticket && item.stages[ticket.status] === stageId;
  if (!ours && record.stage !== '') {
    const say = vendorPortalWords(settings.locale);
    const text = say('note.stage', { item: record.remoteId, stage: stageId });
    const noted = await note(scene, record.ticketId, text, `${news.sha256}:${stageId}`);
    if (noted !== 'noted') return succeed(noted);
  }
  await keepStage(deps.db, record, stageId);
  return succeed(ours || record.stage === '' ? 'known' : 'noted');
}

const readTask = z.object({ task: z.object({ status: z.coerce.string() }) });
const readResults = z.array(z.object({ text: z.string().default('') }));
const completed = '5';

async function applyTask(
  scene: NewsScene,
  news: VendorPortalNewsRow,
  record: VendorPortalRecordRow,
): Promise<Applied> {
  const { deps, call, tenantId, settings } = scene;
  const { ticketId, remoteId: taskId } = record;
  const got = await call('tasks.task.get', { taskId, select: ['ID', 'STATUS'] });
  if (!got.ok) return got;
  const read = readTask.safeParse(got.value);
  if (!read.success) return unreadable;
  const { status } = read.data.task;
  if (status === record.stage) return succeed('known');
  if (status !== completed) {
    await keepStage(deps.db, record, status);
    return succeed('known');
  }
  const listed = await call('tasks.task.result.list', { taskId });
  // an older box knows no results
  if (!listed.ok && listed.failure.kind !== 'never') return listed;
  const results = readResults.safeParse(listed.ok ? listed.value : []);
  const said = results.success ? results.data.map(({ text }) => text) : [];
  const line = vendorPortalWords(settings.locale)('note.done', { task: taskId });
  const key = `${news.sha256}:${status}`;
  const noted = await note(scene, ticketId, [line, ...said].join('\n\n'), key);
  if (noted !== 'noted') return succeed(noted);
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  const comesBack = record.key !== 'task' && ticket?.status === 'escalated';
  const back = comesBack && (await act(scene, ticketId, `${key}:return`, { act: 'return' }));
  await keepStage(deps.db, record, status);
  return succeed(back === 'noted' ? 'returned' : 'noted');
}
