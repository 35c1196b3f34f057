// What the page knows, and what it does: one place for every step, so that the views only show.
import type { Brought, Checked, Compared, Decision, Desk, Edited, Schemes, Table, Why } from './contract';
import { today } from './clock';
import { changedTable, focusCell, focusScore, placed, withNames } from './edits';
import { Engine, Refused } from './engine';
import { handOut, type Chosen } from './files';
import { keep, keepApart } from './kept';
import { OpenSteps } from './open_steps';
import type { Opening, Twins } from './openings';
import { noPlan, type PlanState } from './plan_state';
import { keptDecisions } from './review_kept';
import { allFindings, type Back, type Choice } from './review_state';
import { ReviewSteps } from './review_steps';

export type View = 'open' | 'fill' | 'check' | 'plan' | 'output' | 'help';

export interface Change {
  table: number;
  row: number | null;
  field: string;
  from: string;
  to: string;
  rows?: number; // it is one cell of so many rows
}

/** How far long work is: files that are read, tables that are scored, alone or to be checked, kinds of findings looked for. */
export interface Work {
  what: 'read' | 'score' | 'check' | 'look';
  done: number;
  all: number;
  tables: number; // read so far
  stopping: boolean;
}

export interface State {
  view: View;
  ready: boolean;
  busy: string;
  said: string; // for the live region
  fault: { message: string; fix: string } | null;
  desk: Desk | null;
  openings: Opening[]; // the newest last
  brought: Brought[]; // beside the tables of saved work, until somebody says that he has seen it
  twins: Twins | null; // tables that are there twice, until somebody says which are meant
  schemes: Schemes | null;
  table: Table | null;
  row: number | null; // whose reasons are shown
  why: Why | null;
  checked: Checked | null;
  compared: Compared | null; // with the submission before
  reviewLeft: string[]; // of a review sheet: what is of no finding
  reviewer: string;
  choice: Choice; // of the findings, which are shown and how
  back: Back | null; // the place among the findings that was left for a cell
  forgotten: Decision[]; // what was decided, until it is clear that nobody wants it back
  earlier: string[]; // the paths of the submission before, as the engine has them
  plan: PlanState;
  cellFault: { row: number | null; field: string; message: string; fix: string } | null;
  help: string; // the finding whose page is open
  page: string;
  undo: number; // steps that can be taken back, and made again
  redo: number;
  at: number | null; // the row the keyboard is in
  shape: boolean; // the table itself is being changed: its rows, names and points
  note: string; // what became of a block that was pasted, of an undo
  tour: number | null; // the stop of the first tour
  progress: Work | null;
}

export const begun: State = {
  view: 'open', ready: false, busy: '', said: '', fault: null, desk: null, openings: [], brought: [], twins: null, schemes: null, table: null, row: null, why: null,
  checked: null, compared: null, reviewLeft: [], reviewer: '', choice: allFindings, back: null, earlier: [], forgotten: [], plan: noPlan, cellFault: null, help: '', page: '', undo: 0, redo: 0,
  at: null, shape: false, note: '', tour: null, progress: null,
};

/** Every step takes the state as it is, asks the engine, and gives the state as it is then. */
export class Steps {
  private engine: Engine | null = null;
  private state: State = begun;
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private saying: ReturnType<typeof setTimeout> | undefined;
  private closing = Promise.resolve(); // what is opened next waits for it
  readonly opening = new OpenSteps(this);

  constructor(private readonly show: (state: State) => void) {}

  now(): State {
    return this.state;
  }

  set(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
    this.show(this.state);
  }

