// The engine as the page asks it: a promise for each call, in order, answered by the worker.
import type { Calls } from './contract';
import { packedText, unpacked } from './packed';

/** What the engine says is wrong: a sentence, and what to do. */
export class Refused extends Error {
  constructor(message: string, readonly fix: string) {
    super(message);
  }
}

type Waiting = { done: (value: unknown) => void; failed: (fault: unknown) => void };

export class Engine {
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;
  private constructor(private readonly worker: Worker) {
    worker.onmessage = (event: MessageEvent<{ id: number; answer: string; bytes?: ArrayBuffer }>) => {
      const { id, answer, bytes } = event.data;
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (!waiting) return;
      const said = JSON.parse(answer) as { result?: unknown; error?: { message: string; fix: string } };
      if (said.error) waiting.failed(new Refused(said.error.message, said.error.fix));
      else waiting.done(bytes === undefined ? said.result : { ...(said.result as object), data: bytes });
    };
  }

  static async begin(): Promise<Engine> {
    // The page is shown while what stands below its script is still being read.
    if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done));
    const script = await unpacked(packedText('worker'));
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    await new Promise<void>((done, failed) => {
      worker.onmessage = (event: MessageEvent<{ ready: boolean; fault?: string }>) =>
        event.data.ready ? done() : failed(new Error(event.data.fault));
      worker.onerror = (event) => failed(new Error(event.message));
      worker.postMessage({ wasm: packedText('wasm') });
    });
    return new Engine(worker);
  }

  call<Word extends keyof Calls>(method: Word, parameters: object = {}, put: [string, ArrayBuffer][] = []): Promise<Calls[Word]> {
    return this.send(method, parameters, put, false) as Promise<Calls[Word]>;
  }

  /** A file the engine writes: its name and bytes. */
  output(parameters: object): Promise<{ name: string; data: ArrayBuffer }> {
    return this.send('output', parameters, [], true) as Promise<{ name: string; data: ArrayBuffer }>;
  }

  private send(method: string, parameters: object, put: [string, ArrayBuffer][], bytes: boolean): Promise<unknown> {
    const id = this.next++;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, put, method, parameters: JSON.stringify(parameters), bytes }, put.map((file) => file[1]));
    });
  }
}
