import { inTime } from '#widget/in-time.ts';
import { answerOf, doneWith, openDatabase } from '#widget/keeping/database.ts';
import { memoryRecords, type Change, type Records } from '#widget/keeping/records.ts';

/** Some browsers neither open a database nor refuse to. */
const patienceMs = 1_000;

interface Row {
  readonly id: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
  readonly savedAt: number;
}

/** The database's own key. It seals and opens and can be read by nobody, the page's scripts included. */
async function keyOf(database: IDBDatabase): Promise<CryptoKey> {
  const algorithm = { name: 'AES-GCM', length: 256 };
  const fresh = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  // one transaction: of two tabs that make a key, the second finds the first one's
  const transaction = database.transaction('keys', 'readwrite');
  const done = doneWith(transaction);
  const store = transaction.objectStore('keys');
  const known: unknown = await answerOf(store.get('key'));
  const key = known instanceof CryptoKey ? known : fresh;
  if (key === fresh) store.put(fresh, 'key');
  await done;
  return key;
}

/** The id is sealed in, so that no thing can be put in another's place. */
const cipher = (id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
});

function sealedRecords(
  database: IDBDatabase,
  key: CryptoKey,
  now: () => number,
): Omit<Records, 'durable'> {
  const rowsOf = () => database.transaction('records').objectStore('records');

  async function seal([id, bytes]: Change): Promise<Row | string> {
    if (!bytes) return id;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(cipher(id, iv), key, bytes);
    return { id, iv, sealed, savedAt: now() };
  }

  return {
    async read(id) {
      const row = (await answerOf(rowsOf().get(id))) as Row | undefined;
      if (!row) return undefined;
      // sealed with a key that is gone, or damaged: as if it had never been kept
      const opened = await crypto.subtle
        .decrypt(cipher(id, row.iv), key, row.sealed)
        .catch(() => undefined);
      return opened && new Uint8Array(opened);
    },
    async change(changes) {
      const rows = await Promise.all(changes.map(seal));
      const transaction = database.transaction('records', 'readwrite');
      const done = doneWith(transaction);
      const store = transaction.objectStore('records');
      for (const row of rows) {
        if (typeof row === 'string') store.delete(row);
        else store.put(row);
      }
      await done;
    },
    // a database that the page has deleted throws at once
    ids: async () => (await answerOf(rowsOf().getAllKeys())) as string[],
    async list() {
      const rows = (await answerOf(rowsOf().getAll())) as Row[];
      return rows
        .map(({ id, sealed, savedAt }) => ({ id, bytes: sealed.byteLength, savedAt }))
        .toSorted((one, other) => one.savedAt - other.savedAt);
    },
  };
}

/**
 * Records in a database of the browser, sealed by AES-GCM. Where the browser refuses, is full or does not
 * answer within a second, they live in memory, and `durable` says so.
 *
 * @param name of the database
 */
export async function openRecords(name: string, now: () => number): Promise<Records> {
  const memory = memoryRecords(now);
  const opening = openDatabase(name).then(async (database) =>
    sealedRecords(database, await keyOf(database), now),
  );
  const disk = await inTime(opening, patienceMs).catch(() => undefined);
  if (!disk) return memory;
  let durable = true;
  const orMemory = async <Value>(wanted: Promise<Value>, instead: () => Promise<Value>) => {
    try {
      return await inTime(wanted, 10_000);
    } catch {
      durable = false;
      return instead();
    }
  };
  /** What a full disk would not let go of yet: it is not there any more, and goes with the next change. */
  const gone = new Set<string>();
  const removals = (ids: Iterable<string>) => [...ids].map((id): Change => [id, undefined]);
  const stays = (id: string) => !gone.has(id);

  const change = async (changes: readonly Change[]) => {
    const ids = changes.map(([id]) => id);
    const left = removals(gone).filter(([id]) => !ids.includes(id));
    await disk.change([...left, ...changes]);
    for (const [id] of [...left, ...changes]) gone.delete(id);
    await memory.change(removals(ids));
  };
  const changeInMemory = async (changes: readonly Change[]) => {
    for (const [id, bytes] of changes) {
      if (bytes) gone.delete(id);
      else gone.add(id);
    }
    await memory.change(changes);
  };

  return {
    get durable() {
      return durable;
    },
    read: async (id) =>
      (await memory.read(id)) ??
      (stays(id) ? orMemory(disk.read(id), async () => undefined) : undefined),
    change: (changes) => orMemory(change(changes), () => changeInMemory(changes)),
    ids: async () => [
      ...(await orMemory(disk.ids(), async () => [])).filter(stays),
      ...(await memory.ids()),
    ],
    list: async () => [
      ...(await orMemory(disk.list(), async () => [])).filter(({ id }) => stays(id)),
      ...(await memory.list()),
    ],
  };
}
