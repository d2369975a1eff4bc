import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import type { Words } from '#desk/text/words.ts';

/** What the regulation asks for and the request does not hold. */
export function missingSection(words: Words, ticket: DeskTicket) {
  const { missing } = ticket.decision;
  if (missing.length === 0) return nothing;
  return html`<section>
    <h3>${words.say('context.missing')}</h3>
    ${missing.map(
      ({ field, clause }) =>
        html`<p>${ticket.fieldLabels?.[field] ?? field} — ${clauseLink(words, ticket, clause)}</p>`,
    )}
  </section>`;
}

/** What the regulation lets the agent do: the act, why, and the clause that allows it. */
export function rightsSection(words: Words, ticket: DeskTicket) {
  // Several reasons may rest on one clause; the clause itself says them all.
  const rights = new Map(ticket.rights.map((right) => [`${right.action} ${right.clause}`, right]));
  if (rights.size === 0) return nothing;
  return html`<section>
    <h3>${words.say('context.rights')}</h3>
    ${[...rights.values()].map(
      ({ action, clause }) =>
        html`<p class="right">
          <span><b>${words.say(`right.${action}`)}</b> — ${clauseLink(words, ticket, clause)}</span>
          <span class="small">${ticket.clauses[clause]?.text ?? nothing}</span>
        </p>`,
    )}
  </section>`;
}
