// 填表: the form as it is printed. What can be typed is an input in its cell; points, total and grade follow each key. A number
// says why on a click.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cell, Row, Table } from './contract';
import { Messages } from './messages';
import type { State, Steps } from './state';
import { WhyPanel } from './why_panel';

interface Shown {
  state: State;
  steps: Steps;
}

/** Waits until the fingers rest, so that half a number is not scored. */
const kRest = 120;

function Input({ label, value, steps, change, kind }: {
  label: string;
  value: string;
  steps: Steps;
  change: { table: number; row: number | null; field: string };
  kind: string;
}) {
  const [text, setText] = useState(value);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  useEffect(() => {
    if (value.trim() === sent.current.trim()) return; // what is being typed stays as it is
    sent.current = value;
    setText(value);
  }, [value]);
  const send = (to: string) => {
    clearTimeout(waiting.current);
    if (to === sent.current) return;
    const from = sent.current;
    sent.current = to;
    void steps.edit({ ...change, from, to });
  };
  const lines = Math.max(1, Math.ceil(text.length / 14));
  return (
    <textarea
      rows={Math.min(lines, 6)}
      class="cell"
      data-kind={kind}
      data-row={change.row ?? ''}
      aria-label={label}
      value={text}
      onInput={(event) => {
        const to = (event.currentTarget as HTMLTextAreaElement).value.replace(/[\r\n]+/g, ' ');
        setText(to);
        clearTimeout(waiting.current);
        if (!event.isComposing) waiting.current = setTimeout(() => send(to), kRest);
      }}
      onCompositionEnd={(event) => send((event.currentTarget as HTMLTextAreaElement).value)}
      onBlur={() => send(text)}
      onPaste={(event) => {
        const lines = pastedLines(event.clipboardData?.getData('text/plain') ?? '');
        if (lines.length < 2 || change.row === null) return; // one cell: as any text
        event.preventDefault();
        clearTimeout(waiting.current);
        void steps.paste(change, lines);
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0 || event.isComposing) return;
        event.preventDefault();
        send(text);
        const column = [...document.querySelectorAll<HTMLTextAreaElement>(`textarea[data-kind="${kind}"]`)];
        const next = column[column.indexOf(event.currentTarget as HTMLTextAreaElement) + step];
        next?.focus();
        next?.select();
      }}
    />
  );
}

/** A block of a spreadsheet: a line a row, the first column of it. The last line end is no row. */
function pastedLines(text: string): string[] {
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t')[0]?.trim() ?? '');
}

/** What is missing in an open row, and what is to be written. */
function Open({ row }: { row: Row }) {
  const read = row.findings.find((f) => f.id.startsWith('T') && f.fix !== '');
  return <div class="open">待核：{row.why || row.findings[0]?.message} {read ? read.fix : '照目标的写法写；或点得分，由人写评定。'}</div>;
}

function FormCell({ cell, table, steps, shown }: { cell: Cell; table: Table; steps: Steps; shown: number | null }) {
  const row = cell.of === undefined ? undefined : table.rows[cell.of];
  const spans = { rowSpan: cell.rows, colSpan: cell.columns };
  const names = `${cell.look}${cell.right ? ' right' : ''}${cell.mark ? ` ${cell.mark}` : ''}`;
  if (cell.edit) {
    const name = row ? row.name : '预算执行';
    const fault = cell.edit === steps.now().cellFault?.field && (cell.of ?? null) === steps.now().cellFault?.row ? steps.now().cellFault : null;
    const value = row ? (cell.edit === '年初目标值' ? row.target : row.actual) : cell.text;
    return (
      <td {...spans} class={`${names} typed`}>
        <Input label={`${name} ${cell.edit}`} kind={cell.edit} value={value} steps={steps} change={{ table: table.number, row: cell.of ?? null, field: cell.edit }} />
        {fault && <div class="open" role="alert">{fault.message}。{fault.fix}</div>}
        {row?.open && cell.holds === 'actual' && <Open row={row} />}
      </td>
    );
  }
  if (row && cell.holds === 'score') {
    return (
      <td {...spans} class={`${names} score`}>
        <button type="button" class="link" aria-expanded={shown === cell.of} aria-label={`${row.name} 得分 ${cell.text}，看为什么`} onClick={() => void steps.why(shown === cell.of ? null : (cell.of ?? null))}>
          {cell.text || '为什么'}
        </button>
        {row.short && !row.open && <div class="mark">{row.status}</div>}
      </td>
    );
  }
  if (cell.look === 'heading') return <th {...spans} scope="col" class={names}>{cell.text}</th>;
  return <td {...spans} class={names}>{cell.text}</td>;
}

