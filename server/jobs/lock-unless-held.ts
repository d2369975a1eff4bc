/** A query that can be told to lock what it finds, as drizzle builds it. */
interface Lockable<Row> extends PromiseLike<Row[]> {
  for(strength: 'update', config: { readonly skipLocked: true }): PromiseLike<Row[]>;
}

/**
 * Locks the one row that a timer is about, without ever waiting for who holds it (see `TimerHandler`).
 *
 * @param find the query anew at each call
 * @returns `held` where somebody else has the row; undefined where there is nothing to do any more
 */
export async function lockUnlessHeld<Row>(
  find: () => Lockable<Row>,
): Promise<Row | 'held' | undefined> {
  const [free] = await find().for('update', { skipLocked: true });
  if (free) return free;
  const [busy] = await find();
  return busy && 'held';
}
