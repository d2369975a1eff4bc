import { html, LitElement, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { entitlementSection } from '#desk/context/entitlement-section.ts';
import { environmentSection } from '#desk/context/environment-section.ts';
import { missingSection, rightsSection } from '#desk/context/rights-section.ts';
import { portalSection } from '#desk/context/portal-section.ts';
import { requesterSection } from '#desk/context/requester-section.ts';
import { termsSection } from '#desk/context/terms-section.ts';
import { vendorRecordsSection } from '#desk/context/vendor-records-section.ts';
import { watchSection } from '#desk/context/watch-section.ts';
import type { DeskBeside } from '#desk/elements/desk-beside.ts';
import { icon } from '#desk/icons.ts';
import { styles } from '#desk/elements/desk-context.styles.ts';
import { base, controls } from '#desk/styles/base.styles.ts';
import type { Words } from '#desk/text/words.ts';

/** Terms, requester or what the watch saw, right to support, what stands beside the ticket, what is missing and allowed, environment. @fires desk-context - closed */
export class DeskContext extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) api!: DeskApi;
  @property({ attribute: false }) ticket!: DeskTicket;
  /** Zone of the agent who reads. */
  @property() readerZone = 'UTC';

  @query('.close') private closeButton?: HTMLButtonElement;
  @query('desk-beside') private beside?: DeskBeside;

  /** Opens the form that writes time down. */
  logTime(): void {
    if (this.ticket.status !== 'awaiting_channel') this.beside?.open('log_time');
  }

  override focus(): void {
    this.closeButton?.focus();
  }

  override render() {
    const { words, ticket } = this;
    return html`<div class="drawer">
        <h2>${words.say('ticket.showContext')}</h2>
        <button
          class="tool close"
          type="button"
          aria-label=${words.say('common.close')}
          @click=${this.#close}
        >
          ${icon('close')}
        </button>
      </div>
      ${termsSection(words, ticket, this.readerZone)}
      ${ticket.watch ? watchSection(words, ticket, ticket.watch) : this.#person()}
      <desk-beside
        .words=${words}
        .api=${this.api}
        .ticket=${ticket}
        .readerZone=${this.readerZone}
      ></desk-beside>
      ${missingSection(words, ticket)} ${rightsSection(words, ticket)}
      ${vendorRecordsSection(words, ticket)}
      ${ticket.watch ? nothing : environmentSection(words, ticket)}`;
  }

  #person() {
    const { words, api, ticket } = this;
    return html`${requesterSection(words, ticket)} ${portalSection(words, ticket)}
      <desk-person .words=${words} .api=${api} .ticket=${ticket}></desk-person>
      ${entitlementSection(words, ticket)}`;
  }

  #close() {
    this.dispatchEvent(new CustomEvent('desk-context', { bubbles: true, composed: true }));
  }
}
