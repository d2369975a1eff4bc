const two = (part: number) => String(part).padStart(2, '0');

/** An instant of the wire as a field for date and time holds it, in the reader's time: `2026-11-25T09:00`. */
export function momentValue(instant: string): string {
  const at = new Date(instant);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
