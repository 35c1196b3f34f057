// What opening does: files into the engine, step by step, so that the page can say how far it is and stop; schemes for the tables;
// and what is asked where a table is on the desk already.
import { fifthOfASecond } from './clock';
import type { Working } from './contract';
import type { Engine } from './engine';
import type { Chosen } from './files';
import { inFile, openingOf, Openings, sameWords } from './openings';
import { keepDecisions } from './review_kept';
import type { Steps, View } from './state';

export class OpenSteps {
  private readonly openings = new Openings();
  private stopped = false;
  ended: Promise<void> = Promise.resolve(); // what is being read is read, and scored

  constructor(private readonly steps: Steps) {}

  clear(): void {
    this.openings.clear();
  }

  /** `own`: what this browser kept itself. */
  open(files: Chosen[], paths: string[], view: View, own = false): Promise<void> {
    const work = this.opened(files, paths, view, own);
    this.ended = work.catch(() => undefined);
    return work;
  }

  private async opened(files: Chosen[], paths: string[], view: View, own: boolean): Promise<void> {
    const before = this.steps.now().desk;
    this.steps.set({ view, busy: '正在读文件……' });
    const fresh = await this.openings.sorted(files, paths, before);
    const same = sameWords(fresh.same);
    if (fresh.paths.length === 0 && same !== '') {
      const note = `${same.slice(0, -1)}。`;
      return this.steps.set({ busy: '', note, said: note });
    }
    const put = fresh.files.map((file): [string, ArrayBuffer] => [file.name, file.bytes]);
    let stopped = '';
    const desk = await this.steps.asked('正在读文件……', async (engine) => {
      if (!(await this.read(engine, fresh.paths, put))) stopped = '停下了，没有读的文件要用就再拖进来；';
      if (await this.inSteps(engine, 'score', await engine.call('begin_score'))) return engine.call('end_open');
      stopped = '停下了，这次打开的都收起了；';
      return engine.call('give_up');
    });
    this.steps.set({ progress: null });
    if (!desk) return;
    if (stopped) this.openings.forget(fresh.files, desk);
    const brought = desk.brought.slice(before?.brought.length ?? 0); // by work that was saved elsewhere
    if (brought.some((one) => one.decisions > 0)) await this.keepBrought();
    const all = `读到 ${desk.tables.length - (before?.tables.length ?? 0)} 张表`;
    const waivers = paths.some((path) => path.split('/').pop() === '豁免.yaml') ? '豁免.yaml 记下了，检查时放过里面写的；' : '';
    const opening = openingOf(fresh.paths, before, desk);
    const openings = [...this.steps.now().openings, ...(opening ? [opening] : [])];
    const twins = this.openings.twins(before, desk) ?? this.steps.now().twins;
    const shown = before?.tables.find((line) => line.number === this.steps.now().table?.number)?.key;
    const said = `${stopped}${same}${waivers}`;
    this.steps.set({ desk, openings, twins, brought: own ? this.steps.now().brought : [...this.steps.now().brought, ...brought], checked: null, said: all, note: said ? `${said}${all}` : '' });
    await this.showAgain(shown);
    const only = desk.tables[0];
    const refused = desk.problems.some((problem) => problem.severity === 'error'); // stands in the list of this view
    const here = view === 'open' && this.steps.now().view === view; // nobody went elsewhere meanwhile
    if (here && desk.tables.length === 1 && !before?.tables.length && only?.scored && !refused) await this.steps.fill(0);
    this.steps.keepSoon();
  }

  private async keepBrought(): Promise<void> {
    const known = await this.steps.quiet((engine) => engine.call('decisions'));
    if (known) await keepDecisions(known.decisions).catch(() => undefined);
  }

  /** What saved work brought beside its tables is taken away again, here and where this browser keeps it. */
  async dropBrought(): Promise<void> {
    const { brought } = this.steps.now();
    const dropped = await this.steps.asked('', (engine) => engine.call('drop_brought', { files: brought.map((one) => one.file) }));
    if (!dropped) return;
    await keepDecisions(dropped.decisions).catch(() => undefined);
    const note = '文件带来的处理意见和豁免都去掉了；表还在。';
    this.steps.set({ desk: dropped.desk, brought: [], checked: null, note, said: note });
    this.steps.keepSoon();
    if (this.steps.now().view === 'check') await this.steps.check();
  }

