// The department that is inside the page, opened as if its folder had been dropped.
import { packedText, unpacked } from './packed';
import type { Steps } from './state';

export const utf8 = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;

export async function openSample(steps: Steps): Promise<void> {
  const texts = JSON.parse(new TextDecoder().decode(await unpacked(packedText('sample')))) as Record<string, string>;
  await steps.open(Object.entries(texts).map(([name, text]) => ({ name, bytes: utf8(text) })), ['样例']);
}
