import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { civilDate } from '#shared/time.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import type { Words } from '#desk/text/words.ts';

const namedPlans = ['standard', 'rental', 'service', 'extended'] as const;

/** A plan in the reader's words; one that the desk has no word for keeps its id. */
function planName({ say }: Words, plan: string): string {
  const named = namedPlans.find((id) => id === plan);
  return named ? say(`plan.${named}`) : plan;
}

/** Whether support was promised to this requester, on what ground, and within which scope. */
export function entitlementSection(words: Words, ticket: DeskTicket) {
  const { say, locale } = words;
  const { entitlement, guaranteed, scope } = ticket.decision;
  const { organisation, contract, plan, position } = ticket.requester;
  const until = entitlement.validUntil
    ? `, ${say('entitlement.until', { date: civilDate(locale, entitlement.validUntil) })}`
    : '';
  const rows = [
    [say('entitlement.organisation'), organisation],
    [say('entitlement.position'), position],
    [say('entitlement.contract'), contract],
    [say('entitlement.plan'), plan && planName(words, plan)],
  ] as const;
  return html`<section>
    <h3>${say('context.entitlement')}</h3>
    <p>
      <span class=${entitlement.state === 'entitled' ? 'proof' : 'warn'}
        >${say(`entitlement.${entitlement.state}`)}${until}</span
      >
      — ${clauseLink(words, ticket, entitlement.clause)}
    </p>
    ${guaranteed ? nothing : html`<p class="small">${say('entitlement.courtesy')}</p>`}
    <dl>
      ${rows.map(([label, value]) =>
        value
          ? html`<dt>${label}</dt>
              <dd>${value}</dd>`
          : nothing,
      )}
      <dt>${say('category.label')}</dt>
      <dd>${ticket.category.label}</dd>
    </dl>
    ${
      scope.state === 'out'
        ? html`<p class="warn">${say('scope.out')} — ${clauseLink(words, ticket, scope.clause)}</p>`
        : nothing
    }
  </section>`;
}
