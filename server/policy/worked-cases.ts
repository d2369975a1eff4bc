import type { Decision } from '#shared/wire/decision.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Policy } from './packs.ts';
import type { PackCase } from '#server/policy/pack/cases.ts';
import type { Question } from '#server/policy/decision/question.ts';

/** What a worked case asks: everything is answered but what the case leaves out. */
export function questionOfCase({ pack, fields }: Policy, { given }: PackCase): Question {
  const left = new Set(given.unanswered);
  const files = pack.intake.fields.filter(({ kind }) => kind === 'attachment');
  return {
    receivedAt: Date.parse(given.receivedAt),
    arrival: given.arrival,
    category: given.category,
    answered: new Set([...fields.keys()].filter((id) => !left.has(id))),
    attachments: files.some(({ id }) => left.has(id)) ? 0 : 1,
    requester: given.requester,
  };
}

/** What the engine says to a worked case of a pack. */
export const askCase = (policy: Policy, worked: PackCase): Decision =>
  decisionOf(policy, questionOfCase(policy, worked));

/** The same facts that a case expects, taken from a decision: what the case does not name is left out. */
export function answerOf(policy: Policy, worked: PackCase, decision: Decision) {
  const { expect, given } = worked;
  const said = {
    entitlement: decision.entitlement.state,
    guaranteed: decision.guaranteed,
    missing: decision.missing.map(({ field }) => field),
    scope: decision.scope.state,
    route: decision.route.kind,
    dueAt: decision.firstResponse.dueAt,
    startsAt: decision.firstResponse.startsAt,
    unstated: decision.firstResponse.unstated,
    estimated: decision.firstResponse.estimated,
    clause: decision.firstResponse.clause,
    notices: expect.notices?.filter((code) => decision.notices.some((said) => said.code === code)),
    rights: expect.rights?.filter((id) => decision.rights.some(({ reason }) => reason === id)),
    openAtReceipt: policy.desk?.schedule.isOpen(Date.parse(given.receivedAt)) ?? null,
  };
  return Object.fromEntries(
    Object.keys(expect).map((key) => [key, said[key as keyof typeof said]]),
  );
}

/** A worked case that the engine answers otherwise. */
export interface FailedCase {
  /** Its place in the pack. */
  readonly index: number;
  readonly name: string;
  /** A sentence a fact, without an end. */
  readonly differences: readonly string[];
}

/** What the engine does not answer as a pack's author worked out by hand. */
export function failedCases(policy: Policy): FailedCase[] {
  return policy.pack.cases.flatMap((worked, index) => {
    const said = answerOf(policy, worked, askCase(policy, worked));
    const differences = Object.entries(worked.expect)
      .filter(([fact, expected]) => JSON.stringify(said[fact]) !== JSON.stringify(expected))
      .map(([fact, expected]) => `${fact} is ${shown(said[fact])}, expected ${shown(expected)}`);
    return differences.length > 0 ? [{ index, name: worked.name, differences }] : [];
  });
}

const shown = (fact: unknown): string => JSON.stringify(fact) ?? 'nothing';
