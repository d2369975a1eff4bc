import { html, nothing } from 'lit';
import type { DeskQueue, QueueRow } from '#shared/wire/desk.ts';
import { icon } from '#desk/icons.ts';
import { ticketHref } from '#desk/routes.ts';
import { clockChip } from '#desk/text/clock-chip.ts';
import { briefMoment } from '#desk/text/moments.ts';
import { dutyOf, dutyOfClock } from '#desk/text/duty.ts';
import { lifeClockChip } from '#desk/text/life-clock-chip.ts';
import { criticalClock, nextClock, urgencyOf } from '#desk/text/pressing.ts';
import type { Words } from '#desk/text/words.ts';

/** One ticket of the queue: number, severity, receipt and clock; subject; why it stands here. */
export function queueRow(words: Words, queue: DeskQueue, row: QueueRow, current: boolean) {
  const zone = queue.timezone.id;
  const now = Date.parse(queue.now);
  const received = briefMoment(
    words.locale,
    zone,
    Date.parse(row.receivedAt ?? row.createdAt),
    now,
  );
  const because = why(words, row);
  const urgency = urgencyOf(row);
  const next = nextClock(row);
  const chip = next ? lifeClockChip(words, next) : clockChip(words, row.clock, row.status, zone);
  return html`<a
    class="row ${urgency ?? ''}"
    href=${ticketHref(queue.vendor, row.id)}
    aria-current=${current ? 'true' : nothing}
  >
    <span class="meta">
      <span class="facts figures"
        ><span class="number">${row.number}</span>${severityFlag(words, row)}<span
          >· ${received}</span
        ></span
      >
      <span class="chips"
        >${critical(words, row, current)}<desk-clock-chip
          ?on-soft=${current}
          .chip=${chip}
        ></desk-clock-chip
      ></span>
    </span>
    <span class="subject">${row.subject}</span>
    <span class="duty"
      >${urgency ? html`<b class="mark">${words.say(`mark.${urgency}`)}</b> · ` : nothing}${
        next ? dutyOfClock(words, next, zone, now) : dutyOf(words, row, zone, now)
      }${clauseOf(words, row, next?.clause ?? (next ? null : row.clock.clause))}</span
    >
    ${because ? html`<span class="why">${because}</span>` : nothing}
  </a>`;
}

function clauseOf(words: Words, { status }: QueueRow, clause: string | null) {
  if (status === 'awaiting_channel' || clause === null) return nothing;
  return html` — <span class="clause">${words.clause(clause)}</span>`;
}

/** Nobody has taken up what is critical: by when somebody has to. */
function critical(words: Words, row: QueueRow, current: boolean) {
  const clock = criticalClock(row);
  if (!clock) return nothing;
  return html`<desk-clock-chip
    ?on-soft=${current}
    .lead=${words.say('chip.takeUp')}
    .chip=${lifeClockChip(words, clock)}
  ></desk-clock-chip>`;
}

/** Why it stands before the next one, while it stands in the order. */
function why({ say }: Words, row: QueueRow): string | undefined {
  const { why } = row;
  if (!why || why.code === 'last' || row.view !== 'order') return undefined;
  const because = say(`why.${why.code}`);
  return why.outOfTurn ? say('why.outOfTurn', { why: because }) : because;
}

function severityFlag({ say }: Words, { severity }: QueueRow) {
  if (severity === 'normal') return nothing;
  return html`<span class="severity ${severity}"
    >${severity === 'low' ? nothing : icon('flag', 14)}${say(`flag.${severity}`)}</span
  >`;
}
