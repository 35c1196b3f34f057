// Decisions of a reviewer as this browser keeps them: by what a finding is called, so that they are there again when the same
// table is opened. A database of its own, cleared with the rest.
import type { Decision } from './contract';

const kStore = 'decisions';

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open('jiheng-review', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(kStore, { keyPath: 'key' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, job: (store: IDBObjectStore) => IDBRequest<T> | null): Promise<T | undefined> {
  const base = await opened();
  try {
    return await new Promise<T | undefined>((done, failed) => {
      const work = base.transaction(kStore, mode);
      const request = job(work.objectStore(kStore));
      work.oncomplete = () => done(request?.result);
      work.onerror = () => failed(work.error);
    });
  } finally {
    base.close();
  }
}

/** An empty one is taken away. */
export const keepDecisions = (decisions: Decision[]): Promise<unknown> =>
  inStore('readwrite', (store) => {
    for (const d of decisions) {
      if (d.opinion === '' && d.note === '') store.delete(d.key);
      else store.put(d);
    }
    return null;
  });

export const keptDecisions = async (): Promise<Decision[]> => ((await inStore('readonly', (store) => store.getAll())) ?? []) as Decision[];

export const forgetDecisions = (): Promise<unknown> => inStore('readwrite', (store) => store.clear());
