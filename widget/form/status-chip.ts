import { html, type TemplateResult } from 'lit';
import type { TicketStatus } from '#shared/vocabulary.ts';
import type { IconName } from '#widget/elements/icons.ts';
import type { Words } from '#widget/words.ts';

const statusIcons: Record<TicketStatus, IconName> = {
  awaiting_channel: 'pause',
  open: 'doc',
  in_progress: 'eye',
  waiting_requester: 'question',
  resolved: 'check',
};

/** Where a request stands, by icon and word. */
export const statusChip = ({ t }: Words, status: TicketStatus): TemplateResult =>
  html`<span class="chip ${status}"
    ><rg-icon .name=${statusIcons[status]}></rg-icon>${t(`status.${status}`)}</span
  >`;
