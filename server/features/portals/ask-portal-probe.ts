import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import { inTransaction } from '#server/db/transact.ts';
import type { Deps } from '#server/deps.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { boxedPortal } from '#server/features/portals/boxed-portal.ts';
import { askProbe } from '#server/features/probes/probes.repository.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Asks for a look at the portal of a request, where it names one on machines of the customer. */
export async function askPortalProbe(
  { db, ids, now }: Pick<Deps, 'db' | 'ids' | 'now'>,
  pack: PolicyPack,
  { tenantId, ticketId, answers }: AskedAbout,
): Promise<boolean> {
  const url = boxedPortal(pack, answers);
  if (url === undefined) return false;
  const asked = { tenantId, subject: 'portal', subjectId: ticketId } as const;
  await inTransaction(db, (tx) =>
    askProbe(tx, { ...asked, id: ids.next('prb'), url, askedAt: new Date(now()) }),
  );
  return true;
}

interface AskedAbout {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** The same when an agent asks again. Fails with `ticket.not_found` or `portal.not_named`. */
export async function probePortalAgain(
  deps: Deps,
  tenantId: string,
  ticketId: string,
): Promise<Result<void, Problem>> {
  const ticket = await findTicket(deps.db, tenantId, ticketId);
  const policy = ticket && deps.policies.edition(tenantId, ticket.edition);
  if (!policy) return fail({ code: 'ticket.not_found' });
  const { request } = await readThread(deps.db, tenantId, ticketId, false);
  const about = { tenantId, ticketId, answers: request.answers ?? {} };
  return (await askPortalProbe(deps, policy.pack, about))
    ? succeed(undefined)
    : fail({ code: 'portal.not_named' });
}
