// The worker: holds the engine, answers one message after the other. The page never waits for it with its hands tied.
// Takes   {wasm} once, packed, then {id, put: [name, bytes]…, method, parameters}.
// Gives   {ready} once, then {id, answer, bytes?}.
import { unpacking } from './packed';

interface Engine {
  HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(at: number): void;
  _jiheng_put(name: number, bytes: number, length: number): void;
  _jiheng_call(method: number, parameters: number): number;
  _jiheng_bytes(): number;
  _jiheng_bytes_length(): number;
  UTF8ToString(at: number): string;
  stringToUTF8(text: string, at: number, most: number): void;
  lengthBytesUTF8(text: string): number;
}
declare const jihengModule: (options: object) => Promise<Engine>;

export interface Asked {
  id: number;
  put: [string, ArrayBuffer][];
  method: string;
  parameters: string;
  bytes: boolean;
}

let engine: Engine;

function text(value: string): number {
  const length = engine.lengthBytesUTF8(value) + 1;
  const at = engine._malloc(length);
  engine.stringToUTF8(value, at, length);
  return at;
}

function answer(asked: Asked): void {
  for (const [name, bytes] of asked.put) {
    const at = engine._malloc(bytes.byteLength || 1);
    engine.HEAPU8.set(new Uint8Array(bytes), at);
    const called = text(name);
    engine._jiheng_put(called, at, bytes.byteLength);
    engine._free(called);
    engine._free(at);
  }
  const method = text(asked.method);
  const parameters = text(asked.parameters);
  const said = engine.UTF8ToString(engine._jiheng_call(method, parameters));
  engine._free(method);
  engine._free(parameters);
  if (!asked.bytes) {
    postMessage({ id: asked.id, answer: said });
    return;
  }
  const from = engine._jiheng_bytes();
  const bytes = engine.HEAPU8.slice(from, from + engine._jiheng_bytes_length()).buffer;
  postMessage({ id: asked.id, answer: said, bytes }, { transfer: [bytes] });
}

/** The module, compiled while it is unpacked. */
function begun(packed: string): Promise<Engine> {
  return new Promise((done, failed) => {
    const instantiateWasm = (imports: WebAssembly.Imports, ready: (instance: WebAssembly.Instance) => void): object => {
      WebAssembly.instantiateStreaming(unpacking(packed, 'application/wasm'), imports).then(({ instance }) => ready(instance), failed);
      return {};
    };
    jihengModule({ instantiateWasm }).then(done, failed);
  });
}

onmessage = async (event: MessageEvent<{ wasm: string } | Asked>) => {
  const data = event.data;
  if ('wasm' in data) {
    try {
      engine = await begun(data.wasm);
      postMessage({ ready: true });
    } catch (fault) {
      postMessage({ ready: false, fault: String(fault) });
    }
    return;
  }
  try {
    answer(data);
  } catch (fault) {
    postMessage({ id: data.id, answer: JSON.stringify({ error: { message: '程序内部出错，这一步没有做成', fix: `先存盘，再重新打开这个网页。（${String(fault)}）` } }) });
  }
};
