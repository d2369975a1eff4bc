import { fail, succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { TicketConditions } from '#shared/wire/conditions.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Deps } from '#server/deps.ts';
import { readThread } from '#server/features/messages/messages.repository.ts';
import { contractsBy } from '#server/features/organisations/contract-facts.ts';
import {
  proofsOf,
  type RequesterProof,
} from '#server/features/requesters/requester-proofs.repository.ts';
import type { TicketRow } from '#server/features/tickets/tickets.table.ts';
import { findTicket } from '#server/features/tickets/tickets.repository.ts';
import { requestFlags, type RequestFlag } from '#server/policy/decision/request-flags.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * How the conditions besides the contract stand for a request, and what the contract behind it lacks.
 * Fails with `ticket.not_found`.
 */
export async function ticketConditions(
  { db, policies }: Deps,
  tenantId: string,
  ticketId: string,
  locale: Locale,
): Promise<Result<TicketConditions, Problem>> {
  const ticket = await findTicket(db, tenantId, ticketId);
  const pack = ticket && policies.edition(tenantId, ticket.edition)?.pack;
  if (!pack) return fail({ code: 'ticket.not_found' });
  const { request } = await readThread(db, tenantId, ticketId, false);
  const shown = standing(await proofsOf(db, tenantId, ticket.requesterId));
  const [contract] =
    ticket.contract === null ? [] : await contractsBy(db, tenantId, 'number', [ticket.contract]);
  const operator = pack.intake.fields.find(({ choicesFrom }) => choicesFrom === 'operators');
  const named = operator && request.answers?.[operator.id];
  const flags = requestFlags(pack, {
    conditions: Object.fromEntries([...shown].map(([id, { state }]) => [id, state])),
    operator: typeof named === 'string' ? named : undefined,
    contract: contract ?? null,
    installed: ticket.portal?.installed,
  });
  return succeed({
    conditions: pack.entitlement.conditions.map(({ id, text, clause, shownBy }) => {
      const proof =
        shownBy === 'installation' ? (byPortal(ticket) ?? shown.get(id)) : shown.get(id);
      return {
        id,
        text: text[locale],
        clause,
        state: proof?.state ?? 'unknown',
        shownBy: proof?.source ?? null,
        at: proof?.at.toISOString() ?? null,
      };
    }),
    flags: flags.map((flag) => ({ ...flag, ...refusalOf(pack, flag) })),
  });
}

/** An agent's finding stands above a requester's word. */
function standing(proofs: readonly RequesterProof[]): ReadonlyMap<string, RequesterProof> {
  const own = proofs.filter(({ source }) => source === 'requester');
  const found = proofs.filter(({ source }) => source === 'agent');
  return new Map([...own, ...found].map((proof) => [proof.subject, proof]));
}

/** What the portal of a request shows of the app: nobody's word stands above it. */
const byPortal = ({ portal, createdAt }: Pick<TicketRow, 'portal' | 'createdAt'>) =>
  portal && {
    state: portal.installed ? ('held' as const) : ('broken' as const),
    source: 'portal' as const,
    at: createdAt,
  };

function refusalOf({ entitlement }: PolicyPack, flag: RequestFlag): { refusal?: string } {
  const condition = entitlement.conditions.find(({ id, shownBy }) =>
    flag.code === 'operator_not_listed'
      ? shownBy === 'operator'
      : flag.code === 'condition_broken' && id === flag.condition,
  );
  return condition?.refusal === undefined ? {} : { refusal: condition.refusal };
}
