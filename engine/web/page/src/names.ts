// What tables are called in lists: with their unit where there are several.
import type { Line } from './contract';

export const hasUnits = (tables: Line[]): boolean => tables.some((line) => line.unit !== tables[0]?.unit);
export const tableName = (line: Line, tables: Line[]): string => `${line.id} ${line.title}${hasUnits(tables) && line.unit ? `（${line.unit}）` : ''}`;

/** Sets of tables somebody may mean: those of a year, of a unit; each with at least two sets to choose from. */
export function setsOf(tables: Line[]): { words: string; tables: number[] }[] {
  const sets = (of: (line: Line) => string) => {
    const found = new Map<string, number[]>();
    for (const line of tables) found.set(of(line), [...(found.get(of(line)) ?? []), line.number]);
    return found.size < 2 ? [] : [...found].filter(([name]) => name !== '').sort(([a], [b]) => a.localeCompare(b, 'zh'));
  };
  const years = sets((line) => (line.year === null ? '' : `${line.year} 年`));
  const units = sets((line) => line.unit);
  const both = years.length > 0 && units.length > 0 ? sets((line) => (line.unit && line.year !== null ? `${line.unit} ${line.year} 年` : '')) : [];
  return [...years, ...units, ...both].map(([name, numbers]) => ({ words: `${name}的 ${numbers.length} 张表`, tables: numbers }));
}
