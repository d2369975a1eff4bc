/** Things kept for the life of the tab; where storage is refused they live with the page. */
export function keptStore<Value>(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  prefix: string,
) {
  const memory = new Map<string, Value>();

  return {
    read(name: string): Value | undefined {
      const held = memory.get(name);
      if (held !== undefined) return held;
      try {
        const stored = storage.getItem(prefix + name);
        return stored === null ? undefined : (JSON.parse(stored) as Value);
      } catch {
        return undefined;
      }
    },
    /** @param lasts whether it is worth outliving the page */
    write(name: string, value: Value, lasts = true): void {
      memory.set(name, value);
      try {
        if (lasts) storage.setItem(prefix + name, JSON.stringify(value));
        else storage.removeItem(prefix + name);
      } catch {
        // Storage is full or refused: the copy in memory serves until the page goes.
      }
    },
    forget(name: string): void {
      memory.delete(name);
      try {
        storage.removeItem(prefix + name);
      } catch {
        // Refused: then nothing was stored either.
      }
    },
  };
}
export type KeptStore<Value> = ReturnType<typeof keptStore<Value>>;
