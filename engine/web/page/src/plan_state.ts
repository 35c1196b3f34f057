// What 调目标 knows: the table that is tried, its changes, what was asked of it. Steps are plan_steps.ts's.
import type { Advised, AdviceItem, Line, Match, Planned, PlannedDepartment, PlanFigure, PlanSetting, Sensitivity, Simulation, Solve, Sweep, Variation } from './contract';

export type PlanPart = 'curve' | 'solve' | 'sensitivity' | 'chance' | 'scenarios' | 'department' | 'advice';

/** How far a slider reaches: numbers in the figure's unit, of a day days since 1970. */
export interface Range {
  low: number;
  high: number;
  step: number;
}

export interface Scenario {
  name: string;
  settings: PlanSetting[];
}

/** What was changed on one table; it stays when another is tried. */
export interface Tried {
  id: string;
  title: string;
  settings: PlanSetting[];
}

export interface PlanState {
  table: number | null;
  planned: Planned | null;
  tried: Record<number, Tried>; // by the number of the table
  department: PlannedDepartment | null; // all of them together
  written: string; // what became of their changes: they are in the tables
  ranges: Record<string, Range>;
  part: PlanPart;
  chosen: string; // the address of the figure whose curve is shown
  sweep: Sweep | null;
  solve: Solve | null;
  sensitivity: Sensitivity | null;
  simulation: Simulation | null;
  scenarios: Scenario[];
  compared: Variation[];
  advised: Advised | null;
  matches: Match[]; // which indicator is which of an earlier year, as somebody chose
  fault: { address: string; message: string; fix: string } | null;
}

export const noPlan: PlanState = {
  table: null, planned: null, tried: {}, department: null, written: '', ranges: {}, part: 'curve', chosen: '', sweep: null, solve: null, sensitivity: null, simulation: null,
  scenarios: [], compared: [], advised: null, matches: [], fault: null,
};

export const kNoEarlier = '无'; // of the file of matches: there is none

/** Whether somebody chose what the target goes on with. */
export const matchOf = (matches: Match[], item: AdviceItem): Match | undefined =>
  matches.find((one) => one.indicator === item.indicator && (one.table === '' || one.table === item.card || one.table === item.title));

/** The file of matches, as the program reads it (docs/advise.md). */
export const matchText = (matches: Match[]): string => {
  const entry = (key: string, text: string): string[] => (text === '' ? [] : [`${key}: ${JSON.stringify(text)}`]);
  const line = (m: Match): string =>
    [...entry('表', m.table), ...entry('指标', m.indicator), ...(m.year === null ? [] : [`年度: ${m.year}`]), ...entry('上年表', m.earlier_table), ...entry('上年指标', m.earlier_indicator)].join(', ');
  return `对应:\n${matches.map((m) => `  - {${line(m)}}\n`).join('')}`;
};

/** What is still changed on the table, if it is the one that was tried. */
export const triedOn = (state: PlanState, line: Line | undefined): PlanSetting[] => {
  const tried = line && state.tried[line.number];
  return tried && tried.id === line.id && tried.title === line.title ? tried.settings : [];
};

/** A figure with the words it is called by. */
export interface Named {
  figure: PlanFigure;
  words: string;
}

/** Every figure of the table, in the order of the form. */
export function figuresOf(planned: Planned): Named[] {
  const amounts = planned.budget.map((amount) => ({ figure: amount.figure, words: `预算的${amount.name}` }));
  const rows = planned.rows.flatMap((row) => [
    { figure: row.target, words: `“${row.name}”的目标值` },
    { figure: row.actual, words: `“${row.name}”的完成值` },
  ]);
  return [...amounts, ...rows];
}

/** Those that a slider can turn. */
export const turnable = (planned: Planned): Named[] => figuresOf(planned).filter(({ figure }) => figure.fixed === '' && figure.present !== null);

