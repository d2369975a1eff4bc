import { fail, succeed, type Result } from '#shared/result.ts';
import { accessScopes, type Locale } from '#shared/vocabulary.ts';
import type { DeskAccessList } from '#shared/wire/access.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { readAccess } from '#server/features/access/read-access.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';

/** Access of one ticket, and what its edition lets the desk ask for. Fails with `ticket.not_found`. */
export async function readDeskAccess(
  deps: Deps,
  place: Pick<TicketPlace, 'tenantId' | 'ticketId'>,
  locale: Locale,
): Promise<Result<DeskAccessList, Problem>> {
  const ticket = await findTicket(deps.db, place.tenantId, place.ticketId);
  const policy = ticket && deps.policies.edition(place.tenantId, ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });
  const read = await readAccess(deps, place, locale);
  if (!read.ok) return read;
  const { fields, secrets } = policy.pack.intake;
  return succeed({
    grants: read.value,
    scopes: [
      ...fields
        .filter(({ secret }) => secret)
        .map(({ id, label }) => ({ scope: id, label: label[locale] })),
      ...accessScopes.map((scope) => ({ scope, label: null })),
    ],
    longestDays: secrets.expireAfterDays,
  });
}
