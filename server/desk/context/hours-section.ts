import { html, nothing, svg } from 'lit';
import type { HoursBudgetView, TimeEntryView } from '#shared/wire/hours.ts';
import { dayAndMonth, durationText } from '#shared/time.ts';
import type { BesideScene } from '#desk/beside/scene.ts';
import { sideActs, sideSection } from '#desk/context/side-section.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { icon } from '#desk/icons.ts';
import { weekdayMoment } from '#desk/text/moments.ts';

/** The hours of the plan in this month, and what was worked on this ticket. */
export function hoursSection(scene: BesideScene) {
  const { entries, budget } = scene.beside.time;
  return sideSection(
    scene,
    'context.hours',
    scene.ticket.status === 'awaiting_channel' ? [] : ['log_time'],
    budget || entries.length > 0
      ? html`${budget ? bar(scene, budget) : nothing}
        ${
          entries.length > 0
            ? html`<ul class="things">
                ${entries.map((entry) => html`<li>${line(scene, entry)}</li>`)}
              </ul>`
            : nothing
        }`
      : nothing,
  );
}

/** How much of the month is used, with the mark from which the desk is warned. */
function bar(scene: BesideScene, budget: HoursBudgetView) {
  const { words, ticket } = scene;
  const { say, locale } = words;
  const text = (minutes: number) => durationText(locale, minutes * 60);
  const { budgetMinutes, usedMinutes, leftMinutes, warnAtMinutes, state, month, clause } = budget;
  const share = (minutes: number) =>
    Math.min(100, budgetMinutes > 0 ? (minutes * 100) / budgetMinutes : 100);
  const whole = text(budgetMinutes);
  const until = dayAndMonth(locale, ticket.timezone.id, Date.parse(month.until));
  const left =
    leftMinutes < 0
      ? say('hours.over', { over: text(-leftMinutes), whole })
      : say('hours.left', { left: text(leftMinutes), whole });
  return html`<svg
      class="bar ${state}"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label=${say('hours.bar', { used: text(usedMinutes), whole })}
    >
      ${svg`<rect class="used" width=${share(usedMinutes)} height="8" />
        <line x1=${share(warnAtMinutes)} x2=${share(warnAtMinutes)} y1="0" y2="8" />`}
    </svg>
    <p class="figures ${state}">
      ${state === 'left' ? nothing : icon(state === 'warn' ? 'hourglass' : 'alert', 14)}<span
        >${left}${state === 'left' ? nothing : html`, ${say(`hours.${state}`)}`}</span
      >
    </p>
    <p class="small">
      ${say('hours.until', { date: until })} — ${clauseLink(words, ticket, clause)}
    </p>`;
}

function line(scene: BesideScene, entry: TimeEntryView) {
  const { words, ticket } = scene;
  const { say, locale } = words;
  const { minutes, countedMinutes, voided, choice, ownError } = entry;
  const worked = durationText(locale, minutes * 60);
  const counted = durationText(locale, countedMinutes * 60);
  const at = weekdayMoment(
    locale,
    ticket.timezone.id,
    Date.parse(entry.workedAt),
    Date.parse(ticket.now),
  );
  const notes = [
    ...(voided ? [say('time.voided')] : []),
    ...(!voided && countedMinutes !== minutes && scene.beside.time.budget
      ? [say('time.counted', { counted })]
      : []),
    ...(choice ? [say(`choice.${choice}`)] : []),
    ...(ownError ? [say('time.ownError')] : []),
  ];
  return html`<span class=${voided ? 'thing gone' : 'thing'}
      ><b class="figures">${worked}</b>
      <span class="small figures"
        >${[at, ...(entry.agent ? [entry.agent] : []), ...notes].join(' · ')}</span
      ></span
    >${
      voided
        ? nothing
        : sideActs(scene, ['correct_time', 'void_time'], {
            id: entry.id,
            label: `${worked}, ${at}`,
            values: { minutes: String(minutes) },
          })
    }`;
}
