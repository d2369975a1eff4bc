import { html, nothing } from 'lit';
import type { LifeClock } from '#shared/wire/desk-life.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { lifeClockChip } from '#desk/text/life-clock-chip.ts';
import { clockChip } from '#desk/text/clock-chip.ts';
import { dutyOf } from '#desk/text/duty.ts';
import { explanationOf } from '#desk/text/explanation.ts';
import { zonesOf } from '#desk/text/zones.ts';
import type { Words } from '#desk/text/words.ts';

/** Each clock with its ruler, both zones, how it was counted, and what the regulation does not set. */
export function termsSection(words: Words, ticket: DeskTicket, readerZone: string) {
  const { say } = words;
  const { firstResponse, notices } = ticket.decision;
  const { target } = firstResponse;
  const { clock } = ticket;
  // The clock itself: a ticket that waits or is resolved still shows when its first reply came.
  const status = clock.metAt ? 'open' : ticket.status;
  const zone = ticket.timezone.id;
  const now = Date.parse(ticket.now);
  const term = target ? say(`term.${target.unit}`, { count: target.value }) : '';
  return html`<section>
    <h3>${say('context.terms')}</h3>
    <p class="fact">
      <desk-clock-chip
        .lead=${say('clock.first_response')}
        .chip=${clockChip(words, clock, status, zone)}
      ></desk-clock-chip>
      ${clauseLink(words, ticket, ticket.clock.clause)}
    </p>
    ${ticket.life.clocks.map((each) => lifeClock(words, ticket, each))}
    ${firstResponse.unstated ? nothing : html`<p>${dutyOf(words, { clock, status }, zone, now)}</p>`}
    ${firstResponse.dueAt ? counted(words, ticket, readerZone) : nothing}
    ${
      firstResponse.unstated
        ? html`<p class="small">
            ${say(`unstated.${firstResponse.unstated}`, { term })} —
            ${clauseLink(words, ticket, firstResponse.clause)}
          </p>`
        : nothing
    }
    ${notices
      .filter(({ code }) => code !== 'bridge_chat' && code !== 'bridge_mail')
      .map(
        ({ code, clause }) =>
          html`<p class="small">
            ${say(`notice.${code}`)} — ${clauseLink(words, ticket, clause)}
          </p>`,
      )}
  </section>`;
}

/** What runs besides the first response, as a chip of its own. */
function lifeClock(words: Words, ticket: DeskTicket, clock: LifeClock) {
  return html`<p class="fact">
    <desk-clock-chip
      .lead=${words.say(`clock.${clock.kind}`)}
      .chip=${lifeClockChip(words, clock)}
    ></desk-clock-chip>
    ${clock.clause ? clauseLink(words, ticket, clock.clause) : nothing}
  </p>`;
}

function counted(words: Words, ticket: DeskTicket, readerZone: string) {
  const { say, locale } = words;
  const { firstResponse } = ticket.decision;
  const zone = ticket.timezone.id;
  const due = Date.parse(firstResponse.dueAt ?? '');
  const now = Date.parse(ticket.now);
  // Once the reply is given the ring stands where it was given, not where the day has come to.
  const ringAt = ticket.clock.metAt ? Date.parse(ticket.clock.metAt) : now;
  return html`<rg-ruler
      .segments=${firstResponse.segments}
      .now=${ringAt}
      .dueAt=${due}
      .locale=${locale}
      .timezone=${zone}
      .label=${dutyOf(words, ticket, zone, now)}
    ></rg-ruler>
    <p class="small figures">
      ${zonesOf(words, ticket, { requesterZone: ticket.requester.timezone, readerZone }, due)}
      ${firstResponse.estimated ? say('terms.estimated') : nothing}
    </p>
    <details class="small">
      <summary>${say('terms.how')}</summary>
      <p>${explanationOf(locale, ticket)}</p>
    </details>`;
}
