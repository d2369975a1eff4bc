import { html } from 'hono/html';
import { entitlementRules } from '#server/features/policy-page/entitlement-rules.ts';
import { firstResponseRules } from '#server/features/policy-page/first-response-rules.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { type Html, section } from '#server/features/policy-page/parts.ts';
import { resolutionRules } from '#server/features/policy-page/resolution-rules.ts';
import { clausesOf, ruleList } from '#server/features/policy-page/rule-list.ts';
import { toConfirm } from '#server/features/policy-page/to-confirm.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Who is supported, by when the first reply comes, and what is not promised; each by its clause. */
export function promisesSection(words: PageWords, pack: PolicyPack): Html {
  const rules = [
    ...entitlementRules(words, pack),
    ...firstResponseRules(words, pack),
    ...resolutionRules(words, pack),
  ];
  return section(
    words,
    { id: 'promises', title: words.say('promises.title'), clauses: clausesOf(rules) },
    html`${ruleList(words, rules)} ${toConfirm(words, pack, ['clocks', 'levels', 'stops'])}`,
  );
}
