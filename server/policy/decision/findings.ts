import type { Decision } from '#shared/wire/decision.ts';
import type { Entitlement } from './entitlement.ts';
import type { Question } from './question.ts';

/** What was found out about a request before the promise, the notices and the rights follow from it. */
export interface Findings {
  readonly question: Question;
  readonly entitlement: Entitlement;
  readonly missing: Decision['missing'];
  readonly guaranteed: boolean;
  readonly scope: Decision['scope'];
  readonly route: Decision['route'];
}