  /** A sentence of the engine with the names of schemes in place of their ids. */
  named(text: string): string {
    return withNames(text, this.state.schemes?.schemes ?? []);
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
      await this.asked('', (engine) => engine.call('desk')); // reads its rules; a file that was dropped meanwhile comes next
      const schemes = await this.asked('', (engine) => engine.call('schemes'));
      if (schemes) this.set({ schemes });
      const decisions = await keptDecisions().catch(() => []);
      if (decisions.length > 0) await this.asked('', (engine) => engine.call('decide', { decisions }));
    } catch (fault) {
      this.set({ fault: { message: '这个浏览器打不开计分程序', fix: `请换新一些的浏览器（内核 86 以上）。（${String(fault)}）` } });
    }
  }

  /** `view`: where it is seen, and where the page stays unless somebody presses another meanwhile. */
  async open(files: Chosen[], paths: string[], view: View = 'open', own = false): Promise<void> {
    await this.closing;
    return this.opening.open(files, paths, view, own);
  }

  /** A view that was pressed. What it shows of files that are being read it shows when they are. */
  async go(view: View): Promise<void> {
    scrollTo(0, 0);
    this.set({ view, back: null });
    if (view === 'check') return this.check();
    if (view === 'help') return this.help('');
    await this.opening.ended;
    const first = this.state.desk?.tables.find((line) => line.scheme_name !== '');
    if (view === 'fill' && this.state.view === view && !this.state.table && first) await this.fill(first.number);
  }

  stop(): void {
    this.opening.stop();
  }

  /** `like`: the table whose indicators it takes over; else the blank form of the scheme. */
  async newTable(wanted: { scheme: string; department: boolean; year: number; unit: string; table?: number }): Promise<void> {
    const edited = await this.asked('正在建新表……', (engine) => engine.call('new_table', wanted));
    if (!edited) return;
    this.set({ view: 'fill', row: null, why: null, cellFault: null, shape: true, at: null });
    this.taken(edited);
    this.set({ note: '表上的名称、分值都可以改；加行、删行、移行在表的上面。', said: '新表建好了' });
  }

  async fill(number: number, row: number | null = null): Promise<void> {
    const table = await this.asked('', (engine) => engine.call('table', { table: number }));
    this.set({ view: 'fill', table: table ?? null, row: null, why: null, cellFault: null, at: null, note: '' });
    scrollTo(0, 0);
    if (row === null || !table) return;
    await this.why(row);
    focusCell(row, '实际完成值');
  }

  /** `enter`: from the keyboard, which goes into what is shown, and back to where it came from. */
  async why(row: number | null, enter = false): Promise<void> {
    if (row === null || !this.state.table) {
      const here = document.activeElement;
      if (this.state.row !== null && (here === document.body || here?.closest('.why'))) focusScore(this.state.row);
      return this.set({ row: null, why: null });
    }
    const table = this.state.table.number;
    const why = await this.asked('', (engine) => engine.call('why', { table, row }));
    if (!why) return;
    this.set({ row, why });
    if (enter) requestAnimationFrame(() => document.querySelector<HTMLElement>('.why h2')?.focus());
  }

  /** What the engine says became of the desk. `stay`: a cell that was left for another table does not lead back to its own. */
  taken(edited: Edited, stay = false): void {
    const { change, line } = edited;
    const had = this.state.table;
    const other = stay && had && line && had.number !== line.number;
    const table = other ? had : (edited.table ?? (change && had && had.number === change.number ? changedTable(had, change) : had));
    const now = edited.desk ?? this.state.desk;
    const desk = now && {
      ...now,
      departments: edited.departments,
      tables: edited.desk || !line ? now.tables : now.tables.map((one) => (one.number === line.number ? line : one)),
    };
    this.set({ desk, table, undo: edited.undo, redo: edited.redo, cellFault: null, checked: null });
    clearTimeout(this.saying); // once the fingers rest
    this.saying = setTimeout(() => {
      const shown = this.state.table;
      if (shown?.scored) this.set({ said: `总分 ${shown.total}，${shown.grade}` });
    }, 400);
    this.keepSoon();
  }

  /** One cell as typed. `more`: the word of the last edit, typed on. */
  async edit(change: Change, more = false): Promise<void> {
    if (!this.engine) return;
    const { table, row, field, to, rows = 1 } = change;
    try {
      const where = row === null ? { table, field, text: to } : { table, row, field, text: to };
      const cells = Array.from({ length: rows }, (_, i) => ({ row: (row ?? 0) + i, field, text: to }));
      const edited = rows > 1 ? this.engine.call('edit_cells', { table, cells, changes: true }) : this.engine.call('edit', { ...where, more, changes: true });
      const shown = this.state.row; // asked for in the same breath
      const why = shown === null || this.state.table?.number !== table ? undefined : this.engine.call('why', { table, row: shown });
      this.taken(await edited, true);
      if (why) this.set({ why: await why });
    } catch (fault) {
      if (fault instanceof Refused) this.set({ cellFault: { row, field, message: fault.message, fix: fault.fix }, said: fault.message });
    }
  }

  at(row: number | null): void {
    if (this.state.at !== row) this.set({ at: row });
  }

  /** Cells of several tables in one step. Gives how many were changed; those that could not be are said. */
  async editTables(tables: { table: number; cells: { row?: number; field: string; text: string }[] }[]): Promise<number> {
    const refused: string[] = [];
    let done = 0;
    let joined = false;
    for (const { table, cells } of tables.filter((one) => one.cells.length > 0)) {
      const edited = await this.asked('正在写进表……', (engine) => engine.call('edit_cells', { table, cells, joined }));
      if (!edited) break;
      this.taken(edited, true);
      refused.push(...edited.refused.map((r) => r.message));
      done += cells.length - edited.refused.length;
      joined ||= edited.refused.length < cells.length;
    }
    if (refused.length > 0) this.set({ fault: { message: `${refused.length} 处没有写进表`, fix: refused.slice(0, 3).join('；') } });
    return done;
  }

  /** A block from a spreadsheet, from the cell where it is pasted to the right and down: one step. */
  async paste(from: { table: number; row: number | null; field: string }, block: string[][]): Promise<void> {
    const { table, shape } = this.state;
    if (!table || table.number !== from.table) return;
    const { cells, closed, over } = placed(table, shape, from, block);
    const edited = cells.length === 0 ? undefined : await this.asked('', (engine) => engine.call('edit_cells', { table: from.table, cells, changes: true }));
    if (edited) this.taken(edited);
    const refused = edited?.refused ?? [];
    const note = [
      `贴进 ${cells.length - refused.length} 格`,
      closed > 0 ? `${closed} 格不是能填的格子，没有贴` : '',
      over > 0 ? `表里的行不够，最后 ${over} 行没有贴` : '',
      ...refused.slice(0, 3).map((r) => `${r.row === null ? '' : `第 ${r.row + 1} 行`}没有贴：${r.message}`),
    ].filter((part) => part !== '').join('；');
    this.set({ note, said: note });
  }

  /** add, remove, up, down, of the row the keyboard is in; remove_blank. */
  async editRows(word: string, field = '三级指标'): Promise<void> {
    const { table, at } = this.state;
    if (!table || (at === null && word !== 'remove_blank')) return;
    const edited = await this.asked('', (engine) => engine.call('edit_rows', { table: table.number, row: at ?? 0, word, changes: true }));
    if (!edited) return;
    if (word === 'add') this.set({ shape: true });
    this.taken(edited);
    const row = word === 'remove_blank' ? null : edited.row;
    const name = row === null ? '' : edited.table?.rows[row]?.name ?? '';
    const done: Record<string, string> = { add: '加了一行', remove: '删去一行', up: '移好了', down: '移好了', remove_blank: '空行都删去了' };
    this.set({ row: null, why: null, at: row, note: `${done[word] ?? ''}${name ? `，现在在“${name}”` : ''}；Ctrl+Z 可以撤销。`, said: done[word] ?? '' });
    if (row !== null) focusCell(row, word === 'add' ? '三级指标' : field);
  }

  /** One more source of money, where the form has room for it: its name is typed over, and is kept once there is a figure. */
  async addMoney(): Promise<void> {
    const { table } = this.state;
    if (!table) return;
    const there = new Set(table.form.cells.map((cell) => cell.edit));
    const field = (name: string): string => `资金/${name}/名称`;
    let name = '新的资金来源';
    for (let i = 2; there.has(field(name)); ++i) name = `新的资金来源 ${i}`;
    await this.edit({ table: table.number, row: null, field: field(name), from: '', to: name });
    this.set({ note: '写上资金来源的名称和数；都没有写数的不存。Ctrl+Z 可以撤销。', said: '加了一项资金来源' });
    focusCell(null, field(name));
  }

  async back(): Promise<void> {
    await this.again('undo');
  }

  async forth(): Promise<void> {
    await this.again('redo');
  }

  private async again(word: 'undo' | 'redo'): Promise<void> {
    if (this.state[word] === 0) return;
    const edited = await this.asked('', (engine) => engine.call(word, { changes: true }));
    if (!edited) return;
    const other = edited.line !== null && edited.line.number !== this.state.table?.number;
    if (edited.desk || other) this.set({ row: null, why: null, at: null });
    if (edited.desk && !edited.line) {
      const more = edited.desk.tables.length - (this.state.desk?.tables.length ?? 0);
      const note = more > 0 ? `收起的 ${more} 张表拿回来了` : word === 'undo' ? '新建的表收回了' : `${-more} 张表又收起了`;
      this.set({ table: null, view: 'open' });
      this.taken(edited);
      return this.set({ note, said: note });
    }
    this.taken(edited);
    const where = edited.desk ? '几张表上的改动，这里是其中的' : '';
    if (edited.line) this.set({ view: 'fill', note: other || where ? `${word === 'undo' ? '撤销' : '重做'}的是${where}“${edited.line.title}”` : '' });
    if (this.state.row !== null) await this.why(this.state.row);
  }

  /** What was found stays until something changes. */
  async check(): Promise<void> {
    this.set({ view: 'check' });
    await this.opening.ended;
    if (this.state.view !== 'check' || this.state.checked || !this.state.desk?.tables.length) return;
    let stopped = false;
    const checked = await this.asked('正在检查……', async (engine) => {
      stopped = !(await this.opening.inSteps(engine, 'check', await engine.call('begin_check')));
      return stopped ? undefined : engine.call('check');
    });
    this.set({ progress: null });
    if (stopped) this.set({ view: 'open', note: '检查停下了；要查，再点“检查”。', said: '检查停下了' });
    if (!checked) return;
    this.set({ checked, compared: null, said: `查到 ${checked.findings.length} 条` });
    await new ReviewSteps(this).compareAgain();
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

  clear(): Promise<void> {
    this.closing = this.putAllAway();
    return this.closing;
  }

  private async putAllAway(): Promise<void> {
    clearTimeout(this.keeping);
    this.opening.stop(); // of what is still being read
    await this.opening.ended;
    await this.keepNow().catch(() => undefined); // what was typed last, too
    keepApart();
    const desk = await this.asked('', (engine) => engine.call('clear'));
    this.opening.clear();
    if (desk) this.set({ ...begun, view: 'open', ready: true, schemes: this.state.schemes, desk: null });
  }

  keepSoon(): void {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => void this.keepNow(), 800);
  }

  async keepNow(): Promise<void> {
    const tables = this.state.desk?.tables ?? [];
    if (!this.engine || tables.length === 0) return;
    const { name, data } = await this.engine.output({ job: 'work' });
    const title = `${tables[0]?.unit || tables[0]?.title || '自评表'}，${tables.length} 张表`;
    await keep({ title, name, bytes: data }).catch(() => undefined);
  }
}
