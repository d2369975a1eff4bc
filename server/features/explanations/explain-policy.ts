import { fail, succeed, type Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { Explanation } from '#shared/wire/explanation.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { bestQuestion, type BestQuestion } from '#server/policy/decision/best-question.ts';
import { explain } from '#server/policy/explain.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';

/** A question to a regulation in general. */
export interface PolicyQuestion extends BestQuestion {
  readonly vendor: string;
  readonly locale: Locale;
}

/**
 * What the edition in force says to a complete request of a customer in good standing, and why.
 *
 * Fails with `request.not_found` for an unknown vendor and `category.unknown`.
 */
export function explainPolicy(
  policies: PolicyRegistry,
  { vendor, locale, ...question }: PolicyQuestion,
): Result<Explanation, Problem> {
  const policy = policies.inForce(vendor, question.receivedAt);
  if (!policy) return fail({ code: 'request.not_found' });
  if (question.category !== undefined && !policy.categories.has(question.category)) {
    return fail({ code: 'category.unknown', fields: ['category'] });
  }
  return succeed(explain(policy, decisionOf(policy, bestQuestion(policy, question)), locale));
}
