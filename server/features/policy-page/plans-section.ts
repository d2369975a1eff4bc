import { html } from 'hono/html';
import { hoursAccounting } from '#server/features/policy-page/hours-accounting.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html, section } from '#server/features/policy-page/parts.ts';
import { priceLines } from '#server/features/policy-page/price-lines.ts';
import { toConfirm } from '#server/features/policy-page/to-confirm.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { PackPlan } from '#server/policy/pack/plans.ts';
import { planOf } from '#server/policy/decision/plans.ts';

/** Plans of support that are sold, side by side; nothing where the text sells none. */
export function plansSection(words: PageWords, pack: PolicyPack): Html | undefined {
  const { plans } = pack;
  if (plans.length === 0) return undefined;
  return section(
    words,
    {
      id: 'plans',
      title: words.say('plans.title'),
      clauses: plans.flatMap(({ clause, items }) => [clause, ...items.map((item) => item.clause)]),
    },
    html`<div class="plans">${plans.map((plan) => planColumn(words, pack, plan))}</div>
      ${hoursAccounting(words, pack)} ${toConfirm(words, pack, ['plans', 'hours'])}`,
  );
}

function planColumn(words: PageWords, pack: PolicyPack, plan: PackPlan): Html {
  const { locale, say } = words;
  const { hoursPerMonth, chats } = plan;
  const fact = (name: string, value: Html | string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  const number = (value: number) =>
    html`<data value="${value}">${value.toLocaleString(locale)}</data>`;
  return html`<article>
    <h3>${plan.name[locale]} ${clauseLink(words, plan.clause)}</h3>
    ${plan.kind ? html`<p class="aside">${say(`plans.for.${plan.kind}`)}</p>` : ''}
    <dl class="facts">
      ${hoursPerMonth === null ? '' : fact(say('plans.hours'), number(hoursPerMonth))}
      ${chats ? fact(say('plans.chats'), number(chats.most)) : ''} ${priceLines(words, plan, fact)}
    </dl>
    ${plan.items.length > 0 ? html`<p class="items-title">${say('plans.items')}</p>` : ''}
    <ul class="lines">
      ${plan.items.map(
        ({ text, terms, recurring }) =>
          html`<li>
            ${text[locale]}
            <span class="aside"
              >${terms === 'included' ? '' : say(`scope.terms.${terms}`)}${recurring ? say('plans.recurring') : ''}</span
            >
          </li>`,
      )}
    </ul>
    ${inherited(words, pack, plan)}
  </article>`;
}

/** What a plan takes over from the one below it. */
function inherited({ locale, say }: PageWords, pack: PolicyPack, plan: PackPlan): Html | '' {
  const below = planOf(pack, plan.extends ?? undefined);
  const own = new Set(plan.items.map(({ id }) => id));
  const more = (planOf(pack, plan.id)?.items ?? []).filter(({ id }) => !own.has(id));
  if (!below || more.length === 0) return '';
  const items = more.map(({ text }) => text[locale]).join('; ');
  return html`<p class="aside">${say('plans.inherited', { plan: below.name[locale], items })}</p>`;
}
