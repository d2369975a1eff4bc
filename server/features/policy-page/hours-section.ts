import { html } from 'hono/html';
import {
  calendarSentences,
  coverageSentences,
  daysOffText,
} from '#server/features/policy-page/calendar-words.ts';
import { daysOff } from '#server/features/policy-page/days-off.ts';
import { capitalized, type PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, folded, type Html, section } from '#server/features/policy-page/parts.ts';
import { regularHours } from '#server/features/policy-page/regular-hours.ts';
import { toConfirm } from '#server/features/policy-page/to-confirm.ts';
import { utcOffset } from '#server/features/policy-page/utc-offset.ts';
import { weekChart } from '#server/features/policy-page/week-chart.ts';
import type { DeskHours } from '#server/policy/calendar/desk-hours.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

const mostDaysOff = 6;

/** The week as it is worked, the regular hours of every office, and what the calendar changes. */
export function hoursSection(words: PageWords, policy: Policy, now: number): Html {
  const { desk, pack } = policy;
  const frame = { id: 'hours', title: words.say('hours.title') };
  const receipt = pack.receipt.clause ? [pack.receipt.clause] : [];
  if (!desk || !('offices' in pack.desk)) {
    return section(
      words,
      { ...frame, clauses: [pack.desk.clause, ...receipt] },
      html`<p class="unstated">${words.say('hours.notStated')}</p>
        ${receiptLine(words, pack)} ${toConfirm(words, pack, ['desk'])}`,
    );
  }
  const ofOffices = pack.desk.offices.map(({ clause }) => clause);
  const next = daysOff(desk, pack.desk, now).slice(0, mostDaysOff);
  return section(
    words,
    { ...frame, clauses: [pack.desk.clause, ...ofOffices, ...receipt] },
    html`<div class="hours">
        ${weekChart(words, desk, now)}
        <div class="hours-words">
          ${offices(words, pack.desk)}
          <p>
            ${words.say('hours.zone', {
              zone: pack.timezoneLabel[words.locale],
              offset: utcOffset(policy.zone, now),
            })}
          </p>
          ${
            pack.desk.offices.length > 1
              ? html`<p class="aside">${words.say(`hours.desk.${pack.desk.coverage}`)}</p>`
              : ''
          }
          <p class="aside">${calendarSentences(words, desk, pack.desk, now).join(' ')}</p>
        </div>
      </div>
      ${receiptLine(words, pack)}
      ${folded(
        words.say('hours.daysOff'),
        html`<ul class="lines">
            ${next.map((days) => html`<li>${daysOffText(words, days)}</li>`)}
          </ul>
          <p class="aside">${coverageSentences(words, desk).join(' ')}</p>
          <p class="aside">
            <a href="/policy/${pack.vendor}/closed-days.ics?lang=${words.locale}"
              >${words.say('hours.ics')}</a
            >
          </p>`,
      )}
      ${toConfirm(words, pack, ['desk'])}`,
  );
}

/** When a request counts as received. */
function receiptLine(words: PageWords, { receipt }: PolicyPack): Html | '' {
  const { roundTheClock, clause } = receipt;
  if (!clause) return '';
  const sentence = words.say(roundTheClock ? 'hours.roundTheClock' : 'hours.withinHours');
  return html`<p class="after-hours">${sentence} ${clauseLink(words, clause)}</p>`;
}

function offices({ locale, say }: PageWords, hours: DeskHours): Html[] {
  return hours.offices.map((office, index) => {
    const counted = hours.coverage !== 'primaryOnly' || index === 0;
    const lines = regularHours(locale, office.hours);
    return html`<div class="office">
      ${hours.offices.length > 1 ? html`<p class="office-name">${office.name[locale]}</p>` : ''}
      ${lines.map(
        (line) =>
          html`<p>
            <strong>${capitalized(locale, line.days)}<br />${line.hours}</strong>
          </p>`,
      )}
      ${counted ? '' : html`<p class="aside">${say('hours.notCounted')}</p>`}
    </div>`;
  });
}
