import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { readBeside, type Beside } from '#desk/beside/beside.ts';
import type { SideAct, SideSubject } from '#desk/beside/side-forms.ts';
import { accessSection } from '#desk/context/access-section.ts';
import { articlesSection } from '#desk/context/articles-section.ts';
import { hoursSection } from '#desk/context/hours-section.ts';
import { meetingsSection } from '#desk/context/meetings-section.ts';
import { ordersSection } from '#desk/context/orders-section.ts';
import { peopleSection } from '#desk/context/people-section.ts';
import { versionsSection } from '#desk/context/versions-section.ts';
import { secretsController } from '#desk/controllers/secrets.ts';
import { feedController } from '#desk/controllers/feed.ts';
import type { DeskSideDialog } from '#desk/elements/desk-side-dialog.ts';
import { styles } from '#desk/elements/desk-beside.styles.ts';
import { styles as contextStyles } from '#desk/elements/desk-context.styles.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

/**
 * Versions, hours, meetings, access, people, orders and articles of a ticket, each with what can be done.
 * @fires desk-refresh - something was done: the ticket's history is longer
 */
export class DeskBeside extends LitElement {
  static override styles = [base, controls, contextStyles, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) ticket!: DeskTicket;
  @property() readerZone = 'UTC';

  @state() private news = '';
  @query('desk-side-dialog') private dialog?: DeskSideDialog;

  /** Each of its acts leaves an event in the history, so that the ticket's own feed says when. */
  #beside = feedController<Beside>(
    this,
    () => readBeside(this.api.beside, this.ticket, this.words.locale),
    () => {},
    null,
  );
  #secrets = secretsController(this);
  /** Where the keyboard stays when what was pressed is gone. */
  #section: Element | null | undefined;

  /** Opens a form, where the lists are there. */
  open(act: SideAct, subject?: SideSubject): void {
    this.#section = (this.renderRoot as ShadowRoot).activeElement?.closest('section');
    void this.dialog?.open(act, subject);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('ticket') && !changed.has('words')) return;
    const before = changed.get('ticket');
    if (before?.id !== this.ticket.id && changed.has('ticket')) {
      this.#secrets.hideAll();
      this.news = '';
      this.#beside.restart();
    } else if (before?.events.length !== this.ticket.events.length) this.#beside.refresh();
  }

  override render() {
    const { words, api, ticket, readerZone } = this;
    const { state } = this.#beside;
    if (state.phase === 'failed') {
      return html`<section><p class="warn">${words.say('beside.failed')}</p></section>`;
    }
    if (state.phase !== 'ready') return html`<section class="coming" aria-hidden="true"></section>`;
    const beside = state.value;
    const open = (act: SideAct, subject?: SideSubject) => this.open(act, subject);
    const scene = { words, ticket, beside, readerZone, open };
    const toggle = (grant: string) => void this.#toggle(grant);
    return html`${versionsSection(scene)} ${hoursSection(scene)} ${meetingsSection(scene)}
      ${accessSection(scene, { shown: this.#secrets.shown, toggle })}
      ${this.#secrets.problem ? html`<p class="refusal" role="alert">${words.problem(this.#secrets.problem)}</p>` : nothing}
      ${peopleSection(scene)} ${ordersSection(scene)} ${articlesSection(scene)}
      <p class="unseen" role="status">${this.news}</p>
      <desk-side-dialog
        .words=${words}
        .api=${api}
        .ticket=${ticket}
        .beside=${beside}
        .readerZone=${readerZone}
        @desk-side-done=${this.#done}
      ></desk-side-dialog>`;
  }

  async #toggle(grant: string) {
    await this.#secrets.toggle(grant, () => this.api.beside.reveal(this.ticket, grant));
    this.#tell();
  }

  async #done({ detail: act }: CustomEvent<SideAct>) {
    this.news = this.words.say('side.saved', { what: this.words.say(`side.title.${act}`) });
    this.#tell();
    const read = await readBeside(this.api.beside, this.ticket, this.words.locale);
    if (read.ok) this.#beside.put(read.value);
    await this.updateComplete;
    if ((this.renderRoot as ShadowRoot).activeElement) return;
    const from = this.#section ?? this.renderRoot;
    from.querySelector<HTMLElement>('.add')?.focus();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('desk-refresh', { bubbles: true, composed: true }));
  }
}
