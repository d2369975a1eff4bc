import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { PortalContractAsk } from '#shared/wire/portal-contract.ts';
import { transact } from '#server/db/transact.ts';
import type { Transaction } from '#server/db/connect.ts';
import { agentsToldOfContracts } from '#server/features/agent-notices/agent-notices.repository.ts';
import { notifyHeads } from '#server/features/agent-notices/notify-heads.ts';
import { appendEvents } from '#server/features/event-log/append-events.ts';
import { askPortal } from '#server/features/portals/ask-portal.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import {
  saveContractAsk,
  settleContractNotices,
} from '#server/features/portals/portal-contract-asks.repository.ts';
import { proveToken, type PortalDeps } from '#server/features/portals/prove-token.ts';
import { lockPortal } from '#server/features/portals/portals.repository.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';
import { portalRequesterId } from '#server/features/requesters/identity.ts';

/**
 * Keeps the contract that a portal's administrator names until an operator decides. Nobody looks here whether
 * there is such a contract, so that no answer can tell one number from another.
 *
 * Fails with `portal.not_proven`, `portal.not_admin`, or `portal.unavailable` where nobody could say either.
 */
export async function askPortalContract(
  deps: PortalDeps,
  app: PortalAppRow,
  asker: { readonly requesterId: string },
  { number, ...posted }: PortalContractAsk,
): Promise<Result<PortalRow, Problem>> {
  // the installer asks before the app counts as installed
  const form = { ...posted, serverEndpoint: undefined };
  const proven = await proveToken(deps, app, form, 'install');
  if (!proven.ok)
    return fail({
      code: proven.failure.kind === 'unavailable' ? 'portal.unavailable' : 'portal.not_proven',
    });
  const { memberId, userId, restUrl } = proven.value.identity;
  const place = { tenantId: app.tenantId, memberId };
  const requesterId = portalRequesterId(app.tenantId, memberId, userId);
  if (requesterId !== asker.requesterId) return fail({ code: 'portal.not_proven' });
  const called = { restUrl: restUrl ?? '', accessToken: posted.accessToken };
  const says = restUrl === undefined ? undefined : await askPortal(deps.portalHttp, called, userId);
  if (says?.isAdmin === undefined) return fail({ code: 'portal.unavailable' });
  if (!says.isAdmin) return fail({ code: 'portal.not_admin' });
  const at = new Date(deps.now());
  return transact(deps.db, async (tx) => {
    const portal = await lockPortal(tx, place);
    if (!portal) return fail<Problem>({ code: 'portal.not_proven' });
    // the number that holds already is no request to change it
    const asked = number === portal.contractNumber ? null : number;
    const who = { userId, askedBy: says.person.name ?? null };
    await saveContractAsk(tx, place, asked === null ? {} : { number: asked, ...who, askedAt: at });
    await tellHeads(tx, app.tenantId, asked !== null, at);
    await appendEvents(tx, app.tenantId, [
      {
        ticketId: null,
        kind: 'portal_contract_asked',
        at,
        actor: { kind: 'requester', id: requesterId },
        params: { portal: memberId, withdrawn: asked === null },
      },
    ]);
    return succeed(portal);
  });
}

/** One notice for all portals that wait, until it is seen; none where nothing waits any more. */
async function tellHeads(
  tx: Transaction,
  tenantId: string,
  waits: boolean,
  at: Date,
): Promise<void> {
  if (!waits) return settleContractNotices(tx, tenantId, at);
  const told = await agentsToldOfContracts(tx, tenantId);
  await notifyHeads(tx, { tenantId, kind: 'portal_contract_asked', at }, told);
}
