/** The last entries of a stream that never ends, within a number of entries and of characters. */
export interface Ring<Item> {
  /** @param weight characters that the entry takes; `make` is asked at the first reading */
  add(weight: number, make: () => Item): void;
  /** The oldest first. */
  read(): Item[];
  clear(): void;
}

interface Entry<Item> {
  readonly weight: number;
  make: (() => Item) | undefined;
  item: Item | undefined;
}

/** Keeps the newest; one entry that is too heavy by itself is not kept. */
export function createRing<Item>(mostEntries: number, mostCharacters: number): Ring<Item> {
  let entries: Entry<Item>[] = [];
  let held = 0;
  return {
    add(weight, make) {
      entries.push({ weight, make, item: undefined });
      held += weight;
      while (entries.length > mostEntries || held > mostCharacters)
        held -= entries.shift()?.weight ?? held;
    },
    read: () =>
      entries.map((entry) => {
        if (entry.make) entry.item = entry.make();
        entry.make = undefined;
        return entry.item as Item;
      }),
    clear() {
      entries = [];
      held = 0;
    },
  };
}
