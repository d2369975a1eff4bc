import { inLocale } from '#shared/i18n/cyrillic.ts';
import { html } from 'hono/html';
import { weekday } from '#shared/time.ts';
import { type DrawingLabel, labelRow, percent } from '#server/features/policy-page/drawing.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import { clockOf, type DayOfWeek, weekOf } from '#server/features/policy-page/week.ts';
import { type DeskCalendar, localDay } from '#server/policy/calendar/desk-hours.ts';
import { dayMs } from '#server/policy/time/local-date.ts';

const widths = { wide: 300, narrow: 228 };

/** The present week, a row a day: hatch is closed, bar is working time, the stroke is now. */
export function weekChart(words: PageWords, desk: DeskCalendar, now: number): Html {
  const week = weekOf(desk, now);
  const nowShare = desk.schedule.zone.toLocal(now) / dayMs - localDay(desk, now);
  return html`<ul class="week" aria-label="${words.say('hours.thisWeek')}">
    ${week.map((day) => row(words, day, nowShare))}
    <li class="axis" aria-hidden="true">
      <svg class="axis-labels">${labelRow(axisLabels(week), 11, widths)}</svg>
    </li>
  </ul>`;
}

function row(words: PageWords, day: DayOfWeek, nowShare: number): Html {
  const { locale, say } = words;
  const name = weekday(locale, 'UTC', day.day * dayMs);
  return html`<li class="${day.today ? 'today' : ''}">
    <span class="day">${day.today ? say('hours.today', { day: name }) : name}</span>
    <svg class="bar" role="img" aria-label="${spoken(words, day)}">
      <rect class="closed" width="100%" y="1" height="14" />
      ${day.openings.map(
        ({ startsAt, endsAt }) =>
          html`<rect
              class="under"
              x="${percent(startsAt)}"
              width="${percent(endsAt - startsAt)}"
              height="16"
            />
            <rect
              class="open"
              x="${percent(startsAt)}"
              width="${percent(endsAt - startsAt)}"
              height="16"
              rx="2"
            />`,
      )}
      ${day.today ? html`<rect class="now" x="${percent(nowShare)}" y="-2" width="2" height="20" />` : ''}
    </svg>
  </li>`;
}

function spoken({ locale, say }: PageWords, { openings, closed }: DayOfWeek): string {
  if (openings.length > 0) {
    return openings
      .map(({ startsAt, endsAt }) => `${clockOf(startsAt)}–${clockOf(endsAt)}`)
      .join(', ');
  }
  return closed.name
    ? say('hours.closedNamed', { name: inLocale(closed.name, locale) })
    : say('hours.closed');
}

/** The first opening and the last closing of the week before both midnights. */
function axisLabels(week: readonly DayOfWeek[]): DrawingLabel[] {
  const openings = week.flatMap((day) => day.openings);
  const edges =
    openings.length === 0
      ? []
      : [
          Math.min(...openings.map(({ startsAt }) => startsAt)),
          Math.max(...openings.map(({ endsAt }) => endsAt)),
        ];
  return [
    ...edges
      .filter((at) => at > 0 && at < 1)
      .map((at): DrawingLabel => ({ at, text: clockOf(at), anchor: 'middle' })),
    { at: 0, text: clockOf(0), anchor: 'start' },
    { at: 1, text: clockOf(1), anchor: 'end' },
  ];
}