function Form({ table, state, steps }: Shown & { table: Table }) {
  const rows: Cell[][] = Array.from({ length: table.form.rows }, () => []);
  for (const cell of table.form.cells) rows[cell.row]?.push(cell);
  const whole = table.form.widths.reduce((a, b) => a + b, 0) || 1;
  return (
    <div class="scroll">
      <table class="form" aria-label={`${table.title} 自评表`}>
        <colgroup>{table.form.widths.map((w, i) => <col key={i} width={`${((100 * w) / whole).toFixed(2)}%`} />)}</colgroup>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>{cells.map((cell) => <FormCell key={`${table.number}/${cell.column}`} cell={cell} table={table} steps={steps} shown={state.row} />)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Whole({ table, steps }: { table: Table; steps: Steps }) {
  const text = (field: string, value: string) => (
    <textarea
      key={`${table.number}${field}${value}`}
      rows={3}
      aria-label={field}
      onBlur={(event) => {
        const to = (event.currentTarget as HTMLTextAreaElement).value;
        if (to !== value) void steps.edit({ table: table.number, row: null, field, from: value, to });
      }}
      defaultValue={value}
    />
  );
  return (
    <section class="whole" aria-label="整张表">
      <label>偏差大或目标未完成原因{text('偏差原因', table.deviation_reason)}</label>
      <details>
        <summary>程序按数字起的草稿（原因要由人写）</summary>
        <p class="draft">{table.draft}</p>
        <button type="button" onClick={() => void steps.edit({ table: table.number, row: null, field: '偏差原因', from: table.deviation_reason, to: table.draft })}>放进去再改</button>
      </details>
      <label>改进措施{text('改进措施', table.improvement)}</label>
      {table.execution && <p>预算执行：{table.execution.why}</p>}
      {table.cap_why && <p>{table.cap_why}</p>}
      {table.findings.length > 0 && <Messages list={table.findings} steps={steps} />}
    </section>
  );
}

export function FillView({ state, steps }: Shown) {
  const tables = (state.desk?.tables ?? []).filter((line) => line.scheme_name !== '');
  const { table } = state;
  if (tables.length === 0 || !table) {
    return <p class="lead">还没有可以填的表：先在“打开”里打开文件并选好方案，或填一张新表。</p>;
  }
  const at = tables.findIndex((line) => line.number === table.number);
  const move = (step: number) => {
    const next = tables[at + step];
    if (next) void steps.fill(next.number);
  };
  return (
    <>
      <div class="bar">
        <button type="button" disabled={at <= 0} onClick={() => move(-1)}>上一张</button>
        <select aria-label="哪一张表" value={table.number} onChange={(event) => void steps.fill(Number((event.currentTarget as HTMLSelectElement).value))}>
          {tables.map((line) => <option key={line.number} value={line.number}>{`${line.id} ${line.title}${line.total ? `（${line.total}）` : ''}`}</option>)}
        </select>
        <button type="button" disabled={at < 0 || at + 1 >= tables.length} onClick={() => move(1)}>下一张</button>
        <p class="total">
          {table.scored ? <>总分 <output>{table.total}</output>{' '}{table.grade}{table.open_rows > 0 && <span class="unsure">（待核 {table.open_rows} 项）</span>}</> : '还没有填完成值'}
          {table.claimed && <span class="muted"> 自报 {table.claimed}</span>}
        </p>
        <button type="button" disabled={state.undo.length === 0} onClick={() => void steps.back()}>撤销</button>
        <button type="button" disabled={state.redo.length === 0} onClick={() => void steps.forth()}>重做</button>
        <button type="button" onClick={() => print()}>打印</button>
      </div>
      <p class="muted screen">方案：{table.scheme_name}。点得分看为什么；上下键换行；Ctrl+Z 撤销；Ctrl+S 存盘。</p>
      <div class={state.why ? 'two' : 'one'}>
        <div>
          <Form table={table} state={state} steps={steps} />
          <Whole table={table} steps={steps} />
        </div>
        {state.why && state.row !== null && <WhyPanel why={state.why} row={state.row} table={table} steps={steps} />}
      </div>
    </>
  );
}
