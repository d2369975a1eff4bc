/** What happens later, the earliest first; of the same instant what was put in first. */
export interface Agenda<Entry> {
  add(at: number, entry: Entry): void;
  /** Instant of the earliest; infinite where nothing is left. */
  readonly nextAt: number;
  take(): Entry | undefined;
}

/** A binary heap. Instants in epoch milliseconds. */
export function agendaOf<Entry>(): Agenda<Entry> {
  const heap: { at: number; place: number; entry: Entry }[] = [];
  let places = 0;
  const before = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]];
    if (!one || !other) return false;
    return one.at < other.at || (one.at === other.at && one.place < other.place);
  };
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]];
    if (one && other) [heap[a], heap[b]] = [other, one];
  };
  return {
    get nextAt() {
      return heap[0]?.at ?? Infinity;
    },
    add(at, entry) {
      let child = heap.push({ at, place: (places += 1), entry }) - 1;
      for (
        let above = (child - 1) >> 1;
        child > 0 && before(child, above);
        above = (child - 1) >> 1
      ) {
        swap(child, above);
        child = above;
      }
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (!first || !last || heap.length === 0) return first?.entry;
      heap[0] = last;
      for (let above = 0; ;) {
        const [left, right] = [2 * above + 1, 2 * above + 2];
        const least = before(right, left) ? right : left;
        if (!before(least, above)) return first.entry;
        swap(least, above);
        above = least;
      }
    },
  };
}
