// What the page knows, and what it does: one place for every step, so that the views only show.
import type { Checked, Compared, Desk, Message, Output, Schemes, Table, Why } from './contract';
import { Engine, Refused } from './engine';
import { handOut, oldOnes, type Chosen } from './files';
import { keep } from './kept';
import { noPlan, type PlanState } from './plan_state';
import { keptDecisions } from './review_kept';

export type View = 'open' | 'fill' | 'check' | 'plan' | 'output' | 'help';

export interface Change {
  table: number;
  row: number | null;
  field: string;
  from: string;
  to: string;
}

export interface State {
  view: View;
  ready: boolean;
  busy: string;
  said: string; // for the live region
  fault: { message: string; fix: string } | null;
  desk: Desk | null;
  schemes: Schemes | null;
  table: Table | null;
  row: number | null; // whose reasons are shown
  why: Why | null;
  checked: Checked | null;
  compared: Compared | null; // with the submission before
  reviewLeft: string[]; // of a review sheet: what is of no finding
  reviewer: string;
  plan: PlanState;
  cellFault: { row: number | null; field: string; message: string; fix: string } | null;
  help: string; // the finding whose page is open
  page: string;
  undo: Change[];
  redo: Change[];
}

export const begun: State = {
  view: 'open', ready: false, busy: '', said: '', fault: null, desk: null, schemes: null, table: null, row: null, why: null,
  checked: null, compared: null, reviewLeft: [], reviewer: '', plan: noPlan, cellFault: null, help: '', page: '', undo: [], redo: [],
};