  /** The table of 填表, whose number may be another now. */
  private async showAgain(key: number | undefined): Promise<void> {
    const line = this.steps.now().desk?.tables.find((one) => one.key === key);
    const table = line && (await this.steps.asked('', (engine) => engine.call('table', { table: line.number })));
    this.steps.set({ table: table ?? null, row: null, why: null, at: null });
  }

  /** Of tables that are there twice these stay; null: all do. What is taken off the desk comes back with Ctrl+Z. */
  async keepOf(kept: 'old' | 'fresh' | null): Promise<void> {
    const { twins, desk } = this.steps.now();
    this.steps.set({ twins: null });
    if (!twins || !desk || kept === null) return;
    const gone = new Set(kept === 'old' ? twins.fresh : twins.old);
    const lines = desk.tables.filter((line) => gone.has(line.key));
    const left = desk.tables.filter((line) => !gone.has(line.key));
    const files = [...new Set(lines.map((line) => line.file))].filter((file) => file !== '' && !left.some((line) => inFile(line, file)));
    const away = await this.steps.asked('', (engine) => engine.call('put_away', { tables: lines.map((line) => line.number), files }));
    if (!away) return;
    this.steps.set({ table: null, row: null, why: null, at: null, view: 'open' });
    this.steps.taken(away);
    const note = `${kept === 'old' ? '新来的' : '原来的'} ${lines.length} 张表收起了；Ctrl+Z 拿回来。`;
    this.steps.set({ note, said: note });
  }

  /** File by file, so that the page can say how far it is, and stop; a fifth of a second of work at a time. False where it was
      stopped. */
  private async read(engine: Engine, paths: string[], put: [string, ArrayBuffer][]): Promise<boolean> {
    this.stopped = false;
    let now = await engine.call('begin_open', { paths }, put);
    for (let files = 1; now.done < now.files && !this.stopped;) {
      const begin = performance.now();
      now = await engine.call('read_on', { files });
      files = fifthOfASecond(files, begin, 64);
      const { done, files: all, tables } = now;
      if (all > 1) this.steps.set({ progress: { what: 'read', done, all, tables, stopping: this.stopped } });
    }
    return now.done === now.files;
  }

  /** The same of tables that are scored, alone or before they are checked. */
  async inSteps(engine: Engine, what: 'score' | 'check', begun: Working): Promise<boolean> {
    this.stopped = false;
    const step = what === 'score' ? 'score_on' : 'check_on';
    this.steps.set({ busy: what === 'score' ? '正在计分……' : '正在检查……' });
    for (let now = begun, tables = 64; now.done < now.all || now.families_done < now.families;) {
      if (this.stopped) return false;
      const begin = performance.now();
      now = await engine.call(step, { tables });
      tables = fifthOfASecond(tables, begin, 4096);
      const look = what === 'check' && now.done === now.all; // through what was scored
      const progress = look
        ? { what: 'look' as const, done: now.families_done, all: now.families }
        : { what, done: now.done, all: now.all };
      if (begun.all > 64) this.steps.set({ progress: { ...progress, tables: 0, stopping: this.stopped } });
    }
    return true;
  }

  stop(): void {
    this.stopped = true;
    const { progress } = this.steps.now();
    if (progress) this.steps.set({ progress: { ...progress, stopping: true } });
  }

  async takeScheme(tables: number[], scheme: string): Promise<void> {
    let stopped = false;
    const desk = await this.steps.asked('正在计分……', async (engine) => {
      stopped = !(await this.inSteps(engine, 'score', await engine.call('begin_scheme', { tables, scheme })));
      return engine.call(stopped ? 'give_up' : 'end_open');
    });
    this.steps.set({ progress: null });
    if (!desk) return;
    if (stopped) return this.steps.set({ desk, note: '停下了，方案没有用上。', said: '停下了' });
    this.steps.set({ desk, checked: null, said: `${tables.length} 张表用了方案：${this.steps.now().schemes?.schemes.find((one) => one.id === scheme)?.name ?? scheme}` });
    if (desk.tables.length === 1) await this.steps.fill(0);
    else await this.showAgain(desk.tables.find((line) => line.number === this.steps.now().table?.number)?.key);
    this.steps.keepSoon();
  }

  /** All proposals at once, scheme by scheme. */
  async takeProposals(): Promise<void> {
    const groups = new Map<string, number[]>();
    for (const line of this.steps.now().desk?.tables ?? []) {
      const scheme = line.proposal?.scheme;
      if (scheme) groups.set(scheme, [...(groups.get(scheme) ?? []), line.number]);
    }
    for (const [scheme, tables] of groups) await this.takeScheme(tables, scheme);
  }
}
