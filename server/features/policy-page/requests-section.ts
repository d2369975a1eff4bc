import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { type Html, section } from '#server/features/policy-page/parts.ts';
import { contentRules } from '#server/features/policy-page/request-contents.ts';
import { peopleRules } from '#server/features/policy-page/request-people.ts';
import { clausesOf, ruleList } from '#server/features/policy-page/rule-list.ts';
import { toConfirm } from '#server/features/policy-page/to-confirm.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** Who may ask and what has to be proven, and what a request has to hold. */
export function requestsSection(words: PageWords, pack: PolicyPack): Html {
  const { say } = words;
  const [people, contents] = [peopleRules(words, pack), contentRules(words, pack)];
  const clauses = clausesOf([...people, ...contents]);
  return section(
    words,
    { id: 'requests', title: say('requests.title'), clauses },
    html`<h3>${say('requests.who')}</h3>
      ${ruleList(words, people)}
      <h3>${say('requests.what')}</h3>
      ${ruleList(words, contents)}
      <p class="aside">
        ${say(`requests.completeness.${pack.intake.completeness}`)} ${say('requests.onlyNeeded')}
      </p>
      ${toConfirm(words, pack, ['requesters', 'entitlement', 'intake'])}`,
  );
}