export const today = (): string => {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** Every step takes the state as it is, asks the engine, and gives the state as it is then. */
export class Steps {
  private engine: Engine | null = null;
  private state: State = begun;
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly show: (state: State) => void) {}

  now(): State {
    return this.state;
  }

  set(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
    this.show(this.state);
  }

  /** What is refused is the caller's to say. */
  async quiet<T>(job: (engine: Engine) => Promise<T>): Promise<T | undefined> {
    return this.engine ? job(this.engine) : undefined;
  }

  async asked<T>(busy: string, job: (engine: Engine) => Promise<T>): Promise<T | undefined> {
    if (!this.engine) return undefined;
    if (busy) this.set({ busy, fault: null });
    try {
      return await job(this.engine);
    } catch (fault) {
      const refused = fault instanceof Refused;
      this.set({ fault: { message: refused ? fault.message : '这一步没有做成', fix: refused ? fault.fix : String(fault) } });
      return undefined;
    } finally {
      if (busy) this.set({ busy: '' });
    }
  }

  async begin(): Promise<void> {
    try {
      this.engine = await Engine.begin();
      this.set({ ready: true });
      const schemes = await this.asked('', (engine) => engine.call('schemes'));
      if (schemes) this.set({ schemes });
      const decisions = await keptDecisions().catch(() => []);
      if (decisions.length > 0) await this.asked('', (engine) => engine.call('decide', { decisions }));
    } catch (fault) {
      this.set({ fault: { message: '这个浏览器打不开计分程序', fix: `请换新一些的浏览器（内核 86 以上）。（${String(fault)}）` } });
    }
  }

  async open(files: Chosen[], paths: string[]): Promise<void> {
    const old = oldOnes(files.map((file) => file.name));
    const taken = files.filter((file) => !old.includes(file.name));
    const wanted = paths.filter((path) => !old.includes(path));
    if (wanted.length > 0) {
      const put = taken.map((file): [string, ArrayBuffer] => [file.name, file.bytes]);
      const before = this.state.desk?.tables.length ?? 0;
      const desk = await this.asked('正在读文件……', (engine) => engine.call('open', { paths: wanted }, put));
      if (desk) {
        this.set({ desk, checked: null, said: `读到 ${desk.tables.length - before} 张表` });
        const only = desk.tables[0];
        if (desk.tables.length === 1 && only?.scored) await this.fill(0);
        else this.set({ view: 'open' });
        this.keepSoon();
      }
    }
    if (old.length > 0) {
      this.set({
        fault: {
          message: `这里读不了旧格式的文件：${old.join('、')}`,
          fix: '用 WPS 或 Office 打开它，“另存为”选 .docx 或 .xlsx，再拖进来。',
        },
      });
    }
  }

  async takeScheme(tables: number[], scheme: string): Promise<void> {
    const desk = await this.asked('正在计分……', (engine) => engine.call('take_scheme', { tables, scheme }));
    if (!desk) return;
    this.set({ desk, checked: null, said: `${tables.length} 张表用了方案 ${scheme}` });
    if (desk.tables.length === 1) await this.fill(0);
    this.keepSoon();
  }

  /** All proposals at once, scheme by scheme. */
  async takeProposals(): Promise<void> {
    const groups = new Map<string, number[]>();
    for (const line of this.state.desk?.tables ?? []) {
      const scheme = line.proposal?.scheme;
      if (scheme) groups.set(scheme, [...(groups.get(scheme) ?? []), line.number]);
    }
    for (const [scheme, tables] of groups) await this.takeScheme(tables, scheme);
  }

  async newTable(scheme: string, department: boolean, year: number, unit: string): Promise<void> {
    const desk = await this.asked('正在建新表……', (engine) => engine.call('new_table', { scheme, department, year, unit }));
    if (!desk) return;
    this.set({ desk, checked: null });
    const fresh = desk.tables.filter((line) => line.file === '');
    const last = fresh[fresh.length - 1];
    if (last) await this.fill(last.number);
  }

  async fill(number: number, row: number | null = null): Promise<void> {
    const table = await this.asked('', (engine) => engine.call('table', { table: number }));
    this.set({ view: 'fill', table: table ?? null, row: null, why: null, cellFault: null });
    if (row !== null && table) await this.why(row);
  }

  async why(row: number | null): Promise<void> {
    if (row === null || !this.state.table) return this.set({ row: null, why: null });
    const table = this.state.table.number;
    const why = await this.asked('', (engine) => engine.call('why', { table, row }));
    if (why) this.set({ row, why });
  }

  /** One cell as typed. `again`: an undo or redo, which is no new change. */
  async edit(change: Change, again = false): Promise<void> {
    if (!this.engine) return;
    const { table, row, field, to } = change;
    try {
      const parameters = row === null ? { table, field, text: to } : { table, row, field, text: to };
      const edited = await this.engine.call('edit', parameters);
      const desk = this.state.desk && {
        ...this.state.desk,
        departments: edited.departments,
        tables: this.state.desk.tables.map((line) => (line.number === table ? edited.line : line)),
      };
      const undo = again ? this.state.undo : [...this.state.undo, change];
      this.set({
        desk, undo, table: edited.table, cellFault: null, checked: null, redo: again ? this.state.redo : [],
        said: edited.table.scored ? `总分 ${edited.table.total}，${edited.table.grade}` : '',
      });
      if (this.state.row !== null) await this.why(this.state.row);
      this.keepSoon();
    } catch (fault) {
      if (fault instanceof Refused) this.set({ cellFault: { row, field, message: fault.message, fix: fault.fix }, said: fault.message });
    }
  }

  /** A block from a spreadsheet into the cells of a column, from the one where it is pasted on down. */
  async paste(from: { table: number; row: number | null; field: string }, lines: string[]): Promise<void> {
    if (from.row === null) return;
    let row = from.row;
    for (const to of lines) {
      const line = this.state.table?.rows[row];
      if (!line) break;
      const before = from.field === '年初目标值' ? line.target : line.actual;
      if (before !== to) await this.edit({ ...from, row, from: before, to });
      ++row;
    }
    this.set({ said: `贴进 ${lines.length} 格` });
  }

  async back(): Promise<void> {
    const change = this.state.undo[this.state.undo.length - 1];
    if (!change) return;
    this.set({ undo: this.state.undo.slice(0, -1), redo: [...this.state.redo, change] });
    await this.edit({ ...change, to: change.from }, true);
  }

  async forth(): Promise<void> {
    const change = this.state.redo[this.state.redo.length - 1];
    if (!change) return;
    this.set({ redo: this.state.redo.slice(0, -1), undo: [...this.state.undo, change] });
    await this.edit(change, true);
  }

  async check(): Promise<void> {
    this.set({ view: 'check' });
    const checked = await this.asked('正在检查……', (engine) => engine.call('check'));
    if (checked) this.set({ checked, compared: null, said: `查到 ${checked.findings.length} 条` });
  }

  async handOut(parameters: object): Promise<void> {
    const file = await this.asked('正在写文件……', (engine) => engine.output({ today: today(), ...parameters }));
    if (!file) return;
    handOut(file.name, file.data);
    this.set({ said: `已经写好 ${file.name}` });
  }

  async help(id: string): Promise<void> {
    if (!id) return this.set({ view: 'help', help: '', page: '' });
    const page = await this.asked('', (engine) => engine.call('page', { id }));
    if (page) this.set({ view: 'help', help: `${page.id} ${page.title}`, page: page.text });
  }

  async clear(): Promise<void> {
    const desk = await this.asked('', (engine) => engine.call('clear'));
    if (desk) this.set({ ...begun, ready: true, schemes: this.state.schemes, desk: null });
  }

  private keepSoon(): void {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => void this.keepNow(), 800);
  }

  private async keepNow(): Promise<void> {
    const tables = this.state.desk?.tables ?? [];
    if (!this.engine || tables.length === 0) return;
    const file = await this.engine.output({ job: 'work' });
    const first = tables[0];
    await keep(`${first?.unit || first?.title || '自评表'}，${tables.length} 张表`, new TextDecoder().decode(file.data)).catch(() => undefined);
  }
}

export type { Message, Output };
