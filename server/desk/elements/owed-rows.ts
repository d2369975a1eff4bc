import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Owed } from '#desk/owed.ts';
import { ticketHref } from '#desk/routes.ts';
import { weekdayMoment } from '#desk/text/moments.ts';
import type { OwedView } from '#desk/text/queue-views.ts';
import type { Words } from '#desk/text/words.ts';

type Appeal = Owed['appeals']['rows'][number];
type Contact = Owed['contact']['rows'][number];

/** Whose desk it is, and what a person may do with its rows. */
export interface OwedScene {
  readonly words: Words;
  readonly vendor: string;
  readonly zone: string;
  readonly ticketId: string;
  /** The ticket whose contact is being recorded. */
  readonly pending: string;
  readonly finish: (row: Contact) => void;
}

/** Appeals to be heard, or people to be contacted. */
export function owedRows(scene: OwedScene, view: OwedView, owed: Owed) {
  const { words } = scene;
  return html`<ul aria-label=${words.say(`view.${view}`)}>
    ${
      view === 'appeals'
        ? repeat(
            owed.appeals.rows,
            ({ ticket }) => ticket.id,
            (row) => html`<li>${appealRow(scene, row, owed.now)}</li>`,
          )
        : repeat(
            owed.contact.rows,
            ({ ticket }) => ticket.id,
            (row) => html`<li>${contactRow(scene, row, owed.now)}</li>`,
          )
    }
  </ul>`;
}

function appealRow(scene: OwedScene, row: Appeal, now: string) {
  const { say } = scene.words;
  const late = row.dueAt !== null && row.dueAt < now;
  const since = say('owed.appealed', { to: row.to.name, at: near(scene, row.appealedAt, now) });
  const due =
    row.dueAt && say(late ? 'owed.late' : 'owed.due', { at: near(scene, row.dueAt, now) });
  return line(
    scene,
    row,
    late ? 'late' : '',
    html`${late ? html`<b class="mark">${say('mark.late')}</b> · ` : nothing}${since}${due ? `, ${due}` : nothing}`,
  );
}

function contactRow(scene: OwedScene, row: Contact, now: string) {
  const { words, pending, finish } = scene;
  const resolved = words.say('owed.resolved', { at: near(scene, row.resolvedAt, now) });
  return html`${line(scene, row, '', resolved)}
    <button
      class="edged finish"
      type="button"
      ?disabled=${pending !== ''}
      aria-label="${row.ticket.number}: ${words.say('owed.finish')}"
      @click=${() => finish(row)}
    >
      ${words.say('owed.finish')}
    </button>`;
}

type Row = Pick<Appeal, 'ticket' | 'requesterName' | 'clause'>;

function line(
  { words, vendor, ticketId }: OwedScene,
  { ticket, requesterName, clause }: Row,
  urgency: string,
  duty: unknown,
) {
  return html`<a
    class="row ${urgency}"
    href=${ticketHref(vendor, ticket.id)}
    aria-current=${ticket.id === ticketId ? 'true' : nothing}
  >
    <span class="facts figures"
      ><span class="number">${ticket.number}</span>${
        requesterName ? html`<span>· ${requesterName}</span>` : nothing
      }</span
    >
    <span class="subject">${ticket.subject}</span>
    <span class="duty">${duty} — <span class="clause">${words.clause(clause)}</span></span>
  </a>`;
}

const near = ({ words, zone }: OwedScene, at: string, now: string): string =>
  weekdayMoment(words.locale, zone, Date.parse(at), Date.parse(now));
