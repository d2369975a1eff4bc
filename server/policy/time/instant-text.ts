const written = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d{1,3})?)?Z$/;

/**
 * Epoch milliseconds of an instant as it travels: ISO 8601 in UTC with `Z`, down to the millisecond.
 * Undefined for anything else and for a date or time that is none.
 */
export function parseInstant(text: string): number | undefined {
  const minute = written.exec(text)?.[1];
  const at = Date.parse(text);
  if (minute === undefined || Number.isNaN(at)) return undefined;
  return new Date(at).toISOString().startsWith(minute) ? at : undefined;
}

/** The instant as it travels: ISO 8601 in UTC, milliseconds only where they are not zero. */
export const instantText = (at: number): string => new Date(at).toISOString().replace('.000', '');
