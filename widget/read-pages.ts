import type { ReadPages } from '#widget/controllers/own-list.ts';
import type { TicketSummary } from '#shared/wire/ticket.ts';

/**
 * Reads a person's requests on until what is there is enough. A page that does not come fails the whole, so that
 * no gap looks like an end.
 */
export const readPagesUntil =
  (isEnough: (rows: readonly TicketSummary[]) => boolean): ReadPages =>
  async (page) => {
    let answer = await page();
    const rows: TicketSummary[] = answer.ok ? [...answer.value.tickets] : [];
    while (answer.ok && answer.value.next !== null && !isEnough(rows)) {
      answer = await page(`?after=${encodeURIComponent(answer.value.next)}`);
      if (answer.ok) rows.push(...answer.value.tickets);
    }
    return answer.ok ? { ...answer, value: { ...answer.value, tickets: rows } } : answer;
  };

/** Reads a person's requests on until so many are there. */
export const readPages = (wanted: number): ReadPages =>
  readPagesUntil(({ length }) => length >= wanted);
