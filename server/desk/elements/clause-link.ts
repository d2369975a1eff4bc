import { html } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Words } from '#desk/text/words.ts';

/** The clause behind a fact, as a button that explains it. */
export function clauseLink(words: Words, ticket: Pick<DeskTicket, 'clauses'>, clause: string) {
  const known = ticket.clauses[clause];
  return html`<rg-clause
    .label=${words.clause(clause)}
    .text=${known?.text ?? ''}
    .href=${known?.href ?? ''}
    .linkLabel=${words.say('common.regulation')}
  ></rg-clause>`;
}
