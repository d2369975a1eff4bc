import { html } from 'hono/html';
import { afterRules } from '#server/features/policy-page/after-rules.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { type Html, section } from '#server/features/policy-page/parts.ts';
import { clausesOf, type Rule, ruleList } from '#server/features/policy-page/rule-list.ts';
import { toConfirm } from '#server/features/policy-page/to-confirm.ts';
import { workRules } from '#server/features/policy-page/work-rules.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

const maySayNothing = ['escalation', 'autoClose', 'followUp', 'appeal', 'security'] as const;

/** How a request is worked on, what ends it, and what can be done afterwards. */
export function courseSection(words: PageWords, pack: PolicyPack): Html {
  const { say } = words;
  const rules: Rule[] = [...workRules(words, pack), ...afterRules(words, pack)];
  const silent = maySayNothing.filter((part) => pack[part] === null);
  const what = silent.map((part) => say(`course.silent.${part}`)).join('; ');
  return section(
    words,
    { id: 'course', title: say('course.title'), clauses: clausesOf(rules) },
    html`${ruleList(words, rules)}
    ${silent.length === 0 ? '' : html`<p class="aside silent">${say('course.silent', { what })}</p>`}
    ${toConfirm(words, pack, ['queue', 'escalation', 'autoClose', 'followUp', 'reopen', 'appeal', 'security', 'proactive'])}`,
  );
}
