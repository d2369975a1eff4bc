import type { Locale } from '#shared/vocabulary.ts';
import { watchWords } from '#server/features/checks/watch-words.ts';
import type { CheckRow } from '#server/features/checks/checks.table.ts';
import type { PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import type { ProbeFinding } from '#server/http/probe/probe-finding.ts';

/** What a failed look found, in one sentence of the desk's language. */
export function failureWords(
  policies: PolicyRegistry,
  { tenantId, name, expectStatus }: CheckRow,
  finding: ProbeFinding,
  at: Date,
): string {
  const say = watchWords(deskLocale(policies, tenantId, at));
  switch (finding.outcome) {
    case 'reachable':
      return say('check.status', { name, status: finding.status, expected: expectStatus });
    case 'unreachable':
      return say(`check.${finding.reason}`, { name });
    case 'refused':
      return say('check.refused', { name });
  }
}

/** The language that a vendor writes first. */
export const deskLocale = (policies: PolicyRegistry, tenantId: string, at: Date): Locale =>
  policies.inForce(tenantId, at.getTime())?.pack.languages[0] ?? 'ru';
