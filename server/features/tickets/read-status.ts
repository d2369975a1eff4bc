import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { TicketStanding } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import { isListedContact } from '#server/features/organisations/listed-contacts.ts';
import type { Identity } from '#server/features/requesters/identity.ts';
import { whereItGoesOn } from '#server/features/merging/where-it-goes-on.ts';
import { decisionInForce } from '#server/features/tickets/decision-in-force.ts';
import { findByShownNumber } from '#server/features/tickets/find-by-shown-number.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * How a request stands, by its number and without a word of it: for its submitter, and for persons
 * of its contract where the regulation tells them. For everybody else there is no such request.
 *
 * Fails with `identity.required` or `ticket.not_found`.
 *
 * @param shown `DDX-42`, or `42`
 */
export async function readStatus(
  deps: Deps,
  tenantId: string,
  identity: Identity,
  shown: string,
): Promise<Result<TicketStanding, Problem>> {
  if (identity.kind === 'nobody') return fail({ code: 'identity.required' });
  const found = await findByShownNumber(deps, tenantId, shown);
  if (!found) return fail({ code: 'ticket.not_found' });
  const { ticket, policy } = found;
  if (!(await mayRead(deps, policy.pack, identity, ticket))) {
    return fail({ code: 'ticket.not_found' });
  }
  const { firstResponse } = decisionInForce(ticket);
  const goesOnIn = await whereItGoesOn(deps, ticket);
  return succeed({
    number: shownNumber(policy.pack, ticket.number),
    status: ticket.status,
    createdAt: ticket.createdAt.toISOString(),
    receivedAt: ticket.receivedAt?.toISOString() ?? null,
    updatedAt: ticket.updatedAt.toISOString(),
    firstResponseDueAt: firstResponse.dueAt,
    firstRespondedAt: ticket.firstRespondedAt?.toISOString() ?? null,
    resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
    clause: policy.pack.requesters.status.clause ?? null,
    ...(goesOnIn ? { goesOnIn: goesOnIn.number } : {}),
    now: new Date(deps.now()).toISOString(),
  });
}

/** A person of the contract is known by an address that somebody vouches for. */
async function mayRead(
  { db }: Deps,
  { requesters }: PolicyPack,
  identity: Exclude<Identity, { kind: 'nobody' }>,
  { tenantId, requesterId, contract }: TicketRow,
): Promise<boolean> {
  if (requesterId === identity.requesterId) return true;
  if (requesters.status.to !== 'listed_contacts' || contract === null) return false;
  if (identity.kind !== 'token') return false;
  const { email, email_verified: verified } = identity.claims;
  return verified === true && email !== undefined && isListedContact(db, tenantId, contract, email);
}
