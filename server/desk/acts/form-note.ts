import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { FormAct } from '#desk/acts/act-forms.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import type { Words } from '#desk/text/words.ts';

const notes: Partial<Record<FormAct, 'form.spamNote' | 'form.mergeNote' | 'form.linkNote'>> = {
  mark_spam: 'form.spamNote',
  merge: 'form.mergeNote',
  link: 'form.linkNote',
};

/** What an act does that its fields do not say, and the clause that has it so. */
export function formNote(words: Words, ticket: DeskTicket, act: FormAct) {
  const { appeal } = ticket.choices;
  if (act === 'appeal' && appeal) {
    return html`<p>
      ${words.say('form.appealNote', { to: appeal.to })} —
      ${clauseLink(words, ticket, appeal.clause)}
    </p>`;
  }
  const note = notes[act];
  return note ? html`<p>${words.say(note)}</p>` : nothing;
}
