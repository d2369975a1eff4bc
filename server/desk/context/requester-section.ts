import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { icon } from '#desk/icons.ts';
import { ticketHref } from '#desk/routes.ts';
import type { Words } from '#desk/text/words.ts';

/** Who asks, who vouches for them, and how they are reached. */
export function requesterSection({ say }: Words, { requester, vendor }: DeskTicket) {
  const { newestOthers: newest, name, provenBy, email, phone, otherTickets: count } = requester;
  return html`<section>
    <h3>${say('context.requester')}</h3>
    <div class=${provenBy ? 'who proven' : 'who'}>
      ${icon(provenBy ? 'shield' : 'user', 18)}
      <p><b>${name || say('requester.nameless')}</b></p>
      <p class=${provenBy ? 'proof' : 'warn'}>
        ${provenBy ? say('requester.proven', { host: provenBy }) : say('requester.unproven')}
      </p>
      ${email || phone ? nothing : html`<p>${say('requester.noContact')}</p>`}
      ${email ? html`<p>${email}</p>` : nothing} ${phone ? html`<p>${phone}</p>` : nothing}
      <p class="small">
        ${count > 0 ? say('requester.others', { count }) : say('requester.noOthers')}${
          count > newest.length ? `, ${say('requester.newest', { count: newest.length })}` : nothing
        }
      </p>
      ${
        newest.length > 0
          ? html`<ul class="others small" aria-label=${say('requester.othersList')}>
              ${newest.map(
                ({ id, number, subject, status }) =>
                  html`<li>
                    <a href=${ticketHref(vendor, id)}
                      ><span class="figures">${number}</span> ${subject}</a
                    >
                    · ${say(`status.${status}`)}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>
  </section>`;
}
