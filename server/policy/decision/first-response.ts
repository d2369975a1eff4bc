import type { UnstatedReason } from '#shared/vocabulary.ts';
import { deskCovering } from '#server/policy/calendar/office-coverage.ts';
import { contractTerm, termsBySeverity } from './contract-term.ts';
import { type Due, dueBy, type DueQuestion } from './due.ts';
import type { Findings } from './findings.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { ResponseRuling } from './ruling.ts';

/**
 * The first response that is promised to a request, or the clause that is silent and why. Nothing
 * is invented: without hours, term or a valid contract there is no instant.
 */
export function firstResponseOf(policy: Policy, findings: Findings): ResponseRuling {
  const ruling = responseTo(policy, findings);
  const { kind } = policy.pack.clocks.firstResponse;
  const facts = kind === 'contract' || kind === 'level' ? termFacts(findings) : null;
  const bySeverity = facts && termsBySeverity(policy.pack, facts);
  return bySeverity ? { ...ruling, bySeverity } : ruling;
}

function responseTo(policy: Policy, findings: Findings): ResponseRuling {
  const { pack, desk } = policy;
  const { entitlement, question, route } = findings;
  if (entitlement.effect === 'contract_route') return silent(route.clause, 'contract_needed');
  if (entitlement.effect === 'register_and_inform') {
    return silent(entitlement.clause, 'not_covered');
  }

  const clock = pack.clocks.firstResponse;
  if (clock.kind === 'none') return silent(clock.clause, 'term_not_stated');
  const fixed = clock.kind === 'fixed';
  const target = fixed ? clock.target : contractTarget(pack, findings);
  if (!target) {
    return silent(clock.clause, clock.kind === 'level' ? 'level_unknown' : 'contract_sets_term');
  }
  const terms = {
    target,
    reading: clock.reading ?? 'clamped',
    hoursPerDay: fixed ? clock.hoursPerDay : undefined,
  } as const;
  if (!desk) return silent(pack.desk.clause, 'hours_not_stated', terms);
  if (route.kind === 'bridge') return silent(clock.clause, 'awaiting_channel', terms);
  const counted = deskCovering(desk, { region: question.region });
  return promised(clock.clause, dueBy(counted, { receivedAt: question.receivedAt, ...terms }));
}

/** What a clause promises by a due instant; nothing where a year it counts has no calendar and the policy refuses. */
export const promised = (clause: string, due: Due): ResponseRuling => ({
  clause,
  dueAt: due.refused ? null : due.dueAt,
  unstated: due.refused ? 'term_not_stated' : null,
  target: due.target,
  reading: due.reading,
  hoursPerDay: due.hoursPerDay,
  estimated: due.estimated,
  due,
});

/** A term that nobody vouches for is not counted by. */
const termFacts = ({ entitlement, question }: Findings) =>
  entitlement.state === 'entitled' ? question.requester.entitlement : null;

/** Only an agent makes a request other than normal. */
function contractTarget(pack: PolicyPack, findings: Findings) {
  const facts = termFacts(findings);
  return facts ? contractTerm(pack, facts, findings.question.severity ?? 'normal') : undefined;
}

type Terms = Omit<DueQuestion, 'receivedAt'>;

function silent(clause: string, unstated: UnstatedReason, terms?: Terms): ResponseRuling {
  const inDays = terms?.target.unit === 'businessDay';
  return {
    clause,
    dueAt: null,
    unstated,
    target: terms?.target ?? null,
    reading: inDays ? terms.reading : null,
    hoursPerDay: inDays ? (terms.hoursPerDay ?? null) : null,
    estimated: false,
    due: null,
  };
}
