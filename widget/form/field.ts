import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import { clauseLink, phrase, type Ui } from '#widget/words.ts';
import type { FieldProblem } from '#widget/form/validate.ts';

/** What one field of the form needs to be drawn. */
export interface FieldView {
  readonly ui: Ui;
  readonly field: WidgetField;
  readonly value: Answer | undefined;
  readonly problem: FieldProblem | undefined;
  readonly change: (value: Answer) => void;
  /** It has to be filled for what was written; its clause says so instead of the mark. */
  readonly needed: boolean;
}

const inputTypes = { email: 'email', phone: 'tel', url: 'url', secret: 'password' } as const;
const autocomplete = { email: 'email', phone: 'tel' } as const;

export function fieldMark(
  { words }: Ui,
  { requirement }: WidgetField,
): TemplateResult | typeof nothing {
  if (requirement === 'required') return nothing;
  const key = requirement === 'asked' ? 'form.asked' : 'form.optional';
  return html`<span class="note">${words.t(key)}</span>`;
}

/** The sentence under a field: what to write and which clause asks for it. */
export function problemLine(ui: Ui, problem: FieldProblem | undefined) {
  if (!problem) return nothing;
  const { key, label, clause } = problem;
  return html`<p class="error" id="problem-${problem.field}">
    <rg-icon name="alert"></rg-icon
    ><span>${phrase(ui.words.t(key, { label }), { clause: clauseLink(ui, clause) })}</span>
  </p>`;
}

function control({ ui, field, value, problem, change }: FieldView) {
  const { id, kind, hint, choices } = field;
  const text = typeof value === 'string' ? value : '';
  const typed = (event: Event) => change((event.target as HTMLInputElement).value);
  const described = problem ? `problem-${id}` : nothing;
  const invalid = problem !== undefined;
  if (kind === 'longtext')
    return html`<textarea
      id=${id}
      rows="2"
      maxlength="20000"
      placeholder=${hint ?? nothing}
      aria-invalid=${invalid}
      aria-describedby=${described}
      .value=${text}
      @input=${typed}
    ></textarea>`;
  if (kind === 'choice')
    return html`<span class="picker"
      ><select id=${id} aria-invalid=${invalid} aria-describedby=${described} @change=${typed}>
        <option value="" ?selected=${text === ''}>${ui.words.t('form.choose')}</option>
        ${choices?.map(
          (choice) =>
            html`<option value=${choice.id} ?selected=${choice.id === text}>
              ${choice.label}
            </option>`,
        )}</select
      ><rg-icon name="down"></rg-icon
    ></span>`;
  const type = inputTypes[kind as keyof typeof inputTypes] ?? 'text';
  return html`<input
    id=${id}
    type=${type}
    maxlength="2000"
    autocomplete=${autocomplete[kind as keyof typeof autocomplete] ?? 'off'}
    placeholder=${hint ?? nothing}
    aria-invalid=${invalid}
    aria-describedby=${described}
    .value=${text}
    @input=${typed}
  />`;
}

/** A labelled control of the form; steps and files have elements of their own. */
export function fieldTemplate(view: FieldView): TemplateResult {
  const { ui, field, problem, needed } = view;
  const mark = needed
    ? html`<span class="note">${ui.words.t('clause.ref', { clause: field.clause })}</span>`
    : fieldMark(ui, field);
  return html`<div class="field">
    <label class="label" for=${field.id}>${field.label}${mark}</label>
    ${control(view)}${problemLine(ui, problem)}
  </div>`;
}
