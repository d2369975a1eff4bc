import { and, eq } from 'drizzle-orm';
import type { NoticeObstacle } from '#shared/vocabulary.ts';
import { claimLetters, type ClaimedLetter } from '#server/features/outbox/claim-letters.ts';
import type { Deps } from '#server/deps.ts';
import { noticeLeaseMs, obstacleOf } from '#server/features/outbox/notice-in-portal.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { portalNotice, type PortalNotice } from '#server/features/outbox/portal-notice.ts';
import { renderLetter } from '#server/features/outbox/render-letter.ts';
import { selectLetters, type LetterSource } from '#server/features/outbox/select-letters.ts';
import { holdLetter, postponeLetter, settleLetter } from '#server/features/outbox/settle-letter.ts';
import { callInTurn, type TurnFailure } from '#server/features/portals/call-in-turn.ts';
import {
  findPersonAtHome,
  type PersonAtHome,
} from '#server/features/portals/portal-people.repository.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';

type NoticeDeps = PortalDeps & Pick<Deps, 'policies' | 'publicUrl'>;

/** How an attempt ended: `later` counts as none, because the portal was not asked. */
type Ended =
  | { readonly kind: 'sent' }
  | { readonly kind: 'held'; readonly why: NoticeObstacle }
  | { readonly kind: 'later'; readonly until: Date }
  | { readonly kind: 'failed'; readonly code: string; readonly final: boolean };

const atOnce = 8;
/** A notice that found no turn for so long is given up, milliseconds: three days. */
const tooOldMs = 3 * 86_400_000;
/** Turns of a portal come one after the other, milliseconds. */
const spacingMs = 500;

/** What a portal says of an app that is gone. */
const goneCodes = new Set(['APPLICATION_NOT_FOUND', 'NOT_INSTALLED', 'PORTAL_DELETED']);
/** What another attempt would not change. */
const finalCodes = new Set([
  'ACCESS_DENIED',
  'ERROR_METHOD_NOT_FOUND',
  'PAYMENT_REQUIRED',
  'USER_ID_EMPTY',
  'MESSAGE_EMPTY',
  'user_access_error',
]);

/**
 * Shows some of the notices that wait inside their portals, the oldest first. One whose answer was lost is
 * shown again and takes its own place; none is lost.
 *
 * @returns how many were looked at; 0 when none waits
 */
export async function sendPortalNotices(deps: NoticeDeps): Promise<number> {
  const { db } = deps;
  const now = new Date(deps.now());
  const claim = { now, leaseMs: noticeLeaseMs, limit: atOnce, via: 'portal' } as const;
  const claimed = await claimLetters(db, claim);
  await Promise.all(
    claimed.map(async (letter, place) => {
      const ended = await send(deps, letter);
      const at = new Date(deps.now());
      if (ended.kind === 'held') return holdLetter(db, letter, ended.why);
      if (ended.kind === 'later')
        return postponeLetter(db, letter, new Date(ended.until.getTime() + place * spacingMs));
      if (ended.kind === 'sent') return settleLetter(db, letter, { sent: true }, at);
      const { tenantId, id, attempts } = letter;
      deps.log.warn({ tenantId, letter: id, attempts, code: ended.code }, 'notice not shown');
      return settleLetter(db, letter, { sent: false, ...ended }, at);
    }),
  );
  return claimed.length;
}

async function send(deps: NoticeDeps, { tenantId, id }: ClaimedLetter): Promise<Ended> {
  const [row] = await selectLetters(deps.db).where(
    and(eq(outbox.tenantId, tenantId), eq(outbox.id, id), eq(outbox.state, 'waiting')),
  );
  const app = await findPortalApp(deps.db, tenantId);
  const person = row?.ticket && (await findPersonAtHome(deps.db, tenantId, row.ticket.requesterId));
  if (!row || !app || !person) return { kind: 'held', why: 'no_person' };
  const why = obstacleOf(person);
  if (why) return { kind: 'held', why };
  const notice = noticeOf(deps, row, app, person);
  if (!notice) return { kind: 'failed', code: 'edition.unknown', final: false };
  const ended = await show(deps, app, person, notice);
  const old = row.entry.createdAt.getTime() + tooOldMs < deps.now();
  return ended.kind === 'later' && old ? { kind: 'failed', code: 'busy', final: true } : ended;
}

function noticeOf(
  deps: NoticeDeps,
  row: LetterSource,
  { code: app }: PortalAppRow,
  { userId }: PersonAtHome,
): PortalNotice | undefined {
  const rendered = renderLetter(deps, row, () => '');
  if (!rendered || !row.ticket) return undefined;
  const number = shownNumber(rendered.policy.pack, row.ticket.number);
  return portalNotice(rendered.letter, { app, number, userId });
}

async function show(
  deps: NoticeDeps,
  app: PortalAppRow,
  { portal }: PersonAtHome,
  notice: PortalNotice,
): Promise<Ended> {
  const token = await usableToken(deps, app, portal);
  if (!token.ok)
    return token.failure.kind === 'later'
      ? { kind: 'failed', code: 'oauth', final: false }
      : { kind: 'held', why: 'no_token' };
  const place = { restUrl: portal.restUrl ?? '', accessToken: token.value };
  const shown = await callInTurn(deps, app.tenantId, place, 'im.notify.system.add', notice);
  // it has no such person at work
  if (shown.ok)
    return shown.value === false ? { kind: 'held', why: 'no_person' } : { kind: 'sent' };
  const { failure } = shown;
  // the next attempt has a new one
  if (failure.kind === 'refused' && failure.code === 'expired_token')
    await usableToken(deps, app, portal, token.value);
  return notShown(failure);
}

function notShown(failure: TurnFailure): Ended {
  if (failure.kind === 'held') return { kind: 'later', until: failure.until };
  if (failure.kind !== 'refused') return { kind: 'failed', code: failure.kind, final: false };
  const { code } = failure;
  if (goneCodes.has(code)) return { kind: 'held', why: 'uninstalled' };
  if (code === 'insufficient_scope') return { kind: 'held', why: 'no_scope' };
  return { kind: 'failed', code: code.slice(0, 64), final: finalCodes.has(code) };
}
