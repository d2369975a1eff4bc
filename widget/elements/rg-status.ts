import { LitElement, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { TicketStatus } from '#shared/vocabulary.ts';
import type { IconName } from '#widget/elements/icons.ts';
import { statusStyles } from '#widget/elements/rg-status.styles.ts';
import type { Words } from '#widget/words.ts';

const statusIcons: Record<TicketStatus, IconName> = {
  awaiting_channel: 'pause',
  open: 'doc',
  in_progress: 'eye',
  waiting_requester: 'question',
  escalated: 'eye',
  waiting_release: 'eye',
  deferred: 'pause',
  closed: 'check',
  resolved: 'check',
};

/** Where a request stands, by icon and word. */
export class RgStatus extends LitElement {
  static override styles = statusStyles;

  @property({ attribute: false }) words!: Words;
  @property({ reflect: true }) status: TicketStatus = 'open';

  override render() {
    return html`<rg-icon name=${statusIcons[this.status]}></rg-icon>${this.words.t(
        `status.${this.status}`,
      )}`;
  }
}
