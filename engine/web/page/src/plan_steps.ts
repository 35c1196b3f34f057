// What 调目标 does: every step asks the engine about the table with its changes; the table on the desk stays as it is until the
// changes are put into it.
import type { AdviceItem, EarlierTable, Line, Match, Planned, PlanSetting, Variation } from './contract';
import { Refused } from './engine';
import { figuresOf, kNoEarlier, matchOf, matchText, noPlan, rangesOf, said, scenarioText, sweepText, triedOn, turnable, type PlanPart, type PlanState, type Scenario } from './plan_state';
import type { Steps } from './state';

/** The cells of the form that the changes of the table are of. */
const cellsOf = (planned: Planned): { row?: number; field: string; text: string }[] =>
  planned.settings.map(({ address, to }) => {
    const amount = planned.budget.find((b) => b.figure.address === address);
    const row = planned.rows.find((r) => r.target.address === address || r.actual.address === address);
    if (amount || !row) return { field: amount?.name ?? '', text: to };
    return { row: row.row, field: row.target.address === address ? '年初目标值' : '实际完成值', text: to };
  });

const texts = (settings: PlanSetting[]): string[] => settings.map((s) => `${s.address}=${s.to}`);

export class PlanSteps {
  private busy = false;
  private wanted: { turn: string; value: string } | null = null;
  private sweeping: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly steps: Steps) {}

  private get plan(): PlanState {
    return this.steps.now().plan;
  }

  private set(part: Partial<PlanState>): void {
    this.steps.set({ plan: { ...this.plan, ...part } });
  }

  private asking(settings = this.plan.planned?.settings ?? []): { tables: number[]; settings: string[] } {
    return { tables: this.plan.table === null ? [] : [this.plan.table], settings: texts(settings) };
  }

  /** A table to try, as it is on the desk. */
  async begin(table: number): Promise<void> {
    const line = this.steps.now().desk?.tables.find((one) => one.number === table);
    const { planned: before } = this.plan;
    const same = this.plan.table === table && before !== null && before.id === line?.id && before.title === line.title;
    const kept = triedOn(this.plan, line);
    const planned = await this.steps.asked('', (engine) => engine.call('plan', { tables: [table], settings: texts(kept) }));
    if (!planned) return;
    const { tried, advised, matches, part: shown } = this.plan;
    const part = same || shown === 'advice' || shown === 'department' ? shown : planned.after.total === '' ? 'advice' : 'curve';
    this.steps.set({ plan: { ...(same ? this.plan : { ...noPlan, tried, advised, matches }), table, part } });
    this.take(planned);
    const first = this.plan.chosen || (turnable(planned).find(({ figure }) => figure.address.endsWith('.完成')) ?? turnable(planned)[0])?.figure.address;
    if (first) await this.choose(first);
  }

  /** What the engine says of the table with its changes: everything that was asked before is of other figures now. */
  private take(planned: Planned): void {
    const { table, ranges, tried } = this.plan;
    const { id, title, settings } = planned;
    this.set({ planned, ranges: rangesOf(planned, ranges), fault: null, solve: null, sensitivity: null, simulation: null, written: '' });
    if (table !== null) this.set({ tried: { ...tried, [table]: { id, title, settings } } });
    if (this.plan.part === 'department') void this.department();
    this.steps.set({ said: planned.after.total ? `总分 ${planned.after.total}，${planned.after.grade}` : '' });
  }

  /** Moves a figure with its slider. While the engine works only the last place counts. */
  async turn(address: string, value: string): Promise<void> {
    this.wanted = { turn: address, value };
    if (this.busy) return;
    this.busy = true;
    while (this.wanted !== null) {
      const asked: { turn: string; value: string } = this.wanted;
      this.wanted = null;
      await this.ask(asked.turn, { ...this.asking(), ...asked });
    }
    this.busy = false;
    if (address !== this.plan.chosen) this.sweepSoon();
  }

  /** The tables of the unit and year of the one that is tried, with what was changed on any of them. */
  private together(): { lines: Line[]; tables: number[]; settings: string[] } {
    const lines = this.steps.now().desk?.tables ?? [];
    const shown = lines.find((line) => line.number === this.plan.table);
    const own = lines.filter((line) => line.scheme_name !== '' && line.unit === shown?.unit && line.year === shown.year);
    return {
      lines: own,
      tables: own.map((line) => line.number),
      settings: own.flatMap((line) => texts(triedOn(this.plan, line)).map((text) => (own.length > 1 ? `${line.id}:${text}` : text))),
    };
  }

  async department(): Promise<void> {
    const { tables, settings } = this.together();
    const department = await this.steps.asked('', (engine) => engine.call('plan_department', { tables, settings }));
    this.set({ department: department ?? null });
  }

  /** The forms, reports and lists of all tables as they are now. */
  async handOutSet(): Promise<void> {
    await this.steps.handOut({ job: 'set' });
  }

  async handOutDepartment(face: string): Promise<void> {
    const { tables, settings } = this.together();
    await this.steps.handOut({ job: 'whatif', face, tables, settings });
  }

  /** The text of a cell as typed: anything the form may hold. */
  async put(address: string, text: string): Promise<void> {
    const others = (this.plan.planned?.settings ?? []).filter((s) => s.address !== address);
    const was = this.plan.planned && figuresOf(this.plan.planned).find(({ figure }) => figure.address === address)?.figure.was;
    const settings = was === text ? others : [...others, { address, from: '', to: text }];
    await this.ask(address, this.asking(settings));
    this.sweepSoon();
  }

  private async ask(address: string, parameters: object): Promise<void> {
    try {
      const planned = await this.steps.quiet((engine) => engine.call('plan', parameters));
      if (planned) this.take(planned);
    } catch (fault) {
      if (!(fault instanceof Refused)) return;
      const { message, fix } = fault;
      if (address === '') this.steps.set({ fault: { message, fix } });
      else this.set({ fault: { address, message, fix } });
    }
  }

  /** All figures as on the desk, or those of a scenario. */
  async use(settings: PlanSetting[]): Promise<void> {
    await this.ask('', this.asking(settings));
    this.sweepSoon();
  }

  async open(part: PlanPart): Promise<void> {
    this.set({ part });
    if (part === 'sensitivity' && !this.plan.sensitivity) await this.sensitivity();
    if (part === 'scenarios') await this.compare();
    if (part === 'department') await this.department();
    if (part === 'advice' && !this.plan.advised) await this.advise();
  }

  async choose(address: string): Promise<void> {
    this.set({ chosen: address, sweep: null });
    await this.sweep();
  }

  private sweepSoon(): void {
    clearTimeout(this.sweeping);
    this.sweeping = setTimeout(() => void this.sweep(), 250);
  }

  private async sweep(): Promise<void> {
    const { planned, chosen, ranges } = this.plan;
    const figure = planned && turnable(planned).find((named) => named.figure.address === chosen)?.figure;
    const range = ranges[chosen];
    if (!figure || !range || planned.after.total === '') return this.set({ sweep: null });
    const sweep = await this.steps.asked('', (engine) => engine.call('sweep', { ...this.asking(), sweeps: [sweepText(chosen, figure, range)] }));
    if (sweep && this.plan.chosen === chosen) this.set({ sweep });
  }

  async solve(points: string, vary: string[]): Promise<void> {
    this.set({ solve: null }); // an answer to another question
    const solve = await this.steps.asked('正在找……', (engine) => engine.call('solve', { ...this.asking(), wanted: `总分=${points}`, vary }));
    if (solve) this.set({ solve });
    if (solve) this.steps.set({ said: solve.figures.reduce((text, { figure }) => text.split(figure).join(said(figure)), solve.why) });
  }

  async sensitivity(): Promise<void> {
    const sensitivity = await this.steps.asked('正在逐项试……', (engine) => engine.call('sensitivity', this.asking()));
    if (sensitivity) this.set({ sensitivity });
  }

  async simulate(uncertain: string[]): Promise<void> {
    const simulation = await this.steps.asked('正在试一万次……', (engine) => engine.call('simulate', { ...this.asking(), uncertain, draws: 10000 }));
    if (!simulation) return;
    this.set({ simulation });
    const best = simulation.cards[0]?.grades?.[0];
    this.steps.set({ said: best ? `得“${best.name}”的机会 ${best.chance_low}%` : '算好了' });
  }

  async keepScenario(name: string): Promise<void> {
    const settings = this.plan.planned?.settings ?? [];
    if (settings.length === 0 || name.trim() === '') return;
    const others = this.plan.scenarios.filter((s) => s.name !== name.trim());
    this.set({ scenarios: [...others, { name: name.trim(), settings }] });
    await this.compare();
  }

  async forgetScenario(name: string): Promise<void> {
    this.set({ scenarios: this.plan.scenarios.filter((s) => s.name !== name) });
    await this.compare();
  }

  /** Files of scenarios, those of the program or of this page. */
  async readScenarios(files: { name: string; text: string }[]): Promise<void> {
    for (const file of files) {
      const read = await this.steps.asked('正在读打算……', (engine) => engine.call('scenario', file));
      if (!read) return;
      const scenario: Scenario = { name: read.name, settings: read.changes.map((c) => ({ address: c.address, from: '', to: c.to })) };
      this.set({ scenarios: [...this.plan.scenarios.filter((s) => s.name !== read.name), scenario] });
    }
    await this.compare();
  }

  private async compare(): Promise<void> {
    const scenarios = this.plan.scenarios.map((s) => ({ name: `${s.name}.yaml`, text: scenarioText(s) }));
    if (scenarios.length === 0) return this.set({ compared: [] });
    const all = await this.steps.asked('正在并排算……', (engine) => engine.call('whatif', { ...this.asking([]), scenarios }));
    if (all) this.set({ compared: all.scenarios ?? [all as unknown as Variation] });
  }

  /** The changes into the table on the desk, a step that can be taken back. */
  async apply(): Promise<void> {
    const { table, planned } = this.plan;
    if (table === null || !planned) return;
    const done = await this.steps.editTables([{ table, cells: cellsOf(planned) }]);
    await this.use([]);
    this.steps.set({ said: `${done} 处改动写进了表，可以撤销` });
  }

  /** Those of all tables of the unit and year, in one step. */
  async applyAll(): Promise<void> {
    const changed: { table: number; cells: ReturnType<typeof cellsOf> }[] = [];
    for (const line of this.together().lines) {
      const settings = texts(triedOn(this.plan, line));
      if (settings.length === 0) continue;
      const planned = await this.steps.asked('正在写进表……', (engine) => engine.call('plan', { tables: [line.number], settings }));
      if (!planned) return;
      changed.push({ table: line.number, cells: cellsOf(planned) });
    }
    const done = await this.steps.editTables(changed);
    const written = new Set(changed.map(({ table }) => table));
    this.set({ tried: Object.fromEntries(Object.entries(this.plan.tried).filter(([table]) => !written.has(Number(table)))) });
    await this.use([]);
    const words = `${changed.length} 张表的 ${done} 处改动写进了表；Ctrl+Z 一次全部撤销。`;
    this.set({ written: words });
    this.steps.set({ said: words });
  }

  /** Tables by year: the newest are the targets, the others what was. */
  private byYear(): { tables: number[]; history: number[] } {
    const lines = (this.steps.now().desk?.tables ?? []).filter((line) => line.year !== null);
    const newest = Math.max(...lines.map((line) => line.year ?? 0));
    const of = (wanted: boolean): number[] => lines.filter((line) => (line.year === newest) === wanted).map((line) => line.number);
    return { tables: of(true), history: of(false) };
  }

  private asked(): object {
    const { matches } = this.plan;
    return { ...this.byYear(), ...(matches.length > 0 ? { match: '对应.yaml', match_text: matchText(matches) } : {}) };
  }

  /** False where it is refused: what was said before stays. */
  async advise(): Promise<boolean> {
    if (this.byYear().history.length === 0) {
      this.set({ advised: null });
      return true;
    }
    const advised = await this.steps.asked('正在对照以前年度……', (engine) => engine.call('advise', this.asked()));
    if (advised) this.set({ advised });
    return advised !== undefined;
  }

  /** What these targets go on with, as somebody chose; what cannot be is not taken. */
  private async match(matches: Match[], words: string): Promise<void> {
    const before = this.plan.matches;
    this.set({ matches });
    if (await this.advise()) this.steps.set({ said: words });
    else this.set({ matches: before });
  }

  /** `earlier`: a row of a table of an earlier year; 'none': there is none; null: the program finds it. */
  async goesOnWith(item: AdviceItem, earlier: { table: EarlierTable; row: string } | 'none' | null): Promise<void> {
    const year = earlier === null || earlier === 'none' ? null : earlier.table.year;
    const isReplaced = (one: Match): boolean => matchOf([one], item) === one && (year === null || one.year === null || one.year === year);
    const others = this.plan.matches.filter((one) => !isReplaced(one));
    const chosen: Match[] = earlier === null ? [] : [{
      table: item.card, indicator: item.indicator, year,
      earlier_table: earlier === 'none' ? '' : earlier.table.id, earlier_indicator: earlier === 'none' ? kNoEarlier : earlier.row,
    }];
    await this.match([...others, ...chosen], `“${item.indicator}”${earlier === null ? '由程序对应' : '照你选的对应'}`);
  }

  async readMatches(file: { name: string; text: string }): Promise<void> {
    const read = await this.steps.asked('正在读对应……', (engine) => engine.call('matches', file));
    if (read) await this.match(read.choices, `读回 ${read.choices.length} 条对应`);
  }

  async forgetMatches(): Promise<void> {
    await this.match([], '都由程序对应');
  }

  /** A proposed target into its table. */
  async adopt(table: number, row: number, from: string, to: string): Promise<void> {
    await this.steps.edit({ table, row, field: '年初目标值', from, to });
    this.steps.set({ said: `目标改成 ${to}` });
    await this.advise();
  }

  async handOut(job: string, face: string, more: object = {}): Promise<void> {
    await this.steps.handOut({ job, face, ...this.asking(), ...more });
  }

  async handOutAdvice(face: string): Promise<void> {
    await this.steps.handOut({ job: 'advise', face, ...this.asked() });
  }
}
