/** Where the pointer was the time before: one person has one. */
let was = false;

/**
 * Whether a press of the pointer fell beside a dialog, on its backdrop, and began there: asked as it begins and as it
 * ends. One that began in the dialog marks words, and the second of a double one is meant for what the first opened.
 */
export function isBeside({ clientX: x, clientY: y, currentTarget, target, detail }: MouseEvent) {
  const { left, right, top, bottom } = (currentTarget as Element).getBoundingClientRect();
  const began = was;
  was =
    target === currentTarget && detail === 1 && (x < left || x > right || y < top || y > bottom);
  return began && was;
}