/** "结案率.完成" as a person says it. */
export function said(name: string): string {
  const at = name.lastIndexOf('.');
  const field = name.slice(at + 1);
  if (at < 0) return name;
  if (name.startsWith('预算.')) return `预算的${field}`;
  if (field === '完成' || field === '目标') return `“${name.slice(0, at)}”的${field}值`;
  return name;
}

/** "产出指标/数量指标/受理案件数.完成" without the levels before the name. */
export const saidShort = (path: string): string => said(path.includes('#') || path.startsWith('预算.') ? path : path.slice(path.lastIndexOf('/') + 1));

const kDay = 24 * 60 * 60 * 1000;

/** A value as it is shown -> a number to draw and slide with. */
export const numberOf = (shown: string, day: boolean): number => (day ? Math.round(Date.parse(`${shown}T00:00:00Z`) / kDay) : Number(shown));

/** The number as the engine reads it: a day, or digits with the places of the step. */
export function shownOf(value: number, day: boolean, step: number): string {
  if (day) return new Date(value * kDay).toISOString().slice(0, 10);
  const places = step >= 1 ? 0 : Math.round(-Math.log10(step));
  return value.toFixed(places);
}

/** 1, 2 or 5 times a power of ten, at least this. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((n) => n * power >= value * 0.999999) ?? 10;
  return factor * power;
}

/** From nothing to twice the larger side of the row, or the year of a day; a rate that stays below 100 to 120. */
export function rangeOf(figure: PlanFigure, other: PlanFigure | null, year: number | null): Range {
  if (figure.day) {
    const present = numberOf(figure.present ?? '', true);
    const first = numberOf(`${year ?? new Date(present * kDay).getUTCFullYear()}-01-01`, true);
    return { low: Math.min(first, present), high: Math.max(first + 364, present), step: 1 };
  }
  const known = [figure, other].filter((f) => f !== null && !f.day && f.present !== null && f.unit === figure.unit).map((f) => Number(f?.present));
  const most = Math.max(...known.map(Math.abs), 0);
  const high = figure.unit === '%' && most <= 100 && most > 50 ? 120 : most === 0 ? 10 : roundUp(most * 1.5);
  const printed = 10 ** -figure.places;
  const coarse = 10 ** Math.floor(Math.log10(high / 100));
  return { low: known.some((n) => n < 0) ? -high : 0, high, step: Math.max(printed, Math.min(coarse, 10 ** Math.ceil(Math.log10(high / 1000)))) };
}

export function rangesOf(planned: Planned, before: Record<string, Range>): Record<string, Range> {
  const ranges: Record<string, Range> = {};
  const put = (figure: PlanFigure, other: PlanFigure | null) => {
    if (figure.fixed !== '' || figure.present === null) return;
    const known = before[figure.address];
    const at = numberOf(figure.present, figure.day);
    ranges[figure.address] = known && at >= known.low && at <= known.high ? known : rangeOf(figure, other, planned.year);
  };
  planned.rows.forEach((row) => {
    put(row.target, row.actual);
    put(row.actual, row.target);
  });
  planned.budget.forEach((amount) => put(amount.figure, planned.budget.find((other) => other !== amount)?.figure ?? null));
  return ranges;
}

/** About 120 values between the ends, on the grid of the slider, as `jiheng whatif --sweep` takes them. */
export function sweepText(address: string, figure: PlanFigure, range: Range): string {
  const steps = Math.max(1, Math.ceil((range.high - range.low) / range.step / 120));
  const step = steps * range.step;
  const shown = (n: number) => shownOf(n, figure.day, range.step);
  return `${address}=${shown(range.low)}..${shown(range.high)}:${figure.day ? steps : Number(step.toPrecision(6))}`;
}

/** A scenario as the file the program reads (docs/whatif.md); JSON is YAML. */
export const scenarioText = (scenario: Scenario): string =>
  `${JSON.stringify({ 名称: scenario.name, 改动: scenario.settings.map((s) => ({ [s.address]: s.to })) }, null, 1)}\n`;
