// What an edit changes on the page, and what a spreadsheet puts on the clipboard: plain functions, no state of their own.
import type { Cell, Table, TableChange } from './contract';

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

/** Cells that change the indicators themselves; they are typed into only where somebody asked for that. */
const kOfShape = ['三级指标', '分值'];

/** Whether the cell is one to type into. */
export const isTyped = (cell: Cell, shape: boolean): boolean => cell.edit !== undefined && (shape || !kOfShape.includes(cell.edit));

/** What stands in the cell as it was typed. */
export function typedText(cell: Cell, table: Table): string {
  const row = cell.of === undefined ? undefined : table.rows[cell.of];
  if (!row) return cell.text;
  if (cell.edit === '年初目标值') return row.target;
  if (cell.edit === '三级指标') return row.name;
  return cell.edit === '实际完成值' ? row.actual : cell.text;
}

export interface PastedCell {
  row: number;
  field: string;
  text: string;
}

/** Where the cells of a block go, from the one it is pasted into: to the right as the columns of the form, down as its rows. */
export function placed(table: Table, shape: boolean, from: { row: number; field: string }, block: string[][]): { cells: PastedCell[]; closed: number; over: number } {
  const start = table.form.cells.find((cell) => cell.of === from.row && cell.edit === from.field);
  const columns = table.form.cells.filter((cell) => start && cell.row === start.row && cell.column >= start.column).map((cell) => cell.column);
  const at = new Map(table.form.cells.filter((cell) => cell.of !== undefined).reverse().map((cell) => [`${cell.of}/${cell.column}`, cell]));
  const cells: PastedCell[] = [];
  let closed = 0;
  let over = 0;
  block.forEach((line, down) => {
    const row = from.row + down;
    if (row >= table.rows.length) {
      if (line.some((text) => text !== '')) ++over;
      return;
    }
    line.forEach((text, right) => {
      const cell = at.get(`${row}/${columns[right]}`);
      if (cell?.edit && isTyped(cell, shape)) {
        if (typedText(cell, table) !== text) cells.push({ row, field: cell.edit, text });
      } else if (text !== '') ++closed;
    });
  });
  return { cells, closed, over };
}

/** Puts the keyboard into a cell, once it is drawn. */
export function focusCell(row: number, field: string): void {
  requestAnimationFrame(() => {
    const cells = [...document.querySelectorAll<HTMLTextAreaElement>(`textarea.cell[data-row="${row}"]`)];
    const cell = cells.find((one) => one.dataset['kind'] === field) ?? cells[0];
    cell?.focus();
    cell?.select();
  });
}
