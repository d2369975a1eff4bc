import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskTicket, TicketEventView } from '#shared/wire/desk.ts';
import type { AttachmentView, MessageView } from '#shared/wire/ticket.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { answersView } from '#desk/elements/answers-view.ts';
import { attachmentTile } from '#desk/elements/attachment-tile.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import type { DeskLightbox } from '#desk/elements/desk-lightbox.ts';
import { sentArticles } from '#desk/elements/linked-articles.ts';
import { styles } from '#desk/elements/desk-timeline.styles.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import { linkedArticles } from '#desk/text/article-links.ts';
import { eventLine } from '#desk/text/event-line.ts';
import { weekdayMoment } from '#desk/text/moments.ts';
import { historyOf } from '#desk/text/history.ts';
import type { Words } from '#desk/text/words.ts';

/** How far from its end a history may be scrolled and still follow what arrives, CSS pixels. */
const followPx = 80;

/** The history of a ticket: events as lines, messages as bubbles; it starts at its newest. */
export class DeskTimeline extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) ticket!: DeskTicket;
  /** The file to begin at, instead of the newest; empty for none. */
  @property() file = '';

  @query('.scroll') private scroller?: HTMLElement;
  @query('desk-lightbox') private lightbox!: DeskLightbox;

  /** Whether the reader stands at the newest: then what arrives, loads or makes room keeps it in sight. */
  #follows = true;
  #watch = new ResizeObserver(() => this.#follow());

  override connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('file')) this.#pointAtFile();
    if (!changed.has('ticket')) return;
    if (changed.get('ticket')?.id !== this.ticket.id) this.#follows = !this.#tileOfFile;
    this.#follow();
  }

  get #tileOfFile(): HTMLElement | null {
    return this.file ? this.renderRoot.querySelector(`[data-file="${this.file}"]`) : null;
  }

  /** A picture opens, any other file waits under the keyboard to be saved. One that was erased is not there. */
  #pointAtFile() {
    const tile = this.#tileOfFile;
    if (!tile) return;
    this.#follows = false;
    tile.scrollIntoView({ block: 'center' });
    tile.focus();
    // with the first history the box that shows pictures is not drawn yet
    if (tile instanceof HTMLButtonElement)
      void this.lightbox.updateComplete.then(() => tile.click());
  }

  #follow() {
    if (this.#follows) this.scroller?.scrollTo({ top: this.scroller.scrollHeight });
  }

  #scrolled({ scrollHeight, scrollTop, clientHeight }: HTMLElement) {
    this.#follows = scrollHeight - scrollTop - clientHeight < followPx;
  }

  override render() {
    const { ticket, words } = this;
    return html`<div
        class="scroll"
        tabindex="0"
        role="region"
        aria-label=${words.say('timeline.label')}
        @scroll=${(event: Event) => this.#scrolled(event.currentTarget as HTMLElement)}
      >
        <ol>
          ${repeat(
            historyOf(ticket),
            ({ key }) => key,
            (entry) =>
              entry.kind === 'event' ? this.#event(entry.event) : this.#bubble(entry.message),
          )}
        </ol>
      </div>
      <desk-lightbox .closeLabel=${words.say('common.close')}></desk-lightbox>`;
  }

  #time(at: string) {
    const { ticket, words } = this;
    return weekdayMoment(words.locale, ticket.timezone.id, Date.parse(at), Date.parse(ticket.now));
  }

  #event(event: TicketEventView) {
    const { words, ticket } = this;
    const line = eventLine(words, ticket, event);
    if (!line) return nothing;
    const clause = event.clause ?? eventClause(ticket, event);
    return html`<li class="event">
      <time class="figures" datetime=${event.at}>${this.#time(event.at)}</time>
      <span>${line}${clause ? html` — ${clauseLink(words, ticket, clause)}` : nothing}</span>
    </li>`;
  }

  #bubble(message: MessageView) {
    const { words, ticket } = this;
    const { say } = words;
    const kind = message.author === 'agent' ? message.kind : message.author;
    const author =
      message.author === 'requester'
        ? ticket.requester.name || say('requester.nameless')
        : (message.authorName ?? say('bubble.you'));
    const lead = kind === 'note' ? say('bubble.note') : author;
    return html`<li class="bubble ${kind}">
      <p class="by">
        <strong>${lead}</strong>
        <span class="figures"
          >${this.#time(message.createdAt)}${kind === 'note' ? ` · ${author}` : nothing}${
            kind === 'question' ? ` · ${say('bubble.question')}` : nothing
          }${
            kind === 'requester' && ticket.requester.organisation
              ? ` · ${ticket.requester.organisation}`
              : nothing
          }</span
        >
      </p>
      ${
        message.erasedAt
          ? html`<p class="text">${say('bubble.erased')}</p>`
          : message.kind === 'request' && ticket.answers.length > 0
            ? answersView(words, ticket)
            : this.#words(message)
      }
      ${this.#attachments(message.attachments)}
    </li>`;
  }

  #words({ author, text }: MessageView) {
    const { words, ticket } = this;
    if (author !== 'agent') return html`<p class="text">${text}</p>`;
    const said = linkedArticles(text, ticket.vendor);
    return html`<p class="text">${said.text}</p>
      ${sentArticles(words, ticket, said.links)}`;
  }

  #attachments(attachments: readonly AttachmentView[]) {
    if (attachments.length === 0) return nothing;
    const href = ({ id }: AttachmentView) => this.api.attachmentHref(this.ticket.vendor, id);
    return html`<div class="files">
      ${attachments.map((file) =>
        attachmentTile(this.words, file, href(file), {
          open: () => this.lightbox.show(href(file), file.name),
          settled: () => this.#follow(),
        }),
      )}
    </div>`;
  }
}

/** The clause behind an event that does not name its own: the promise, or the rule of the channel. */
function eventClause({ status, events, decision }: DeskTicket, { kind }: TicketEventView) {
  if (kind === 'channel_confirmed') return decision.firstResponse.clause;
  if (kind !== 'opened') return undefined;
  if (status === 'awaiting_channel') return decision.route.clause;
  const bridged = events.some((event) => event.kind === 'channel_confirmed');
  return bridged ? undefined : decision.firstResponse.clause;
}
