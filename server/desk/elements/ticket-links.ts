import { html, nothing } from 'lit';
import type { TicketName } from '#shared/wire/ticket-name.ts';
import { ticketHref } from '#desk/routes.ts';

/** A few words and the tickets that they are about, each by its number. */
export const ticketLinks = (said: string, vendor: string, tickets: readonly TicketName[]) =>
  html`${said}
  ${tickets.map(
    ({ id, number }, at) =>
      html`${at > 0 ? ', ' : nothing}<a class="figures" href=${ticketHref(vendor, id)}
          >${number}</a
        >`,
  )}`;
