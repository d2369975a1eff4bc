/** Too many wait already: the caller should answer «later». */
export class QueueFull extends Error {}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly settle: (outcome: Outcome) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Writes items that arrive while a write is under way together as the next one. A failing item would
 * fail its whole batch, so a failed batch is written again one by one, unless the database is away.
 *
 * @param write writes all items or throws; outcomes in the order of items
 * @param isUnavailable the database is away: trying singly would only take longer
 */
export function groupCommit<Item, Outcome>(
  write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  isUnavailable: (error: unknown) => boolean,
  { batchLimit = 64, queueLimit = 2000 } = {},
): (item: Item) => Promise<Outcome> {
  let waiting: Waiting<Item, Outcome>[] = [];
  let busy = false;

  async function commit(batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await write(batch.map(({ item }) => item));
      batch.forEach(({ settle }, index) => settle(outcomes[index] as Outcome));
    } catch (error) {
      if (batch.length === 1 || isUnavailable(error)) {
        for (const { refuse } of batch) refuse(error);
      } else {
        for (const single of batch) await commit([single]);
      }
    }
  }

  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchLimit);
      waiting = waiting.slice(batchLimit);
      await commit(batch);
    }
    busy = false;
  }

  return (item) =>
    new Promise((settle, refuse) => {
      if (waiting.length >= queueLimit) return refuse(new QueueFull());
      waiting.push({ item, settle, refuse });
      void drain();
    });
}
