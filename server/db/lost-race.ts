/** SQLSTATE of transactions that PostgreSQL undid for another one: a deadlock, or an order that cannot be kept. */
const undoneFor = new Set(['40P01', '40001']);

/**
 * Whether a transaction was undone because of another one, so that doing it again may well succeed. Looks
 * through the causes, since drizzle wraps what the driver throws.
 */
export function isLostRace(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && undoneFor.has(code)) return true;
  }
  return false;
}
