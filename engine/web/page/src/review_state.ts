// What 检查 shows of its findings, and where it was left for a cell.

export type Order = 'level' | 'id' | 'table' | 'unit';

/** Which findings are shown, in which order, how many of them. Empty: whatever it is. */
export interface Choice {
  level: string;
  unit: string;
  year: string;
  table: string;
  id: string;
  word: string;
  opinion: string;
  since: string; // new, or there in the submission before
  order: Order;
  most: number;
}

export const kShown = 100;
export const allFindings: Choice = { level: '', unit: '', year: '', table: '', id: '', word: '', opinion: '', since: '', order: 'level', most: kShown };

/** The finding that was left, and how far down the page. */
export interface Back {
  key: string;
  scroll: number;
}
