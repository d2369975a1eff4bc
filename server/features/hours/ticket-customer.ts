import type { Database } from '#server/db/connect.ts';
import { plansOfOrganisation } from '#server/features/organisations/organisations.repository.ts';
import { requesterFactsOf } from '#server/features/requesters/requester-facts.ts';
import { findRequester } from '#server/features/requesters/requesters.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { PolicyRequester } from '#server/policy/decision/entitlement.ts';
import { planHeld, type HeldPlan } from '#server/policy/life/plan-held.ts';
import type { Policy } from '#server/policy/packs.ts';

/** For whom somebody works on a ticket. */
export interface TicketCustomer {
  /** Null where nobody vouches for an organisation, or it has no contract: a typed name proves nothing. */
  readonly organisationId: string | null;
  readonly held: HeldPlan | null;
  readonly requester: PolicyRequester;
}

/**
 * The organisation behind a ticket's requester, and the plan it has at an instant.
 *
 * @param at epoch milliseconds
 */
export async function ticketCustomer(
  db: Database,
  policy: Policy,
  ticket: TicketRow,
  at: number,
): Promise<TicketCustomer> {
  const { tenantId } = ticket;
  const row = await findRequester(db, tenantId, ticket.requesterId);
  if (!row) return nobody;
  const { question, contract } = await requesterFactsOf(db, policy, row, at);
  if (!contract) return { ...nobody, requester: { ...question, entitlement: null } };
  const { organisationId } = contract;
  const held = planHeld(policy, await plansOfOrganisation(db, tenantId, organisationId), at);
  return {
    organisationId,
    held,
    requester: { ...question, entitlement: held ? { plan: held.plan } : null },
  };
}

const nobody: TicketCustomer = {
  organisationId: null,
  held: null,
  requester: { proven: false, entitlement: null },
};
