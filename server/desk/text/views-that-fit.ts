/** Space between two tabs, CSS pixels. */
export const tabGapPx = 10;

/** How wide the list of what does not fit is: closed, and naming a view that was chosen from it. */
export const foldPx = { closed: 72, chosen: 128 } as const;

/**
 * How many tabs, from the first, stand on one line; the rest goes into a list at its end.
 *
 * @param widths of all tabs in their order, CSS pixels
 * @param chosen index of the view that is shown
 */
export function viewsThatFit(widths: readonly number[], linePx: number, chosen: number): number {
  const upTo = (count: number) =>
    widths.slice(0, count).reduce((sum, width) => sum + width + tabGapPx, 0);
  if (upTo(widths.length) - tabGapPx <= linePx) return widths.length;
  const fitting = (fold: number) => widths.findLastIndex((_, at) => upTo(at + 1) + fold <= linePx);
  const most = fitting(foldPx.closed) + 1;
  return chosen < most ? most : fitting(foldPx.chosen) + 1;
}
