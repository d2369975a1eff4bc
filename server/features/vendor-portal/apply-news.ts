import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { agentActor, type Agent } from '#server/features/agents/agent.ts';
import { findAgent } from '#server/features/agents/agents.repository.ts';
import { actOnTicket } from '#server/features/life/act-on-ticket.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import type { CallFailure, CallPortal } from '#server/features/vendor-portal/call-vendor-portal.ts';
import { timelineOf } from '#server/features/vendor-portal/item-fields.ts';
import { isUnsure } from '#server/features/vendor-portal/pushes.repository.ts';
import {
  isTold,
  keepComment,
  keepStage,
  recordAt,
} from '#server/features/vendor-portal/records.repository.ts';
import type {
  VendorPortalNewsRow,
  VendorPortalRecordRow,
} from '#server/features/vendor-portal/vendor-portal.table.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import { vendorPortalWords } from '#server/features/vendor-portal/vendor-portal-words.ts';
import type { LifeAct } from '#server/policy/life/life-act.ts';

/** Where news are looked into. */
export interface NewsScene {
  readonly deps: Deps;
  readonly call: CallPortal;
  readonly tenantId: string;
  readonly settings: VendorPortalSettings;
}

/** `wait`: it may be an echo of something of which nobody knows yet whether it was told. */
type Outcome = 'noted' | 'returned' | 'known' | 'strange' | 'no_agent' | 'refused' | 'wait';
type Applied = Result<Outcome, CallFailure>;
const unreadable = fail({ kind: 'lost', code: 'answer_unreadable' } as const);

/** Through what an agent's act came here. */
const via = 'Bitrix24';
const longestNote = 10_000;

/**
 * Looks into what a portal told. It named a number and no more: what is true is read there. What people
 * write there stays at the desk as a note; it never reaches a requester by itself.
 */
export async function applyNews(scene: NewsScene, news: VendorPortalNewsRow): Promise<Applied> {
  if (news.kind === 'comment') return applyComment(scene, news);
  const record = await recordAt(scene.deps.db, scene.tenantId, news.kind, news.remoteId);
  if (!record) return succeed('strange');
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

const readComment = z.object({
  ENTITY_ID: z.coerce.number(),
  ENTITY_TYPE: z.string(),
  COMMENT: z.string().default(''),
  AUTHOR_ID: z.coerce.string().default(''),
});

async function applyComment(scene: NewsScene, news: VendorPortalNewsRow): Promise<Applied> {
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
  if (noted === 'noted') await keepComment(deps.db, { tenantId, remoteId, ticketId, seq: null });
  return succeed(noted);
}

const note = (scene: NewsScene, ticketId: string, text: string, key: string) =>
  act(scene, ticketId, key, (digest) => ({ act: 'note', digest }), text.slice(0, longestNote));

/** Does something as the agent whose acts the portal's are. The same news again does it once. */
async function act(
  { deps, tenantId, settings }: NewsScene,
  ticketId: string,
  newsKey: string,
  asked: LifeAct | ((digest: string | null) => LifeAct),
  text?: string,
): Promise<Extract<Outcome, 'noted' | 'no_agent' | 'refused'>> {
  const found = await findAgent(deps.db, tenantId, settings.agent);
  if (!found) return 'no_agent';
  const agent: Agent = { id: found.id, name: found.name, via };
  const idempotencyKey = `b24:${newsKey}`;
  const key = { idempotencyKey, requestHash: sha256(JSON.stringify([ticketId, newsKey])) };
  const done = await actOnTicket(
    deps,
    { tenantId, ticketId },
    {
      actor: agentActor(agent),
      act: typeof asked === 'function' ? asked : () => asked,
      ...(text === undefined
        ? { key }
        : { words: { kind: 'note' as const, text, attachments: [], ...key } }),
    },
  );
  return done.ok ? 'noted' : 'refused';
}
