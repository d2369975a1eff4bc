import { html, nothing } from 'lit';
import { durationText } from '#shared/time.ts';
import type { ServiceStatement } from '#shared/wire/statement.ts';
import { ticketHref } from '#desk/routes.ts';
import { tag } from '#desk/sections/parts.ts';
import type { SayService } from '#desk/sections/service/service-words.ts';
import type { Words } from '#desk/text/words.ts';

/** What a statement is shown with. */
export interface StatementScene {
  readonly words: Words;
  readonly say: SayService;
  readonly vendor: string;
  readonly moment: (instant: string) => string;
}

/** How often each promise was kept. */
export function attainmentTable({ words, say }: StatementScene, { attainment }: ServiceStatement) {
  if (attainment.length === 0) return html`<p class="meta">${say('statement.none')}</p>`;
  const percent = new Intl.NumberFormat(words.locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return html`<div
    class="scroll"
    tabindex="0"
    role="region"
    aria-label=${say('statement.attained')}
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${say('statement.clock')}</th>
          <th scope="col">${say('statement.clause')}</th>
          <th scope="col" class="figure">${say('statement.kept')}</th>
          <th scope="col" class="figure">${say('statement.broken')}</th>
          <th scope="col" class="figure">${say('statement.open')}</th>
          <th scope="col" class="figure">${say('statement.share')}</th>
        </tr>
      </thead>
      <tbody>
        ${attainment.map(
          ({ clock, clause, kept, broken, open, share }) =>
            html`<tr>
              <th scope="row">${words.say(`clock.${clock}`)}</th>
              <td>${clause ? words.clause(clause) : nothing}</td>
              <td class="figure">${kept}</td>
              <td class="figure ${broken > 0 ? 'late' : ''}">${broken}</td>
              <td class="figure">${open}</td>
              <td class="figure">
                ${share === null ? say('statement.undecided') : percent.format(share)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Hours of the plan; nothing where none are counted. */
export function hoursLine({ words, say }: StatementScene, { hours }: ServiceStatement) {
  if (!hours) return nothing;
  const time = (minutes: number) => durationText(words.locale, minutes * 60);
  const said = say('statement.hoursUsed', {
    used: time(hours.usedMinutes),
    budget: time(hours.budgetMinutes),
    left: time(hours.leftMinutes),
    clause: words.clause(hours.clause),
  });
  const carried =
    hours.carriedMinutes > 0
      ? `, ${say('statement.carried', { carried: time(hours.carriedMinutes) })}`
      : '';
  return html`<h3>${say('statement.hours')}</h3>
    <p class="figures">${said}${carried}</p>`;
}

/** One ticket with its promises and pauses. */
export function ticketRow(
  { words, say, vendor, moment }: StatementScene,
  { id, number, promises, pauses }: ServiceStatement['tickets'][number],
) {
  const clauseOf = (clause: string | null) => (clause ? ` — ${words.clause(clause)}` : '');
  return html`<li>
    <a class="title figures" href=${ticketHref(vendor, id)}>${number}</a>
    <ul class="facts whole">
      ${promises.map(
        ({ clock, clause, dueAt, outcome, stoppedAt, brokenAt }) =>
          html`<li>
            <span class="figures"
              >${say('statement.due', {
                clock: words.say(`clock.${clock}`),
                due: moment(dueAt),
              })}${clauseOf(clause)}</span
            >
            ${outcomeTag(say, outcome, moment(stoppedAt ?? brokenAt ?? dueAt))}
          </li>`,
      )}
      ${pauses.map(({ reason, from, until }) => {
        const why = words.say(`status.${reason}`);
        return html`<li class="meta figures">
          ${
            until
              ? say('statement.paused', { reason: why, from: moment(from), until: moment(until) })
              : say('statement.paused.on', { reason: why, from: moment(from) })
          }
        </li>`;
      })}
    </ul>
  </li>`;
}

type Outcome = ServiceStatement['tickets'][number]['promises'][number]['outcome'];

function outcomeTag(say: SayService, outcome: Outcome, time: string) {
  const word = say(`statement.outcome.${outcome}`, { time });
  if (outcome === 'kept') return tag('met', 'check', word);
  return outcome === 'broken' ? tag('late', 'alert', word) : tag('paused', 'clock', word);
}
