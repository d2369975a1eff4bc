import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetField } from '#shared/wire/widget-config.ts';
import { type Draft, isWritten } from '#widget/controllers/draft.ts';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import { afterFrame } from '#widget/elements/after-frame.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { formStyles } from '#widget/elements/rg-form.styles.ts';
import type { RgOutgoing } from '#widget/elements/rg-outgoing.ts';
import type { RgSuggest } from '#widget/elements/rg-suggest.ts';
import { otherWays } from '#widget/form/closed-door.ts';
import { askedNote, categoryPicker, contactLine } from '#widget/form/parts.ts';
import { fieldMark, fieldTemplate, problemLine } from '#widget/form/field.ts';
import { noticeBoxes } from '#widget/form/notices.ts';
import { askedFields, fieldProblems, type FieldProblem } from '#widget/form/validate.ts';
import { loadWriting } from '#widget/load-writing.ts';
import type { Ui } from '#widget/words.ts';

/** The form of a new request. @fires rg-send - everything required is filled; `detail` is what was shown to go along */
export class RgForm extends LitElement {
  static override styles = [controlStyles, fieldStyles, formStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) session!: PanelSession;
  /** Sentence of a refusal by the server, already in the reader's language. */
  @property() refusal = '';

  @state() private problems: readonly FieldProblem[] = [];
  /** A field that is optional by itself and has to be filled for what was written. */
  @state() private needed?: string;
  /** Steps and what stands below the questions come a frame after these, which can be written into sooner. */
  @state() private whole = false;

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('keydown', this.#shortcut);
    afterFrame(() => (this.whole = true));
  }

  /** What asks for consent comes with the writing. */
  protected override willUpdate() {
    if (this.ui.config.consent) void loadWriting().catch(() => undefined);
  }

  override render() {
    const { ui, session } = this;
    const { t } = ui.words;
    const { draft, submission } = session;
    const busy = submission.phase === 'sending' || submission.phase === 'waiting';
    const fields = askedFields(ui.config.fields, draft.category);
    const story = fields.filter(({ group }) => group === 'story');
    const contact = fields.filter(({ group }) => group === 'contact');
    // while nothing in it takes the focus, keys scroll it by itself
    return html`<div class="scroll body" tabindex=${busy ? 0 : nothing}>
        <div class="part" ?inert=${busy}>
          ${noticeBoxes(ui)}
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
                  @rg-needed=${({ detail }: CustomEvent<string>) => (this.needed = detail)}
                  >${t('form.articles')}</rg-suggest
                >`
              : nothing
          }
        </div>
        ${
          this.whole
            ? html`${this.#files(fields, busy)}
                <div class="part" ?inert=${busy}>
                  ${contact.map((field) => this.#field(field))} ${askedNote(ui, fields)}
                  <rg-outgoing
                    .ui=${ui}
                    .session=${session}
                    .context=${session.context()}
                    @rg-draft=${({ detail }: CustomEvent<Partial<Draft>>) => this.#write(detail)}
                  ></rg-outgoing>
                  ${
                    ui.config.consent
                      ? html`<rg-consent
                          id="consent"
                          .ui=${ui}
                          .given=${draft.consent}
                          .asked=${this.#problemOf('consent') !== undefined}
                          @rg-draft=${({ detail }: CustomEvent<Partial<Draft>>) => this.#write(detail)}
                        ></rg-consent>`
                      : nothing
                  }
                  ${contactLine(ui)} ${ui.config.channels.length > 0 ? otherWays(ui) : nothing}
                </div>`
            : html`<div class="later rest"></div>`
        }
      </div>
      <rg-outage
        .words=${ui.words}
        .submission=${submission}
        .durable=${session.durable}
        .refusal=${this.refusal}
      ></rg-outage>
      <footer>
        <span class="grow note kept" aria-busy=${session.kept !== 'yes'}>
          ${
            session.kept !== 'no' && isWritten(draft) && !busy
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
    const change = (answer: Answer) => this.#answer(field.id, answer);
    if (field.kind !== 'steps')
      return fieldTemplate({ ui, field, value, problem, change, needed: field.id === this.needed });
    if (!this.whole) return html`<div class="later"></div>`;
    // a page may have given one line
    const steps = [value ?? []].flat();
    return html`<div class="field">
      <rg-steps
        id=${field.id}
        .words=${ui.words}
        .label=${field.label}
        .mark=${fieldMark(ui, field)}
        .steps=${steps}
        @rg-steps=${({ detail }: CustomEvent<string[]>) => change(detail)}
      ></rg-steps>
      <rg-recorded-steps
        .words=${ui.words}
        .trail=${this.session.context().trail ?? []}
        @rg-steps=${({ detail }: CustomEvent<string[]>) => change([...steps, ...detail])}
      ></rg-recorded-steps>
      ${problemLine(ui, problem)}
    </div>`;
  }

  #files(fields: readonly WidgetField[], busy: boolean): TemplateResult {
    const { ui, session } = this;
    const field = fields.find(({ kind }) => kind === 'attachment');
    return html`<div class="field">
      <rg-attachments
        id=${field?.id ?? 'files'}
        .words=${ui.words}
        .label=${field?.label ?? ''}
        .mark=${field ? fieldMark(ui, field) : nothing}
        .shelf=${session.shelf}
        .files=${session.shelf.files}
        .lost=${session.lostFiles}
        .capturing=${session.capturing}
        .limits=${ui.config.limits}
        .busy=${busy}
        @rg-again=${this.#send}
      ></rg-attachments>
      ${
        field && field.requirement !== 'optional' && session.shelf.files.length === 0
          ? html`<rg-no-file
              .words=${ui.words}
              .value=${session.draft.answers[field.id] ?? ''}
              @rg-answer=${({ detail }: CustomEvent<string>) => this.#answer(field.id, detail)}
            ></rg-no-file>`
          : nothing
      }
      ${field ? problemLine(ui, this.#problemOf(field.id)) : nothing}
    </div>`;
  }

  #problemOf(id: string) {
    return this.problems.find(({ field }) => field === id);
  }

  #answer(field: string, answer: Answer) {
    this.#write({ answers: { ...this.session.draft.answers, [field]: answer } });
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

  /** By code that comes with the writing; what it would find, the server finds too. */
  #checkFurther() {
    return loadWriting().then(
      ({ problemsBeforeSending }) => problemsBeforeSending(this.ui.config, this.session.draft),
      () => [],
    );
  }

  #shortcut = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#send();
  };

  #send = async () => {
    const detail = this.renderRoot.querySelector<RgOutgoing>('rg-outgoing')?.context;
    this.problems = this.#check();
    if (this.problems.length === 0) this.problems = await this.#checkFurther();
    const [first] = this.problems;
    if (!first) return void this.dispatchEvent(new CustomEvent('rg-send', { detail }));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[id="${first.field}"]`)?.focus();
  };
}
