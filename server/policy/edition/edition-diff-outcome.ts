import type { EntitlementState, UnstatedReason } from '#shared/vocabulary.ts';
import type { Decision } from '#shared/wire/decision.ts';
import type { Ruling } from '#server/policy/decision/ruling.ts';

/** What a decision comes to, whichever clauses lead there. Lists are in one order. */
export interface Outcome {
  /** Due instant in epoch milliseconds, or why there is none. */
  readonly term: { readonly dueAt: number | null; readonly unstated: UnstatedReason | null };
  readonly entitlement: EntitlementState;
  readonly guaranteed: boolean;
  readonly scope: Decision['scope']['state'];
  readonly route: Decision['route']['kind'];
  /** Fields that are asked for. */
  readonly missing: readonly string[];
  /** `<action> <reason>` */
  readonly rights: readonly string[];
  readonly notices: readonly string[];
}

/** One part of an outcome that is another one; `category` where only one edition has the category at all. */
export type OutcomeChange =
  | { readonly aspect: 'category'; readonly from: boolean; readonly to: boolean }
  | {
      [Aspect in keyof Outcome]: {
        readonly aspect: Aspect;
        readonly from: Outcome[Aspect];
        readonly to: Outcome[Aspect];
      };
    }[keyof Outcome];

/** The outcome of a decision as it is stored. */
export function outcomeOfDecision(decision: Decision): Outcome {
  const { dueAt, unstated } = decision.firstResponse;
  return outcomeWith(decision, dueAt === null ? null : Date.parse(dueAt), unstated ?? null);
}

/** The same of a ruling, in numbers. */
export const outcomeOfRuling = (ruling: Ruling): Outcome =>
  outcomeWith(ruling, ruling.firstResponse.dueAt, ruling.firstResponse.unstated);

function outcomeWith(
  decided: Pick<Ruling, 'guaranteed' | 'scope' | 'route' | 'missing' | 'rights' | 'notices'> & {
    readonly entitlement: { readonly state: EntitlementState };
  },
  dueAt: number | null,
  unstated: UnstatedReason | null,
): Outcome {
  return {
    term: { dueAt, unstated },
    entitlement: decided.entitlement.state,
    guaranteed: decided.guaranteed,
    scope: decided.scope.state,
    route: decided.route.kind,
    missing: inOrder(decided.missing.map(({ field }) => field)),
    rights: inOrder(decided.rights.map(({ action, reason }) => `${action} ${reason}`)),
    // that a request came before its edition is a remark on the edition, not on the request
    notices: inOrder(
      decided.notices.map(({ code }) => code).filter((code) => code !== 'edition_not_yet_in_force'),
    ),
  };
}

const inOrder = (names: readonly string[]): string[] => [...new Set(names)].sort();

const aspects = [
  'term',
  'entitlement',
  'guaranteed',
  'scope',
  'route',
  'missing',
  'rights',
  'notices',
] as const satisfies readonly (keyof Outcome)[];

const sameTerm = (a: Outcome['term'], b: Outcome['term']): boolean =>
  a.dueAt === b.dueAt && a.unstated === b.unstated;

function same(a: Outcome[keyof Outcome], b: Outcome[keyof Outcome]): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if ('dueAt' in a || 'dueAt' in b) return 'dueAt' in a && 'dueAt' in b && sameTerm(a, b);
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Where two outcomes differ; empty where they are the same. */
export const outcomeChanges = (from: Outcome, to: Outcome): OutcomeChange[] =>
  aspects
    .filter((aspect) => !same(from[aspect], to[aspect]))
    .map((aspect) => ({ aspect, from: from[aspect], to: to[aspect] }) as OutcomeChange);

/** A change for a program: due instants as ISO 8601. */
export function changeJson(change: OutcomeChange): {
  readonly aspect: OutcomeChange['aspect'];
  readonly from: unknown;
  readonly to: unknown;
} {
  if (change.aspect !== 'term') return change;
  return { aspect: 'term', from: termJson(change.from), to: termJson(change.to) };
}

const termJson = ({ dueAt, unstated }: Outcome['term']) => ({
  dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
  ...(unstated ? { unstated } : {}),
});
