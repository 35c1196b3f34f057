// Open work as this browser keeps it (IndexedDB): the file it is saved as, one a tab, so that two tabs never write over each other.

import { forgetDecisions } from './review_kept';

export interface Kept {
  id: string;
  time: number;
  title: string;
  name: string; // of the file that the work is saved as
  bytes: ArrayBuffer;
}

const kStore = 'work';
const fresh = (): string => `${Date.now()}-${Math.floor(Math.random() * 1e9)}`;
let id = fresh();

/** What is kept from now on stands beside what was kept before. */
export const keepApart = (): void => {
  id = fresh();
};

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open('jiheng', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(kStore, { keyPath: 'id' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, job: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await opened();
  try {
    return await new Promise<T>((done, failed) => {
      const request = job(base.transaction(kStore, mode).objectStore(kStore));
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  } finally {
    base.close();
  }
}

export const keep = (work: { title: string; name: string; bytes: ArrayBuffer }): Promise<unknown> =>
  inStore('readwrite', (store) => store.put({ id, time: Date.now(), ...work } satisfies Kept));

/** The newest first. */
export const keptBefore = async (): Promise<Kept[]> =>
  ((await inStore('readonly', (store) => store.getAll())) as Kept[]).filter((kept) => kept.bytes !== undefined).sort((a, b) => b.time - a.time);

export const forgetAll = (): Promise<unknown> => Promise.all([inStore('readwrite', (store) => store.clear()), forgetDecisions()]);
