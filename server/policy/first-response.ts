import type { UnstatedReason } from '#shared/vocabulary.ts';
import type { Duration } from '#shared/wire/decision.ts';
import { type Due, dueBy } from './due.ts';
import type { Findings } from './findings.ts';
import type { Policy } from './packs.ts';
import type { ResponseRuling } from './ruling.ts';

/**
 * The first response that is promised to a request, or the clause that is silent and why. Nothing
 * is invented: without hours, term or a valid contract there is no instant.
 */
export function firstResponseOf(policy: Policy, findings: Findings): ResponseRuling {
  const { pack, desk } = policy;
  const { entitlement, question, route } = findings;
  if (entitlement.effect === 'contract_route') return silent(route.clause, 'contract_needed');
  if (entitlement.effect === 'register_and_inform') {
    return silent(entitlement.clause, 'not_covered');
  }

  const clock = pack.clocks.firstResponse;
  if (clock.kind === 'none') return silent(clock.clause, 'term_not_stated');
  const target = clock.kind === 'fixed' ? clock.target : contractTarget(findings);
  if (!target) {
    return silent(clock.clause, clock.kind === 'level' ? 'level_unknown' : 'contract_sets_term');
  }
  const reading = clock.reading ?? 'clamped';
  const terms = target.unit === 'businessDay' ? { target, reading } : { target };
  if (!desk) return { ...silent(pack.desk.clause, 'hours_not_stated'), ...terms };
  if (route.kind === 'bridge') return { ...silent(clock.clause, 'awaiting_channel'), ...terms };

  return promised(clock.clause, dueBy(desk, { receivedAt: question.receivedAt, target, reading }));
}

/** What a clause promises by a due instant; nothing where a year it counts has no calendar and the policy refuses. */
export function promised(clause: string, due: Due): ResponseRuling {
  const { target, reading, estimated } = due;
  const terms = reading === null ? { clause, target } : { clause, target, reading };
  return due.refused
    ? { ...terms, dueAt: null, unstated: 'term_not_stated', estimated, due }
    : { ...terms, dueAt: due.dueAt, estimated, due };
}

/** A term that nobody vouches for is not counted by. */
const contractTarget = ({ entitlement, question }: Findings): Duration | undefined =>
  entitlement.state === 'entitled' ? question.requester.entitlement?.firstResponse : undefined;

const silent = (clause: string, unstated: UnstatedReason): ResponseRuling => ({
  clause,
  dueAt: null,
  unstated,
  estimated: false,
  due: null,
});
