import { html, nothing, type TemplateResult } from 'lit';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import { clauseLink, phrase, type Ui } from '#widget/words.ts';

/** What happened: a native picker, and what the pack says about the chosen kind. */
export function categoryPicker(
  ui: Ui,
  chosen: string | undefined,
  choose: (category: string) => void,
): TemplateResult {
  const { categories } = ui.config;
  const category = categories.find(({ id }) => id === chosen);
  const changed = (event: Event) => choose((event.target as HTMLSelectElement).value);
  return html`<div class="inline">
      <label class="label" for="category">${ui.words.t('form.category')}</label>
      <span class="picker"
        ><select id="category" @change=${changed}>
          ${categories.map(
            ({ id, label }) =>
              html`<option value=${id} ?selected=${id === chosen}>${label}</option>`,
          )}</select
        ><rg-icon name="down"></rg-icon
      ></span>
    </div>
    ${
      category?.notice
        ? html`<div class="notice">
            <rg-icon name="info"></rg-icon>
            <p>${category.notice.replace(/\.$/, '')} — ${clauseLink(ui, category.clause)}</p>
          </div>`
        : nothing
    }`;
}

/** Who asks, who vouches for it, and where the answer goes. */
export function contactLine(ui: Ui): TemplateResult {
  const { t } = ui.words;
  const { requester, mode } = ui.config;
  const email = requester?.email;
  const answer = email
    ? t('contact.answerHereAndMail', { email })
    : t(requester?.provenBy ? 'contact.answerHere' : 'contact.answerHereOnly');
  return html`<div class="contact">
    <rg-icon name="user"></rg-icon>
    <div>
      <p>
        <strong>${requester?.name ?? t('contact.you')}</strong>
        ${
          requester?.provenBy
            ? html`<span class="proven"
                ><rg-icon name="shield"></rg-icon> ${t('contact.provenBy', {
                  host: requester.provenBy,
                })}</span
              >`
            : html`<span class="note">${t('contact.unknown')}</span>`
        }
      </p>
      ${mode === 'bridge' ? nothing : html`<p class="note">${answer}</p>`}
    </div>
  </div>`;
}

/** Why some fields are asked for that nobody has to fill. */
export function askedNote(ui: Ui, fields: readonly WidgetField[]): TemplateResult | typeof nothing {
  const asked = fields.find(({ requirement }) => requirement === 'asked');
  if (!asked) return nothing;
  return html`<p class="note">
    ${phrase(ui.words.t('form.askedNote'), { clause: clauseLink(ui, asked.clause) })}
  </p>`;
}
