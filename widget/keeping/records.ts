/** One thing that is kept, or that goes: `undefined` removes it. */
export type Change = readonly [id: string, bytes: Uint8Array<ArrayBuffer> | undefined];

/** What is known of a kept thing without opening it. */
export interface RecordLine {
  readonly id: string;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}

/** Things kept under ids. A thing comes back whole or not at all. */
export interface Records {
  /** False where something lives only as long as the page. */
  readonly durable: boolean;
  read(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** All of these changes or none. */
  change(changes: readonly Change[]): Promise<void>;
  ids(): Promise<readonly string[]>;
  /** With their sizes, oldest first. Costs as much as reading them all. */
  list(): Promise<readonly RecordLine[]>;
}

/** Records that go with the page. */
export function memoryRecords(now: () => number): Records {
  const kept = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; savedAt: number }>();
  return {
    durable: false,
    read: async (id) => kept.get(id)?.bytes,
    change: async (changes) => {
      for (const [id, bytes] of changes) {
        kept.delete(id);
        if (bytes) kept.set(id, { bytes, savedAt: now() });
      }
    },
    ids: async () => [...kept.keys()],
    list: async () =>
      [...kept].map(([id, { bytes, savedAt }]) => ({ id, bytes: bytes.length, savedAt })),
  };
}
