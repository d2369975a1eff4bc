import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { TicketActKind } from '#shared/wire/ticket-act.ts';
import { inMenu, shownActs } from '#desk/acts/shown-acts.ts';
import { icon } from '#desk/icons.ts';
import { keyOfAct } from '#desk/keys.ts';
import type { Words } from '#desk/text/words.ts';

/** The next steps with their keys, everything else behind one button, and the solution. */
export function ticketCommands(
  words: Words,
  ticket: DeskTicket,
  busy: boolean,
  act: (kind: TicketActKind) => void,
) {
  const { say } = words;
  const more = inMenu(ticket);
  return html`<div class="commands">
    ${shownActs(ticket).map(
      (kind) =>
        html`<button
          class="tool command"
          type="button"
          aria-keyshortcuts=${keyOfAct(kind) ?? nothing}
          ?disabled=${busy}
          @click=${() => act(kind)}
        >
          ${say(`act.${kind}`)}<kbd aria-hidden="true">${keyOfAct(kind)}</kbd>
        </button>`,
    )}
    ${
      more.length > 0
        ? html`<desk-act-menu
            .words=${words}
            .acts=${more}
            .beside=${shownActs(ticket)}
            ?busy=${busy}
            @desk-act=${(event: CustomEvent<TicketActKind>) => act(event.detail)}
          ></desk-act-menu>`
        : nothing
    }
    ${
      ticket.can.includes('resolve')
        ? html`<button class="edged" type="button" ?disabled=${busy} @click=${() => act('resolve')}>
            ${icon('check')}${say('ticket.resolve')}
          </button>`
        : nothing
    }
  </div>`;
}
