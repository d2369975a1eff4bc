import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { Words } from '#desk/text/words.ts';

type FieldAnswer = DeskTicket['answers'][number];

/** Contact answers stand in the context panel, where their proof is. */
const contactFields = new Set(['name', 'email', 'phone']);

/**
 * What the requester wrote, laid out as a case: what was done, expected beside got, the steps, and
 * then every other field with its label.
 */
export function answersView({ say }: Words, { answers }: Pick<DeskTicket, 'answers'>) {
  const named = (field: string) => answers.find((answer) => answer.field === field);
  const [did, expected, got, steps] = ['did', 'expected', 'got', 'steps'].map(named);
  const told = new Set([did, expected, got, steps]);
  const rest = answers.filter((answer) => !told.has(answer) && !contactFields.has(answer.field));
  const [only] = rest;
  return html`${did ? html`<p class="text">${lines(did.value)}</p>` : nothing}
  ${
    expected || got
      ? html`<div class="pair">
          ${side(say('answers.expected'), expected, say('answers.empty'))}
          ${side(say('answers.got'), got, say('answers.empty'))}
        </div>`
      : nothing
  }
  ${steps ? stepList(steps) : nothing}
  ${
    !did && only && rest.length === 1
      ? html`<p class="text">${lines(only.value)}</p>`
      : rest.map((answer) => side(answer.label, answer, say('answers.empty')))
  }`;
}

const lines = (value: Answer): string => (Array.isArray(value) ? value.join('\n') : value);

function side(label: string, answer: FieldAnswer | undefined, empty: string) {
  const text = answer ? lines(answer.value) : '';
  return html`<div class="answer">
    <p class="label">${label}</p>
    <p class=${text ? 'text' : 'text quiet'}>${text || empty}</p>
  </div>`;
}

function stepList({ value }: FieldAnswer) {
  const steps = Array.isArray(value) ? value : value.split('\n');
  return html`<ol class="steps">
    ${steps.map((step, index) => html`<li><span class="figures">${index + 1}.</span> ${step}</li>`)}
  </ol>`;
}
