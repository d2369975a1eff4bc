import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MessageView } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import type { Conversation } from '#widget/controllers/conversation.ts';
import type { PanelSession } from '#widget/controllers/panel-session.ts';
import { bothTimes } from '#widget/both-times.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { fieldStyles } from '#widget/elements/fields.styles.ts';
import { focusTitle } from '#widget/elements/focus-title.ts';
import { formStyles } from '#widget/elements/rg-form.styles.ts';
import { threadActs, type Confirming } from '#widget/elements/thread-acts.ts';
import { threadEnding, threadFailed, threadPromise } from '#widget/elements/thread-notes.ts';
import { threadStyles } from '#widget/elements/rg-thread.styles.ts';
import { bridgeBlock } from '#widget/form/bridge.ts';
import { filledIn, saidTemplate } from '#widget/form/said.ts';
import { loadOwnActsWords, type OwnActsWords } from '#widget/own-acts-words.ts';
import type { Ui } from '#widget/words.ts';

/** One conversation and the box to answer in. @fires rg-retry - the conversation is asked for again */
export class RgThread extends LitElement {
  static override styles = [controlStyles, fieldStyles, formStyles, threadStyles];

  @property({ attribute: false }) ui!: Ui;
  @property({ attribute: false }) talk!: Conversation;
  @property() capturing: PanelSession['capturing'] = 'no';
  @property() refusal = '';
  @property({ attribute: false }) api!: Pick<Api, 'read' | 'upload'>;
  @property({ attribute: false }) fetchFile!: Api['file'];

  /** Words of what was told and can be done besides writing, once they are there. */
  @state() private own: OwnActsWords | undefined;
  /** Something is asked again before it is sent: one thing is written at a time. */
  @state() private confirming: Confirming = 'nothing';

  #coming = false;
  #seen = 0;
  #shown = false;

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('keydown', this.#shortcut);
  }

  protected override updated() {
    const count = this.talk.thread?.messages.length ?? 0;
    if (count > this.#seen) this.#toEnd();
    this.#seen = count;
    if (count > 0 && !this.#shown) focusTitle(this);
    this.#shown = count > 0;
    void this.#loadOwn();
  }

  /** Sends what it is pressed in: a question that is asked again has a form of its own. */
  #shortcut = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const form = event.composedPath().find((node) => node instanceof HTMLFormElement);
    if (form) form.requestSubmit();
    else if (this.confirming === 'nothing') void this.talk.send();
  };

  #acted = () => {
    focusTitle(this);
    void this.#makeRoom();
  };

