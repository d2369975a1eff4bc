import { fail, succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { AccessGrantView } from '#shared/wire/access.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { listGrants, type GrantPlace } from '#server/features/access/access-grants.repository.ts';
import { grantView } from '#server/features/access/grant-view.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';

/**
 * Access of one ticket and where it stands, oldest first.
 *
 * @param place with a `requesterId` only where the ticket is theirs
 *
 * Fails with `ticket.not_found`.
 */
export async function readAccess(
  deps: Deps,
  place: Omit<GrantPlace, 'grantId'> & { readonly requesterId?: string },
  locale: Locale,
): Promise<Result<AccessGrantView[], Problem>> {
  const { tenantId, ticketId, requesterId } = place;
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  if (!ticket || (requesterId !== undefined && ticket.requesterId !== requesterId)) {
    return fail({ code: 'ticket.not_found' });
  }
  const policy = deps.policies.edition(tenantId, ticket.edition);
  const grants = await listGrants(deps.db, tenantId, ticketId);
  return succeed(grants.map((grant) => grantView(grant, policy, locale, deps.now())));
}

/** One of them. Fails with `ticket.not_found` or `access.not_found`. */
export async function readGrant(
  deps: Deps,
  place: GrantPlace,
  locale: Locale,
): Promise<Result<AccessGrantView, Problem>> {
  const read = await readAccess(deps, place, locale);
  if (!read.ok) return read;
  const grant = read.value.find(({ id }) => id === place.grantId);
  return grant ? succeed(grant) : fail({ code: 'access.not_found' });
}
