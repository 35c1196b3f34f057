// What was opened, and when: the same bytes a second time, a file of the same name that holds something else, tables that are
// there already, and which messages are of which opening.
import type { Desk, Line } from './contract';
import type { Chosen } from './files';

/** The messages of one opening: from one place of the desk's lists to another. */
export interface Opening {
  what: string;
  time: string;
  problems: [number, number];
  passed: [number, number];
  away: boolean;
}

/** Tables that lie on the desk twice, by their keys, until somebody says which are meant. */
export interface Twins {
  old: number[];
  fresh: number[];
  words: string;
}

interface Known {
  name: string; // under which the engine has it
  given: string; // as the system calls it
  saved: number | undefined;
}

export const inFile = (line: Line, name: string): boolean => line.file === name || line.file.startsWith(`${name}/`);
const clock = (time: number): string => new Date(time).toLocaleString('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const isSetting = (name: string): boolean => /(^|\/)(豁免|绩衡)\.yaml$/.test(name); // it goes with the tables beside it
const listed = (names: string[]): string => `${names.slice(0, 3).map((name) => `“${name}”`).join('、')}${names.length > 3 ? `等 ${names.length} 个` : ''}`;

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return digest.reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '');
}

export class Openings {
  private known = new Map<string, Known>(); // by their digests
  private roots = new Map<string, string>(); // as the engine has them: as the system calls them

  clear(): void {
    this.known.clear();
    this.roots.clear();
  }

  /** Of files that were not all read those that gave no table may come again. */
  forget(files: Chosen[], desk: Desk): void {
    const names = new Set(files.filter((file) => !desk.tables.some((line) => inFile(line, file.name))).map((file) => file.name));
    for (const [digest, known] of this.known) if (names.has(known.name)) this.known.delete(digest);
  }

  /** A name that nothing has yet: what is opened a second time stands beside what was opened first. */
  private own(root: string): string {
    const dot = root.lastIndexOf('.');
    const [stem, ending] = dot > 0 && !isSetting(root) ? [root.slice(0, dot), root.slice(dot)] : [root, ''];
    let name = root;
    for (let i = 2; this.roots.has(name) && !isSetting(root); ++i) name = `${stem}（${i}）${ending}`;
    this.roots.set(name, root);
    return name;
  }

  /** What of the files is to be read, under names of their own, and what lies on the desk already, byte for byte. */
  async sorted(files: Chosen[], paths: string[], desk: Desk | null): Promise<{ files: Chosen[]; paths: string[]; same: string[] }> {
    const digests = await Promise.all(files.map((file) => digestOf(file.bytes)));
    const lines = desk?.tables ?? [];
    const there = (digest: string): boolean => {
      const known = this.known.get(digest);
      return known !== undefined && lines.some((line) => inFile(line, known.name));
    };
    const isSame = files.map((file, i) => !isSetting(file.name) && there(digests[i] ?? ''));
    const isSeen = digests.map((digest) => this.known.has(digest));
    // Of a folder whose tables are all there, what else is in it is no reason to read it again.
    const isNew = (path: string): boolean => {
      const inside = files.map((_, i) => i).filter((i) => files[i]?.name === path || files[i]?.name.startsWith(`${path}/`));
      if (inside.length === 0) return true; // an empty folder: the engine says so
      const some = inside.some((i) => isSame[i]);
      return inside.some((i) => !isSame[i] && !(some && (isSeen[i] || isSetting(files[i]?.name ?? ''))));
    };
    const fresh = paths.filter(isNew);
    const named = new Map(fresh.map((path) => [path, this.own(path)]));
    const renamed = (name: string): string | undefined => {
      const root = fresh.find((path) => name === path || name.startsWith(`${path}/`));
      return root === undefined ? undefined : `${named.get(root)}${name.slice(root.length)}`;
    };
    const taken: Chosen[] = [];
    files.forEach((file, i) => {
      const name = isSame[i] ? undefined : renamed(file.name);
      if (name === undefined) return;
      this.known.set(digests[i] ?? '', { name, given: file.name, saved: file.saved });
      taken.push({ ...file, name });
    });
    return { files: taken, paths: fresh.map((path) => named.get(path) ?? path), same: files.filter((_, i) => isSame[i]).map((file) => file.name) };
  }

  private given(file: string): string {
    const slash = file.indexOf('/');
    const root = slash < 0 ? file : file.slice(0, slash);
    return `${this.roots.get(root) ?? root}${file.slice(root.length)}`;
  }

  private saidOf(line: Line): string {
    const known = [...this.known.values()].find((one) => inFile(line, one.name));
    return `${line.file}${known?.saved ? `，存于 ${clock(known.saved)}` : ''}`;
  }

  /** Tables that came now and are on the desk under the same unit, year and title, or out of a file of the same name. */
  twins(before: Desk | null, desk: Desk): Twins | null {
    const keys = new Set((before?.tables ?? []).map((line) => line.key));
    const olds = desk.tables.filter((line) => keys.has(line.key));
    const alike = (a: Line, b: Line): boolean =>
      (a.title !== '' && a.title === b.title && a.unit === b.unit && a.year === b.year && a.kind === b.kind) || (a.file !== '' && this.given(a.file) === this.given(b.file));
    const pairs = desk.tables.filter((line) => !keys.has(line.key)).map((line) => ({ line, with: olds.filter((old) => alike(old, line)) })).filter((pair) => pair.with.length > 0);
    const first = pairs[0];
    const old = first?.with[0];
    if (!first || !old) return null;
    const words = pairs.length === 1
      ? `“${first.line.title}”已经打开过一份（${this.saidOf(old)}），这次又来了一份，文件不一样（${this.saidOf(first.line)}）。`
      : `这次打开的表里，有 ${pairs.length} 张已经打开过，文件不一样：${listed(pairs.map((pair) => pair.line.title))}。`;
    return { old: [...new Set(pairs.flatMap((pair) => pair.with.map((one) => one.key)))], fresh: pairs.map((pair) => pair.line.key), words };
  }
}

/** The messages that came with an opening; null where none did. */
export function openingOf(paths: string[], before: Desk | null, desk: Desk): Opening | null {
  const problems: [number, number] = [before?.problems.length ?? 0, desk.problems.length];
  const passed: [number, number] = [before?.passed_over.length ?? 0, desk.passed_over.length];
  if (problems[0] === problems[1] && passed[0] === passed[1]) return null;
  return { what: listed(paths), time: new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' }), problems, passed, away: false };
}

export const sameWords = (same: string[]): string =>
  same.length === 0 ? '' : same.length === 1 ? `“${same[0]}”已经打开了，内容一个字不差，没有再读；` : `${same.length} 个文件已经打开了，内容一个字不差，没有再读；`;
