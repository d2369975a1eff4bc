/** @throws what the browser says against it */
export const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

/** Settles when a transaction is on the disk. @throws where it was undone, as with a full disk */
export const doneWith = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    for (const end of ['abort', 'error'])
      transaction.addEventListener(end, () => reject(transaction.error));
  });

/** Opens the database of that name with its two stores. @throws where the browser has none for this page */
export async function openDatabase(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('keys');
    opening.result.createObjectStore('records', { keyPath: 'id' });
  });
  const database = await answerOf(opening);
  database.addEventListener('versionchange', () => database.close());
  return database;
}
