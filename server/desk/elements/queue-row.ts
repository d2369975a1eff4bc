import { html, nothing } from 'lit';
import type { DeskQueue, QueueRow } from '#shared/wire/desk.ts';
import { icon } from '#desk/icons.ts';
import { ticketHref } from '#desk/routes.ts';
import { clockChip } from '#desk/text/clock-chip.ts';
import { briefMoment } from '#desk/text/moments.ts';
import { dutyOf } from '#desk/text/duty.ts';
import { viewOf } from '#desk/text/queue-views.ts';
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
  return html`<a
    class="row"
    href=${ticketHref(queue.vendor, row.id)}
    aria-current=${current ? 'true' : nothing}
  >
    <span class="meta">
      <span class="facts figures"
        ><span class="number">${row.number}</span>${severityFlag(words, row)}<span
          >· ${received}</span
        ></span
      >
      <desk-clock-chip
        ?on-soft=${current}
        .chip=${clockChip(words, row.clock, row.status, zone)}
      ></desk-clock-chip>
    </span>
    <span class="subject">${row.subject}</span>
    <span class="duty"
      >${dutyOf(words, row, zone, now)}${
        row.status === 'awaiting_channel'
          ? nothing
          : html` — <span class="clause">${words.clause(row.clock.clause)}</span>`
      }</span
    >
    ${because ? html`<span class="why">${because}</span>` : nothing}
  </a>`;
}

/** Why it stands before the next one, while it stands in the order. */
function why({ say }: Words, row: QueueRow): string | undefined {
  const { why } = row;
  if (!why || why.code === 'last' || viewOf(row) !== 'order') return undefined;
  const because = say(`why.${why.code}`);
  return why.outOfTurn ? say('why.outOfTurn', { why: because }) : because;
}

function severityFlag({ say }: Words, { severity }: QueueRow) {
  if (severity === 'normal') return nothing;
  return html`<span class="severity ${severity}"
    >${severity === 'low' ? nothing : icon('flag', 14)}${say(`flag.${severity}`)}</span
  >`;
}
