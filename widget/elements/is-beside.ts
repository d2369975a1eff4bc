/** Whether a press of the pointer fell beside a dialog, on its backdrop; the second of a double one is meant for what the first opened. */
export function isBeside({ clientX: x, clientY: y, currentTarget, target, detail }: MouseEvent) {
  if (target !== currentTarget || detail !== 1) return false;
  const { left, right, top, bottom } = (target as Element).getBoundingClientRect();
  return x < left || x > right || y < top || y > bottom;
}
