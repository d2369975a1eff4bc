import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { MessageHits } from '#shared/wire/message-search.ts';
import { pauseController } from '#desk/controllers/pause.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { keptStore } from '#desk/kept.ts';
import { ticketHref } from '#desk/routes.ts';
import { knowledgeWords } from '#desk/sections/knowledge/knowledge-words.ts';
import { markedText } from '#desk/sections/messages/marked-text.ts';
import { messagesApi } from '#desk/sections/messages/messages-api.ts';
import { listBody, sectionHead } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { fieldStyles } from '#desk/styles/fields.styles.ts';

type Hit = MessageHits['messages'][number];

const pauseMs = 250;

/** What was looked for last at each desk: a found ticket is opened, and the way back leads to what was found. */
const asked = keptStore<string>(sessionStorage, 'reglament.messages.');

/** Search over the messages of all tickets, the newest first. */
export class DeskMessages extends SectionElement {
  static override styles = [
    ...SectionElement.styles,
    fieldStyles,
    css`
      .search {
        display: block;
        margin-bottom: 12px;
      }
      .excerpt {
        color: var(--rg-text);
        overflow-wrap: anywhere;
      }
      mark {
        border-radius: 3px;
        background: var(--rg-soon-bg);
        color: inherit;
        font-weight: 600;
      }
      .number {
        color: var(--rg-text-2);
        font-weight: 400;
      }
      .note {
        color: var(--rg-note);
      }
      @media (forced-colors: active) {
        mark {
          outline: 1px solid;
        }
      }
    `,
  ];

  @state() private question = '';

  #pause = pauseController(this, pauseMs);
  #found = sectionList<Hit>(this, (after) =>
    messagesApi(this.scene.fetch, this.scene.vendor.key).search(this.question.trim(), after),
  );

  protected override begin() {
    this.question = asked.read(this.scene.vendor.key) ?? '';
    if (this.question.trim()) this.#found.restart();
  }

  override firstUpdated() {
    this.renderRoot.querySelector('input')?.focus();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    const { state: found } = this.#found;
    return html`<div class="inner">
      ${sectionHead(words, 'messages', say('messages.lead'))}
      <input
        class="search"
        type="search"
        maxlength="500"
        aria-label=${say('messages.search')}
        placeholder=${say('messages.search')}
        .value=${this.question}
        @input=${this.#typed}
        @keydown=${this.#pressed}
      />
      ${
        this.question.trim()
          ? html`${listBody(words, this.#found, {
                row: this.#row,
                empty: {
                  icon: 'chat',
                  fact: say('messages.none'),
                  more: say('messages.noneMore'),
                },
              })}
              <p class="unseen" role="status">
                ${
                  found.phase === 'ready'
                    ? say('messages.found', { count: found.page.rows.length })
                    : nothing
                }
              </p>`
          : nothing
      }
    </div>`;
  }

  #row = (hit: Hit) => {
    const { words, vendor } = this.scene;
    const { kind, author, ticket, createdAt } = hit;
    const by = kind === 'note' ? 'note' : author;
    return html`<a class="title" href=${ticketHref(vendor.key, ticket.id)}
        ><span class="figures number">${ticket.number}</span> ${ticket.subject}</a
      >
      <span class="excerpt">${markedText(hit)}</span>
      <span class="meta figures"
        ><span class=${by}>${this.#say(`author.${by}`)}</span> · ${this.moment(createdAt)}</span
      >
      <span class="side meta">${words.say(`status.${ticket.status}`)}</span>`;
  };

  #typed = (event: Event) => {
    this.question = (event.target as HTMLInputElement).value;
    asked.write(this.scene.vendor.key, this.question);
    if (this.question.trim()) this.#pause.wait(() => this.#found.refresh());
    else this.#pause.stop();
  };

  /** Down leads from the words into what was found. */
  #pressed = (event: KeyboardEvent) => {
    if (event.code !== 'ArrowDown') return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('.rows a')?.focus();
  };

  get #say() {
    return knowledgeWords(this.scene.words.locale);
  }
}
