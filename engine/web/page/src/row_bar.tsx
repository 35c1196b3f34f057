// Changing the table itself: rows added, removed and moved, names and points typed; its head. The row is the one the keyboard is in.
import type { Table } from './contract';
import type { Steps } from './state';

const kWords: [string, string, string][] = [
  ['add', '加一行', '在它下面加一行（Alt+Insert）'],
  ['up', '上移', '往上移，到头就进上一组（Alt+↑）'],
  ['down', '下移', '往下移，到头就进下一组（Alt+↓）'],
  ['remove', '删这行', '删去这一行（Alt+Delete）'],
];

export function RowBar({ table, at, steps }: { table: Table; at: number | null; steps: Steps }) {
  const row = at === null ? undefined : table.rows[at];
  const head = (field: string, value: string, wide: boolean) => (
    <label>
      {field}{' '}
      <input
        key={`${table.number}${field}${value}`}
        defaultValue={value}
        size={wide ? 26 : 6}
        onBlur={(event) => {
          const to = (event.currentTarget as HTMLInputElement).value;
          if (to !== value) void steps.edit({ table: table.number, row: null, field, from: value, to });
        }}
      />
    </label>
  );
  const marks = row && !table.form.cells.some((cell) => cell.edit === '分值'); // the form of a table in full has no column for them
  const blank = table.rows.filter((r) => r.name === '' && r.target === '' && r.actual === '').length;
  return (
    <section class="rowbar screen" aria-label="改表">
      <p class="fields">
        {table.kind === 'project' && head('项目名称', table.title, true)}
        {head('单位名称', table.unit, true)}
        {head('年度', table.year === null ? '' : String(table.year), false)}
      </p>
      <p class="buttons">
        <span>{row ? `光标在第 ${(at ?? 0) + 1} 行“${row.name || '（没有写名称）'}”：` : '先点一行，再选做什么：'}</span>
        {kWords.map(([word, name, title]) => (
          <button type="button" key={word} disabled={!row} title={title} aria-label={row ? `${name}：${row.name}` : name} onMouseDown={(event) => event.preventDefault()} onClick={() => void steps.editRows(word)}>
            {name}
          </button>
        ))}
        {marks && (
          <label>分值 <input
            key={`${table.number}/${at}${row.full_marks}`} defaultValue={row.full_marks} size={6} inputMode="decimal"
            onBlur={(event) => {
              const to = (event.currentTarget as HTMLInputElement).value;
              if (to !== row.full_marks) void steps.edit({ table: table.number, row: at, field: '分值', from: row.full_marks, to });
            }}
          /></label>
        )}
        {blank > 0 && <button type="button" onClick={() => void steps.editRows('remove_blank')}>删去 {blank} 个空行</button>}
      </p>
    </section>
  );
}