  #toEnd() {
    const talk = this.renderRoot.querySelector('.talk');
    if (talk) talk.scrollTop = talk.scrollHeight;
  }

  /** What stands under the messages takes room from them: the newest stays in sight. */
  async #makeRoom() {
    await this.updateComplete;
    await this.renderRoot.querySelector<LitElement>('rg-own-acts')?.updateComplete;
    this.#toEnd();
  }

  /** Asked for again with the next news where it did not come. */
  async #loadOwn() {
    const { locale } = this.ui.words;
    if (this.#coming || this.own?.locale === locale) return;
    this.#coming = true;
    try {
      this.own = await loadOwnActsWords(locale);
      await this.#makeRoom();
    } catch {
      // without a connection there is nothing to do yet; what was written meanwhile is safe
    }
    this.#coming = false;
  }

  override render() {
    const { thread, failure } = this.talk;
    const { own } = this;
    const { t } = this.ui.words;
    if (!thread)
      return failure
        ? threadFailed(this.ui, () => this.dispatchEvent(new CustomEvent('rg-retry')))
        : html`<rg-skeleton rows="3"></rg-skeleton>`;
    const asks = thread.status === 'waiting_requester';
    return html`<div class="about">
        <p><strong>${thread.subject}</strong></p>
        <p class="note">${threadPromise(this.ui, thread)}</p>
        ${
          thread.bridge && thread.status === 'awaiting_channel'
            ? bridgeBlock(this.ui, thread)
            : nothing
        }
      </div>
      <div class="scroll talk" tabindex="0" role="log" aria-label=${thread.number}>
        <rg-keep .words=${this.ui.words} .ticket=${thread} .read=${this.api.read}></rg-keep>
        ${thread.messages.map((message) => this.#message(message))}
        ${asks ? html`<p class="note waiting">${t('thread.questionNote')}</p>` : nothing}
        ${
          own
            ? html`<rg-told .ui=${this.ui} .words=${own} .told=${thread.told}></rg-told>`
            : nothing
        }
        ${threadEnding(this.ui, thread)}
      </div>
      ${
        own
          ? threadActs({
              ui: this.ui,
              words: own,
              talk: this.talk,
              api: this.api,
              confirming: this.confirming,
              acted: this.#acted,
              asks: (what) => (this.confirming = what),
            })
          : nothing
      }
      ${this.confirming === 'nothing' ? this.#composer() : nothing}`;
  }

  #message(message: MessageView): TemplateResult {
    const { words } = this.ui;
    const { t } = words;
    const mine = message.author === 'requester';
    const author = mine ? t('thread.you') : (message.authorName ?? t('thread.agent'));
    const time = bothTimes(this.ui, message.createdAt);
    return html`<article class=${mine ? '' : message.kind === 'question' ? 'question' : 'agent'}>
      <header><strong>${author}</strong><span class="note">${time}</span></header>
      ${message.kind === 'question' ? html`<p class="asked">${t('thread.question')}</p>` : nothing}
      ${
        message.erasedAt
          ? html`<p class="note">${t('thread.erased')}</p>`
          : message.kind === 'request'
            ? filledIn(this.talk.thread?.answers ?? [])
            : saidTemplate({
                words,
                text: message.text,
                given: this.talk.thread?.articles ?? [],
                read: this.api.read,
                disagree: this.#disagree,
              })
      }
      ${
        message.attachments.length > 0
          ? html`<div class="files">
              ${message.attachments.map(
                (file) =>
                  html`<rg-file
                    .words=${words}
                    .file=${file}
                    .fetchFile=${this.fetchFile}
                  ></rg-file>`,
              )}
            </div>`
          : nothing
      }
    </article>`;
  }

  /** Writing opens a solved request again: the person says more, or sends it as it is. */
  #disagree = (words: string) => {
    const { reply } = this.talk;
    reply?.write(`${reply.text} ${words}`.trim());
    this.renderRoot.querySelector('textarea')?.focus();
  };

  #composer() {
    const { ui, talk } = this;
    const { t } = ui.words;
    const { reply } = talk;
    if (!reply) return html`<rg-skeleton rows="2"></rg-skeleton>`;
    const { text, shelf, going } = reply;
    const isWritten = !going && (text !== '' || shelf.files.length > 0);
    return html`<div class="composer">
        <textarea
          rows="3"
          maxlength="20000"
          aria-label=${t('thread.reply')}
          placeholder=${t('thread.reply')}
          ?readonly=${going}
          .value=${text}
          @input=${(event: Event) => reply.write((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <rg-attachments
          .words=${ui.words}
          .shelf=${shelf}
          .files=${shelf.files}
          .lost=${reply.lostFiles}
          .capturing=${this.capturing}
          .limits=${ui.config.limits}
          .busy=${going}
          compact
          @rg-again=${() => talk.send()}
        ></rg-attachments>
      </div>
      <rg-outage
        .words=${ui.words}
        .submission=${reply.submission}
        .durable=${reply.durable}
        .refusal=${this.refusal}
        reply
      ></rg-outage>
      <footer>
        <span class="grow note kept" aria-busy=${!reply.kept}>
          ${
            isWritten && reply.kept
              ? html`<rg-icon name="check"></rg-icon>${t(
                    reply.durable ? 'form.draftKept' : 'form.draftMemory',
                  )}`
              : nothing
          }
        </span>
        <button
          type="button"
          class="button primary"
          ?disabled=${going || !text.trim()}
          @click=${() => talk.send()}
        >
          ${
            going
              ? t('form.sending')
              : html`${t('thread.send')} <kbd aria-hidden="true">Ctrl ↵</kbd>`
          }
        </button>
      </footer>`;
  }
}
