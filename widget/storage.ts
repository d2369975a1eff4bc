/** Text kept for one widget key. */
export interface KeyedStorage {
  get(name: string): string | undefined;
  set(name: string, text: string): void;
  remove(name: string): void;
  /** False where the browser keeps nothing: texts then live as long as the page. */
  readonly durable: boolean;
}

function probe(storage: () => Storage): Storage | undefined {
  try {
    const store = storage();
    const name = 'reglament:probe';
    store.setItem(name, '1');
    store.removeItem(name);
    return store;
  } catch {
    return undefined;
  }
}

/** `localStorage` under `reglament:<key>:…`; memory where it is blocked or full. */
export function keyedStorage(key: string, storage: () => Storage): KeyedStorage {
  const store = probe(storage);
  const memory = new Map<string, string>();
  const full = (name: string) => `reglament:${key}:${name}`;
  let durable = store !== undefined;

  return {
    get: (name) => memory.get(name) ?? store?.getItem(full(name)) ?? undefined,
    set(name, text) {
      try {
        // one that is not there throws as a full one does
        (store as Storage).setItem(full(name), text);
        memory.delete(name);
      } catch {
        durable = false;
        memory.set(name, text);
      }
    },
    remove(name) {
      memory.delete(name);
      store?.removeItem(full(name));
    },
    get durable() {
      return durable;
    },
  };
}
