// Files as they are dropped or chosen -> names and bytes; a folder with all that is in it.

export interface Chosen {
  name: string;
  bytes: ArrayBuffer;
}

const kMostBytes = 64 * 1024 * 1024; // of what is larger the engine says so; it need not have all of it

async function entryFiles(entry: FileSystemEntry, above: string): Promise<[string, File][]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return [[above + entry.name, file]];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const out: [string, File][] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return out;
    for (const inside of some) out.push(...(await entryFiles(inside, `${above}${entry.name}/`)));
  }
}

/** What was dropped. `paths` are to be opened: files by their names, folders by theirs. */
export async function dropped(data: DataTransfer): Promise<{ files: Chosen[]; paths: string[] }> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry): entry is FileSystemEntry => entry !== null);
  const named: [string, File][] = [];
  for (const entry of entries) named.push(...(await entryFiles(entry, '')));
  return { files: await read(named), paths: entries.map((entry) => entry.name) };
}

/** What was chosen in a window of the system. */
export async function chosen(list: FileList): Promise<{ files: Chosen[]; paths: string[] }> {
  const named = [...list].map((file): [string, File] => [file.webkitRelativePath || file.name, file]);
  const paths = new Set(named.map(([name]) => name.split('/')[0] ?? name));
  return { files: await read(named), paths: [...paths] };
}

async function read(named: [string, File][]): Promise<Chosen[]> {
  return Promise.all(named.map(async ([name, file]) => ({ name, bytes: await file.slice(0, kMostBytes + 1).arrayBuffer() })));
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
