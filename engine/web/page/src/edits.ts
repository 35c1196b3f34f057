// What an edit changes on the page, and what a spreadsheet puts on the clipboard: plain functions, no state of their own.
import type { Cell, Fact, Row, Table, TableChange } from './contract';

/** The table with what became other; rows and cells that did not stay the very same objects, so that they are not drawn again. */
export function changedTable(table: Table, change: TableChange): Table {
  const { cells, rows, number: _, ...texts } = change;
  const form = { ...table.form, cells: [...table.form.cells] };
  for (const { at, cell } of cells) form.cells[at] = cell;
  const out: Table = { ...table, ...texts, form, rows: [...table.rows] };
  for (const { at, row } of rows) out.rows[at] = row;
  return out;
}

/** Lines of one cell put together again: a break inside it is only where the cell was too narrow. */
const oneLine = (text: string): string => text.replace(/([\x21-\x7e])[ \t]*\n+[ \t]*(?=[\x21-\x7e])/g, '$1 ').replace(/[ \t]*\n+[ \t]*/g, '').trim();

/** A block as Excel and WPS copy it: a line a row, a tab a cell; a cell with breaks, tabs or quotes inside stands in quotes. */
export function pastedBlock(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const block: string[][] = [[]];
  let cell = '';
  let quoted = false;
  let begin = true; // of a cell: only there a quote opens one
  for (let i = 0; i < source.length; ++i) {
    const c = source[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source[i + 1] === '"') cell += source[++i];
      else quoted = false;
    } else if (c === '"' && begin && isClosed(source, i)) {
      quoted = true;
      begin = false;
    } else if (c === '\t' || c === '\n') {
      block[block.length - 1]?.push(oneLine(cell));
      if (c === '\n') block.push([]);
      cell = '';
      begin = true;
    } else {
      cell += c;
      begin = false;
    }
  }
  block[block.length - 1]?.push(oneLine(cell));
  return block;
}

/** Whether the quote that opens at `at` closes before a tab, a line end or the end: else it is a sign like any other. */
function isClosed(source: string, at: number): boolean {
  for (let i = at + 1; i < source.length; ++i) {
    if (source[i] !== '"') continue;
    if (source[i + 1] === '"') ++i;
    else return i + 1 === source.length || source[i + 1] === '\t' || source[i + 1] === '\n';
  }
  return false;
}

/** Cells that change the table itself; they are typed into only where somebody asked for that. */
const kOfShape = ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '项目名称', '单位名称', '年度'];

/** Whether the cell is one to type into. */
export const isTyped = (cell: Cell, shape: boolean): boolean => cell.edit !== undefined && (shape || !kOfShape.includes(cell.edit));

/** The cell of each row that its facts stand below: 评分标准, on a form that has none the actual value. */
export const factsUnder = (table: Table): string => (table.form.cells.some((cell) => cell.edit === '评分标准') ? '评分标准' : '实际完成值');

/** A fact that the row's 评分标准, or the scheme's 计算, asks for, in an edit. */
export const factField = (fact: Fact): string => `计算数据/${fact.name}`;
export const isFact = (field: string): boolean => field.startsWith('计算数据/');

/** What stands in the cell as it was typed; more may be printed: a draft, ticks. */
export const typedText = (cell: Cell): string => cell.value ?? cell.text;

/** Taken when the cell is left: half of it is something else, or moves the cells. */
export const isWhole = (field: string): boolean => ['一级指标', '二级指标', '年度', '表头/填报日期'].includes(field) || field.endsWith('/名称');

/** Sentences: a break inside is one of the text. */
export const isProse = (field: string): boolean => /^(偏差原因|改进措施|评分标准|表尾\/.*|年度(总体)?目标\/.*)$/.test(field);

export interface PastedCell {
  row?: number;
  field: string;
  text: string;
}

export interface Placed {
  cells: PastedCell[];
  closed: number; // texts over cells that are not typed into
  over: number; // lines that no row of the table is left for
}

