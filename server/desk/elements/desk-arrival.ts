import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { Channel } from '#shared/vocabulary.ts';
import { icon } from '#desk/icons.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { DeskKey, Words } from '#desk/text/words.ts';

const confirmWords: Partial<Record<Channel, DeskKey>> = {
  mail: 'arrival.confirm.mail',
  telegram: 'arrival.confirm.chat',
  whatsapp: 'arrival.confirm.chat',
};

/** A ticket that its official channel has not seen yet: the code to look for and the one act. */
export class DeskArrival extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        padding: 0 16px 12px;
      }
      section {
        display: grid;
        gap: 8px;
        padding: 14px 16px;
        border: 2px solid var(--rg-paused);
        border-radius: 10px;
        background: var(--rg-paused-bg);
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--rg-paused);
        font-size: 15px;
        font-weight: 600;
        line-height: 20px;
      }
      .code {
        font: 600 24px/32px var(--rg-face);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.04em;
        user-select: all;
        overflow-wrap: anywhere;
      }
      .address {
        color: var(--rg-text-2);
      }
      .act {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      .act p {
        flex: 1 1 220px;
        color: var(--rg-text-2);
        font-size: 12px;
        line-height: 16px;
      }
      .primary {
        background: var(--rg-paused);
      }
      @media (max-width: 899px) {
        :host {
          padding: 0 8px 8px;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) ticket!: DeskTicket;
  @property({ type: Boolean }) busy = false;

  override render() {
    const { words, ticket } = this;
    const { say } = words;
    const channel = ticket.bridge?.channel ?? ticket.decision.route.channel;
    return html`<section aria-labelledby="title">
      <h3 id="title">
        ${icon('pause', 18)}${say('arrival.title', { channel: say(`channel.${channel}`) })}
      </h3>
      <p>
        ${say('arrival.text')} — ${clauseLink(words, ticket, ticket.decision.route.clause)}.
        ${say('arrival.look')}
      </p>
      <p class="code">${ticket.bridge?.code ?? ticket.number}</p>
      ${
        ticket.bridge
          ? html`<p class="address">
              ${say('arrival.address', { address: ticket.bridge.address })}
            </p>`
          : null
      }
      <div class="act">
        <button class="primary" type="button" ?disabled=${this.busy} @click=${this.#confirm}>
          ${icon('check')}${say(confirmWords[channel] ?? 'arrival.confirm.other')}
        </button>
        <p>${say('arrival.after')} ${say('arrival.notesOnly')}</p>
      </div>
    </section>`;
  }

  #confirm() {
    this.dispatchEvent(new CustomEvent('desk-confirm', { bubbles: true, composed: true }));
  }
}
