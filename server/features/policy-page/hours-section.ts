import { html } from 'hono/html';
import { dayAndMonth, weekday } from '#shared/time.ts';
import { nextDayOff } from '#server/features/policy-page/next-day-off.ts';
import { capitalized, listed, type PageWords } from '#server/features/policy-page/page-words.ts';
import { type Html, section } from '#server/features/policy-page/parts.ts';
import { regularHours } from '#server/features/policy-page/regular-hours.ts';
import { utcOffset } from '#server/features/policy-page/utc-offset.ts';
import { weekChart } from '#server/features/policy-page/week-chart.ts';
import type { DeskCalendar, DeskHours } from '#server/policy/calendar/desk-hours.ts';
import { dayMs } from '#server/policy/time/local-date.ts';
import type { Policy } from '#server/policy/packs.ts';

/** The week as it is worked, the regular hours of every office, and what the calendar changes. */
export function hoursSection(words: PageWords, policy: Policy, now: number): Html {
  const { desk, pack } = policy;
  const frame = { id: 'hours', title: words.say('hours.title') };
  if (!desk || !('offices' in pack.desk)) {
    const clauses = [pack.desk.clause];
    const sentence = words.say('hours.notStated');
    return section(words, { ...frame, clauses }, html`<p class="unstated">${sentence}</p>`);
  }
  const clauses = [pack.desk.clause, ...pack.desk.offices.map(({ clause }) => clause)];
  return section(
    words,
    { ...frame, clauses },
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
        <p class="aside">${calendarSentences(words, desk, pack.desk, now).join(' ')}</p>
      </div>
    </div>`,
  );
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

function calendarSentences(
  { locale, say }: PageWords,
  desk: DeskCalendar,
  hours: DeskHours,
  now: number,
): string[] {
  const kinds = hours.closedOn.map((kind) => say(`hours.kind.${kind}`));
  const off = nextDayOff(desk, hours, now);
  const day =
    off &&
    `${weekday(locale, 'UTC', off.day * dayMs)}, ${dayAndMonth(locale, 'UTC', off.day * dayMs)}`;
  return [
    ...(kinds.length > 0 ? [say('hours.closedOn', { kinds: listed(locale, kinds) })] : []),
    ...(hours.workingWeekends === 'honor' ? [say('hours.workingWeekends')] : []),
    ...(hours.shortenedDays === 'end-early' ? [say('hours.shortened')] : []),
    ...(off && day
      ? [
          off.name
            ? say('hours.next', { day, name: off.name[locale] })
            : say('hours.nextUnnamed', { day }),
        ]
      : []),
    ...(off?.estimated ? [say('hours.estimated')] : []),
  ];
}