const kLevels: Record<string, 'level1' | 'level2'> = { 一级指标: 'level1', 二级指标: 'level2' };

/** Where the cells of a block go, from the one it is pasted into: to the right as the columns of the form, down as its rows. */
export function placed(table: Table, shape: boolean, from: { row: number | null; field: string }, block: string[][]): Placed {
  const { cells: all } = table.form;
  const start = all.find((cell) => (cell.of ?? null) === from.row && cell.edit === from.field);
  const columns = all.filter((cell) => start && cell.row === start.row && cell.column >= start.column).sort((a, b) => a.column - b.column);
  const spot = (line: number | string, column: number): string => `${line}/${column}`; // of an indicator, or a line of the form
  const at = new Map([...all].reverse().map((cell) => [spot(cell.of ?? `line ${cell.row}`, cell.column), cell])); // the first of each
  const done: Placed = { cells: [], closed: 0, over: 0 };
  block.forEach((line, down) => {
    const row = from.row === null ? undefined : from.row + down;
    if (row !== undefined && row >= table.rows.length) {
      if (line.some((text) => text !== '')) ++done.over;
      return;
    }
    line.forEach((text, right) => {
      const column = columns[right];
      const level = column?.edit === undefined ? undefined : kLevels[column.edit]; // one cell may be of several rows
      const cell = level ? column : column && at.get(spot(row ?? `line ${column.row + down}`, column.column));
      if (!cell?.edit || !isTyped(cell, shape)) {
        if (text !== '') ++done.closed;
        return;
      }
      if (level && text === '') return; // Excel copies a merged cell once
      const was = level && row !== undefined ? table.rows[row]?.[level] : typedText(cell);
      if (was !== text) done.cells.push(row === undefined ? { field: cell.edit, text } : { row, field: cell.edit, text });
    });
  });
  return done;
}

/** Puts the keyboard into a cell, once it is drawn. */
export function focusCell(row: number | null, field: string): void {
  requestAnimationFrame(() => {
    const cells = [...document.querySelectorAll<HTMLTextAreaElement>(`textarea.cell[data-row="${row ?? ''}"]`)];
    const cell = cells.find((one) => one.dataset['kind'] === field) ?? cells[0];
    cell?.focus();
    cell?.select();
  });
}

/** Open because nobody has written what was reached. */
export const isUnfilled = (row: Row): boolean => row.open && row.actual === '' && row.facts.every((fact) => fact.value === '');

/** The range of a row that is not filled in yet waits for nobody to look at it. */
export const scoreWords = (row: Row, text: string): string => (isUnfilled(row) ? text.replace('待核', '未填') : text);

/** The points of a row, which say why on Enter. */
export function focusScore(row: number): void {
  document.querySelector<HTMLElement>(`td.score button[data-row="${row}"]`)?.focus();
}

/** Rows that are open: those nobody has filled in, and those that somebody must look at. "" where there are none. */
export function openWords(counts: { open_rows: number; blank_rows: number }): string {
  const unsure = counts.open_rows - counts.blank_rows;
  return [unsure > 0 ? `待核 ${unsure} 项` : '', counts.blank_rows > 0 ? `未填 ${counts.blank_rows} 项` : ''].filter((part) => part !== '').join('，');
}

/** A sentence of the engine with the names of schemes in place of their ids; the longer ids first, for one may begin as another. */
export const withNames = (text: string, schemes: { id: string; name: string }[]): string =>
  [...schemes].sort((a, b) => b.id.length - a.id.length)
    .reduce((words, { id, name }) => [`方案 ${id} `, `“${id}”`, id].reduce((said, way) => said.split(way).join(way.startsWith('方案') ? `方案“${name}”` : `“${name}”`), words), text);

/** A sentence with rules by their names alone: "Q3 反向按比例" is 反向按比例; their numbers are the scheme's own. */
export const withoutNumbers = (text: string, rules: string[]): string =>
  [...rules].sort((a, b) => b.length - a.length).reduce((words, rule) => words.split(rule).join(rule.slice(rule.indexOf(' ') + 1)), text);
