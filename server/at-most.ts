/** Runs work, and lets what is too much wait for its turn in the order it came. */
export type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** @param most how much of it goes on at a time */
export function atMost(most: number): InTurn {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running === most) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
