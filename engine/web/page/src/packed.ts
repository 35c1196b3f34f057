// What build.mjs put into the page as data: gzip in base64 in a script that is none.

/** The text between the tags of the element. */
export function packedText(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

export async function unpacked(base64: string): Promise<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
