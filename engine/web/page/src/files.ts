// Files as they are dropped or chosen -> names and bytes; a folder with all that is in it.

export interface Chosen {
  name: string;
  bytes: ArrayBuffer;
  saved?: number; // when, as the system says it: milliseconds since 1970
}

const kMostBytes = 64 * 1024 * 1024; // of what is larger the engine says so; it need not have all of it

/** What the system tells of a thing that is dropped; browsers before 2020 know files alone. */
interface DroppedHandle {
  kind: 'file' | 'directory';
  name: string;
  getFile(): Promise<File>;
  values(): AsyncIterable<DroppedHandle>;
}

async function filesOf(handle: DroppedHandle, above: string): Promise<[string, File][]> {
  if (handle.kind === 'file') return [[above + handle.name, await handle.getFile()]];
  const inside: DroppedHandle[] = [];
  for await (const each of handle.values()) inside.push(each);
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  const out: [string, File][] = [];
  for (const each of inside) out.push(...(await filesOf(each, `${above}${handle.name}/`)));
  return out;
}

/**
 * What was dropped. `paths` are to be opened: files by their names, folders by theirs. Entries (webkitGetAsEntry) cannot be read on a
 * page that was itself opened from a file; handles can, files as such too. All are asked for before anything is waited for: the
 * browser forgets them when the drop has ended. Fails where a folder cannot be read.
 */
export async function dropped(data: DataTransfer): Promise<{ files: Chosen[]; paths: string[] }> {
  const items = [...data.items].filter((item) => item.kind === 'file').map((item) => ({
    file: item.getAsFile(),
    handle: (item as { getAsFileSystemHandle?: () => Promise<DroppedHandle | null> }).getAsFileSystemHandle?.().catch(() => null),
  }));
  const named: [string, File][] = [];
  const paths: string[] = [];
  for (const { file, handle } of items) {
    const known = await handle;
    if (known) named.push(...(await filesOf(known, '')));
    else if (file) named.push([file.name, file]);
    const name = known?.name ?? file?.name;
    if (name !== undefined) paths.push(name);
  }
  return { files: await read(named), paths };
}

/** What was chosen in a window of the system. */
export async function chosen(list: FileList): Promise<{ files: Chosen[]; paths: string[] }> {
  const named = [...list].map((file): [string, File] => [file.webkitRelativePath || file.name, file]);
  const paths = new Set(named.map(([name]) => name.split('/')[0] ?? name));
  return { files: await read(named), paths: [...paths] };
}

async function read(named: [string, File][]): Promise<Chosen[]> {
  return Promise.all(named.map(async ([name, file]) => ({ name, bytes: await file.slice(0, kMostBytes + 1).arrayBuffer(), saved: file.lastModified })));
}

/** Gives the bytes to the browser as a file to keep. */
export function handOut(name: string, data: ArrayBuffer): void {
  const url = URL.createObjectURL(new Blob([data]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
