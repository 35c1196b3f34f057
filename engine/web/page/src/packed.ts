// What build.mjs put into the page as data: gzip in base64 in a script that is none.

/** The text between the tags of the element. */
export function packedText(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

/** The bytes as they are unpacked, as a file of this type. */
export function unpacking(base64: string, type = ''): Response {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'Content-Type': type } });
}

export const unpacked = (base64: string): Promise<ArrayBuffer> => unpacking(base64).arrayBuffer();
