import { fail, succeed, type Result } from '#shared/result.ts';
import type { TicketEventKind } from '#shared/ticket-events.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Transaction } from '#server/db/connect.ts';
import { transact } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import { logAgentAct } from '#server/features/agents/log-agent-act.ts';
import { contractsBy } from '#server/features/organisations/contract-facts.ts';
import {
  findContractAsk,
  saveContractAsk,
  settleContractNotices,
} from '#server/features/portals/portal-contract-asks.repository.ts';
import {
  changePortal,
  lockPortal,
  type PortalPlace,
} from '#server/features/portals/portals.repository.ts';
import { refusedSecret } from '#server/features/tickets/refuse-secret.ts';

type DecisionDeps = Pick<Deps, 'db' | 'now' | 'policies'>;

/** Of which portal an agent decides, and which version of its contract they saw. */
export interface DecidedPortal extends PortalPlace {
  readonly by: Agent;
  /** Undefined where they decide whatever is there. */
  readonly seen: number | undefined;
}

/**
 * Gives a portal its contract: the one that was asked for, or another. From then on every request from there has
 * it.
 *
 * Fails with `portal.not_found`, `portal.contract_changed` or `contract.not_found`.
 */
export const confirmPortalContract = (
  deps: DecisionDeps,
  portal: DecidedPortal,
  number: string,
): Promise<Result<void, Problem>> =>
  decide(deps, portal, 'portal_contract_confirmed', async (tx, place) => {
    const [contract] = await contractsBy(tx, place.tenantId, 'number', [number]);
    if (!contract) return fail({ code: 'contract.not_found' });
    await changePortal(tx, place, { contractNumber: number });
    await saveContractAsk(tx, place, {});
    return succeed({ contract: number });
  });

/**
 * Refuses the number that a portal's administrator named; a confirmed one goes on.
 *
 * Fails with `portal.not_found`, `portal.contract_changed`, `portal.no_contract_asked` or `field.secret_in_text`.
 */
export const refusePortalContract = (
  deps: DecisionDeps,
  portal: DecidedPortal,
  reason: string,
): Promise<Result<void, Problem>> =>
  decide(deps, portal, 'portal_contract_refused', async (tx, place, at) => {
    const told = refusedSecret(deps.policies.inForce(place.tenantId, deps.now())?.pack, { reason });
    if (told) return fail(told);
    const ask = await findContractAsk(tx, place);
    if (!ask || ask.number === null || ask.refusedAt !== null)
      return fail({ code: 'portal.no_contract_asked' });
    const { number, userId, askedBy, askedAt } = ask;
    await saveContractAsk(tx, place, {
      number,
      userId,
      askedBy,
      askedAt,
      refusedAt: at,
      refusal: reason,
    });
    return succeed({});
  });

/**
 * Takes the contract from a portal, and what was asked there; the next request has none.
 *
 * Fails with `portal.not_found` or `portal.contract_changed`.
 */
export const unbindPortalContract = (
  deps: DecisionDeps,
  portal: DecidedPortal,
): Promise<Result<void, Problem>> =>
  decide(deps, portal, 'portal_contract_unbound', async (tx, place) => {
    await changePortal(tx, place, { contractNumber: null });
    await saveContractAsk(tx, place, {});
    return succeed({});
  });

const decide = (
  { db, now }: DecisionDeps,
  { by, seen, ...place }: DecidedPortal,
  kind: TicketEventKind,
  act: (
    tx: Transaction,
    place: PortalPlace,
    at: Date,
  ) => Promise<Result<{ readonly contract?: string }, Problem>>,
): Promise<Result<void, Problem>> =>
  transact<void>(db, async (tx) => {
    const at = new Date(now());
    if (!(await lockPortal(tx, place))) return fail({ code: 'portal.not_found' });
    const version = (await findContractAsk(tx, place))?.version ?? 0;
    if (seen !== undefined && seen !== version) return fail({ code: 'portal.contract_changed' });
    const done = await act(tx, place, at);
    if (!done.ok) return done;
    await settleContractNotices(tx, place.tenantId, at);
    const params = { portal: place.memberId, ...done.value };
    await logAgentAct(tx, place.tenantId, { kind, by, at, params });
    return succeed(undefined);
  });
