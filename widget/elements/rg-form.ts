import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import { type Draft, isWritten } from '#widget/controllers/draft.ts';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { formStyles } from '#widget/elements/rg-form.styles.ts';
import type { RgSuggest } from '#widget/elements/rg-suggest.ts';
import { categoryPicker, contactLine } from '#widget/form/parts.ts';
import { fieldMark, fieldTemplate, problemLine } from '#widget/form/field.ts';
import { noticeBox } from '#widget/form/notices.ts';
import { sendingLine } from '#widget/form/outage.ts';
import { askedFields, fieldProblems, type FieldProblem } from '#widget/form/validate.ts';
import { clauseLink, phrase, type Ui } from '#widget/words.ts';

/** Notices that other parts of the panel already say. */
const saidElsewhere = ['no_resolution_term', 'missing_asked', 'bridge_mail', 'bridge_chat'];

/** The form of a new request. @fires rg-send - everything required is filled, the person sends */
export class RgForm extends LitElement {
  static override styles = [controlStyles, fieldStyles, formStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) session!: PanelSession;
  /** Sentence of a refusal by the server, already in the reader's language. */
  @property() refusal = '';

  @state() private problems: readonly FieldProblem[] = [];

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('keydown', this.#shortcut);
  }

  override render() {
    const { ui, session } = this;
    const { t } = ui.words;
    const { draft, submission } = session;
    const busy = submission.phase === 'sending' || submission.phase === 'waiting';
    const fields = askedFields(ui.config.fields, draft.category);
    const story = fields.filter(({ group }) => group === 'story');
    const contact = fields.filter(({ group }) => group === 'contact');
    const asked = fields.find(({ requirement }) => requirement === 'asked');
    return html`<div class="sheet" ?inert=${busy}>
        <div class="scroll body">
          ${ui.config.notices
            .filter(({ code }) => !saidElsewhere.includes(code))
            .map((notice) => noticeBox(ui, notice))}
          ${categoryPicker(ui, draft.category, (category) => this.#write({ category }))}
          ${this.#fields(story)}
          ${
            ui.config.reading
              ? html`<rg-suggest
                  id="articles"
                  class=${ui.config.reading.mode}
                  .ui=${ui}
                  .session=${session}
                  .asked=${this.#problemOf('articles') !== undefined}
                  @rg-draft=${({ detail }: CustomEvent<Partial<Draft>>) => this.#write(detail)}
                  >${t('form.articles')}</rg-suggest
                >`
              : nothing
          }
          ${this.#files(fields)} ${contact.map((field) => this.#field(field))}
          ${
            asked
              ? html`<p class="note">
                  ${phrase(t('form.askedNote'), { clause: clauseLink(ui, asked.clause) })}
                </p>`
              : nothing
          }
          <rg-outgoing
            .words=${ui.words}
            .context=${session.context()}
            .fileCount=${session.shelf.files.length}
            @rg-withdraw=${({ detail }: CustomEvent<string>) =>
              this.#write({ withdrawn: [...draft.withdrawn, detail] })}
          ></rg-outgoing>
          ${contactLine(ui)}
        </div>
      </div>
      ${sendingLine(ui, session, this.refusal)}
      <footer>
        <span class="grow note kept">
          ${
            isWritten(draft) && !busy
              ? html`<rg-icon name="check"></rg-icon>${t(
                    session.durable ? 'form.draftKept' : 'form.draftMemory',
                  )}`
              : nothing
          }
        </span>
        <button type="button" class="button primary" ?disabled=${busy} @click=${this.#send}>
          ${
            busy
              ? t('form.sending')
              : html`${t(ui.config.mode === 'bridge' ? 'form.prepare' : 'form.send')}
                  <kbd aria-hidden="true">Ctrl ↵</kbd>`
          }
        </button>
      </footer>`;
  }

  /** Expected and got stand side by side where there is room. */
  #fields(fields: readonly WidgetField[]): TemplateResult[] {
    const rows: TemplateResult[] = [];
    for (let index = 0; index < fields.length; index += 1) {
      const [field, next] = [fields[index], fields[index + 1]];
      if (field?.id === 'expected' && next?.id === 'got') {
        rows.push(html`<div class="pair">${this.#field(field)}${this.#field(next)}</div>`);
        index += 1;
      } else if (field && field.kind !== 'attachment') rows.push(this.#field(field));
    }
    return rows;
  }

  #field(field: WidgetField): TemplateResult {
    const { ui } = this;
    const value = this.session.draft.answers[field.id];
    const problem = this.#problemOf(field.id);
    const change = (answer: Answer) =>
      this.#write({ answers: { ...this.session.draft.answers, [field.id]: answer } });
    if (field.kind !== 'steps') return fieldTemplate({ ui, field, value, problem, change });
    return html`<div class="field">
      <rg-steps
        id=${field.id}
        .words=${ui.words}
        .label=${field.label}
        .mark=${fieldMark(ui, field)}
        .steps=${Array.isArray(value) ? value : []}
        @rg-steps=${({ detail }: CustomEvent<string[]>) => change(detail)}
      ></rg-steps>
      ${problemLine(ui, problem)}
    </div>`;
  }

  #files(fields: readonly WidgetField[]): TemplateResult {
    const { ui, session } = this;
    const field = fields.find(({ kind }) => kind === 'attachment');
    return html`<div class="field">
      <rg-attachments
        id=${field?.id ?? 'files'}
        .words=${ui.words}
        .label=${field?.label ?? ''}
        .mark=${field ? fieldMark(ui, field) : nothing}
        .files=${session.shelf.files}
        .refusal=${session.shelf.refusal}
        .lost=${session.lostFiles}
        .capturing=${session.capturing}
        .most=${ui.config.limits.attachments}
      ></rg-attachments>
      ${field ? problemLine(ui, this.#problemOf(field.id)) : nothing}
    </div>`;
  }

  #problemOf(id: string) {
    return this.problems.find(({ field }) => field === id);
  }

  #write(part: Partial<Draft>) {
    const { session } = this;
    session.write({ ...session.draft, ...part });
    if (this.problems.length > 0) this.problems = this.#check();
  }

  #check() {
    const { draft, shelf } = this.session;
    const fields = askedFields(this.ui.config.fields, draft.category);
    const reading = this.renderRoot.querySelector<RgSuggest>('rg-suggest');
    return [
      ...fieldProblems(fields, draft.answers, shelf.files.length),
      ...(reading?.problems?.() ?? []),
    ];
  }

  #shortcut = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#send();
  };

  #send = async () => {
    this.problems = this.#check();
    const [first] = this.problems;
    if (!first) return void this.dispatchEvent(new CustomEvent('rg-send'));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[id="${first.field}"]`)?.focus();
  };
}
