// 填表: the form as it is printed. What can be typed is an input in its cell; points, total and grade follow each key. A number
// says why on a click.
import { CellChoice, CellInput } from './cell_input';
import type { Cell, Line, Row, Table } from './contract';
import { factField, factsUnder, isFact, isTyped, isUnfilled, openWords, scoreWords, typedText } from './edits';
import { memo } from './memo';
import { Messages } from './messages';
import { RowBar } from './row_bar';
import type { State, Steps } from './state';
import { WhyPanel } from './why_panel';

interface Shown {
  state: State;
  steps: Steps;
}

/** Nobody has written anything into it yet: nothing is said of it either. */
const isBlank = (row: Row): boolean => row.name === '' && row.target === '' && row.actual === '';

/** What is missing in an open row, in the cell that it is missing in, and what is to be written. */
function Open({ row, under }: { row: Row; under: string }) {
  const read = row.findings.find((f) => (f.id.startsWith('T') || f.id === 'S112') && f.fix !== '');
  const [why = ''] = (row.why || row.findings[0]?.message || '').replace(/^待核：/, '').split('；若');
  const missing = row.facts.filter((fact) => fact.open).map((fact) => `“${fact.name}”`);
  if (missing.length > 0) return <div class="open">待核：还缺{missing.join('、')}。填在{under === '评分标准' ? '评分标准' : '这一格'}下面。</div>;
  const blank = why.startsWith('没有分值') ? '点“改表”，填上分值。' : row.target === '' ? '填上目标值；没有目标的，点得分，由人写评定。' : '';
  const advice = read?.fix ?? (blank || '照目标的写法写；或点得分，由人写评定。');
  return <div class="open">待核：{why}{/[。；]$/.test(why) ? '' : '。'}{advice}</div>;
}

/** What the row's 评分标准 and the scheme's 计算 ask for, one cell a fact, and the formula: they stand on no printed form. */
function Facts({ row, of, number, under, fault, steps }: { row: Row; of: number; number: number; under: string; fault: State['cellFault']; steps: Steps }) {
  return (
    <div class={`facts screen${under === '评分标准' ? '' : ' close'}`} role="group" aria-label={`${row.name} ${row.formula === '' ? '评分标准要知道的' : '要知道的'}`}>
      {row.facts.map((fact) => {
        const field = factField(fact);
        const label = `${row.name} ${fact.name}`;
        const place = { table: number, row: of, field };
        const wrong = fault?.field === field ? fault : null;
        return (
          <div class={fact.open ? 'fact missing' : 'fact'} key={fact.name}>
            <span>{fact.name}</span>
            {fact.choices.length > 0
              ? <CellChoice label={label} value={fact.value} choices={fact.choices} draft={fact.given} steps={steps} place={place} />
              : <CellInput label={label} value={fact.value} wrong={wrong !== null} draft={fact.given} steps={steps} place={place} />}
            <span>{fact.unit}</span>
            {wrong && <div class="open refused" role="alert">{wrong.message}。{wrong.fix}</div>}
          </div>
        );
      })}
      {row.formula !== '' && <div class="formula">{row.formula}</div>}
    </div>
  );
}

/** The cell of the row that leaves it open: of a target in three columns the number. */
const isCause = (cell: Cell, row: Row | undefined): boolean =>
  row !== undefined && row.open && !isUnfilled(row) && (row.cause === 'actual' ? cell.holds === 'actual' : cell.holds === 'target' || cell.holds === 'target_number');

interface CellShown {
  cell: Cell;
  row: Row | undefined;
  number: number; // of the table
  typed: string | null; // what stands in it to be typed over; null: nothing is typed here
  claim: string; // 自报, where it is another total
  fault: State['cellFault'];
  open: boolean; // its reasons are shown
  under: string; // the cell of each row that its facts stand below
  steps: Steps;
}

/** What is typed into a cell, between the words of the form. */
function Typed({ cell, row, number, typed, fault, steps }: CellShown & { typed: string }) {
  const field = cell.edit ?? '';
  const of = cell.of === undefined ? (/^.*[数出]$/.test(field) && !field.includes('/') ? '预算执行' : '') : row?.name || `第 ${cell.of + 1} 行`;
  const label = `${of} ${field.split('/').join(' ')}`.trim();
  const place = { table: number, row: cell.of ?? null, field, rows: cell.of === undefined ? 1 : cell.rows };
  const choices = cell.choices ?? [];
  const around = cell.before !== undefined || cell.after !== undefined;
  const draft = typed === '' && !around && choices.length === 0 ? cell.text || (cell.holds === 'actual' ? (row?.computed ?? '') : '') : '';
  const input = choices.length > 0
    ? <><CellChoice label={label} value={typed} choices={choices} steps={steps} place={place} /><span class="paper">{cell.text}</span></>
    : <CellInput label={label} value={typed} wrong={fault?.field === cell.edit} draft={draft} steps={steps} place={place} />;
  return around ? <div class="around"><span>{cell.before}</span>{input}<span>{cell.after}</span></div> : input;
}

const FormCell = memo((shown: CellShown) => {
  const { cell, row, typed, claim, fault, open, under, steps } = shown;
  const spans = { rowSpan: cell.rows, colSpan: cell.columns };
  const names = `${cell.look}${cell.right ? ' right' : ''}${cell.mark ? ` ${cell.mark}` : ''}`;
  const facts = row && cell.edit === under && (row.facts.length > 0 || row.formula !== '') && <Facts row={row} of={cell.of ?? 0} number={shown.number} under={under} fault={fault} steps={steps} />;
  if (typed !== null) {
    return (
      <td {...spans} class={`${names} typed${cell.of === undefined ? ' head' : ''}`}>
        <Typed {...shown} typed={typed} />
        {fault && fault.field === cell.edit && <div class="open refused" role="alert">{fault.message}。{fault.fix}</div>}
        {facts}
        {row && isCause(cell, row) && <Open row={row} under={under} />}
      </td>
    );
  }
  if (row && cell.holds === 'score') {
    const score = scoreWords(row, cell.text);
    const claimed = row.claimed !== '' && (row.over !== '' || row.open); // what is as claimed needs no word
    return (
      <td {...spans} class={`${names} score`}>
        <button type="button" class="link" data-row={cell.of} aria-expanded={open} aria-label={`${row.name} 得分 ${score}，看为什么`} onClick={(event) => void steps.why(open ? null : (cell.of ?? null), event.detail === 0)}>
          {score || '为什么'}
        </button>
        {row.short && !row.open && <div class="mark">{row.status}</div>}
        {claimed && <div class="mark">自报 {row.claimed}{row.over && `，${row.over}`}</div>}
      </td>
    );
  }
  if (cell.look === 'heading') return <th {...spans} scope="col" class={names}>{cell.text}</th>;
  const more = cell.more_money && <div class="screen"><button type="button" class="more" onClick={() => void steps.addMoney()}>加一项资金来源</button></div>;
  return <td {...spans} class={names}>{cell.text}{more}{facts}{claim && <div class="mark">{claim}</div>}</td>;
});

/** 自报 beside the total that was computed, and what lies between the two. */
const claimWords = (table: Table): string => (table.claimed === '' || !table.scored ? '' : `自报 ${table.claimed}${table.over ? `，${table.over}` : ''}`);

const isHead = (line: Cell[]): boolean => line.filter((cell) => cell.look === 'heading').length > 2;

/** The rows that a second page repeats stand in a table head of their own; what reaches down from them goes on below it. A table
    of several goals has heads below each of them, and repeats none. */
function parts(table: Table): [Cell[][], Cell[][], Cell[][]] {
  const { rows, repeat_first: first, cells } = table.form;
  const goals = new Set(cells.filter((cell) => cell.look === 'heading' && cell.row > first).map((cell) => cell.row)).size > 0;
  const last = goals ? first : table.form.repeat_last;
  const lines: Cell[][] = Array.from({ length: rows }, () => []);
  for (const cell of cells) {
    const split = cell.row >= first && cell.row < last && cell.row + cell.rows > last;
    if (!split) lines[cell.row]?.push(cell);
    else {
      lines[cell.row]?.push({ ...cell, rows: last - cell.row });
      lines[last]?.unshift({ ...cell, row: last, rows: cell.row + cell.rows - last, text: '' });
    }
  }
  return [lines.slice(0, first), lines.slice(first, last), lines.slice(last)];
}

function Form({ table, state, steps }: Shown & { table: Table }) {
  const whole = table.form.widths.reduce((a, b) => a + b, 0) || 1;
  const columns = <colgroup>{table.form.widths.map((w, i) => <col key={i} width={`${((100 * w) / whole).toFixed(2)}%`} />)}</colgroup>;
  const under = factsUnder(table);
  const lines = (cells: Cell[][]) => cells.map((line, i) => <tr key={i} class={[isHead(line) || isHead(cells[i + 1] ?? []) ? 'keep' : '', line.length > 0 && line.every((cell) => cell.if_written) ? 'screen' : ''].join(' ').trim() || undefined}>{line.map((cell) => {
    const row = cell.of === undefined ? undefined : table.rows[cell.of];
    const { cellFault } = state;
    const here = cellFault && (cell.edit === cellFault.field || (cell.edit === under && isFact(cellFault.field)));
    const fault = here && (cell.of ?? null) === cellFault.row ? cellFault : null;
    return (
      <FormCell
        key={`${table.number}/${cell.column}`} cell={cell} row={row} number={table.number} typed={isTyped(cell, state.shape) ? typedText(cell) : null}
        claim={cell.holds === 'total_score' ? claimWords(table) : ''} fault={fault} open={cell.of !== undefined && state.row === cell.of} under={under} steps={steps}
      />
    );
  })}</tr>);
  const [above, heads, below] = parts(table);
  return (
    <div class="scroll">
      {above.length > 0 && <table class="form above" aria-label={`${table.title} 表头`}>{columns}<tbody>{lines(above)}</tbody></table>}
      <table class="form" aria-label={`${table.title} 自评表`}>{columns}{heads.length > 0 && <thead>{lines(heads)}</thead>}<tbody>{lines(below)}</tbody></table>
    </div>
  );
}

const Tables = memo(({ tables, number, steps }: { tables: Line[]; number: number; steps: Steps }) => (
  <select aria-label="哪一张表" value={number} onChange={(event) => void steps.fill(Number((event.currentTarget as HTMLSelectElement).value))}>
    {tables.map((line) => <option key={line.number} value={line.number}>{`${line.id} ${line.title}${line.total ? `（${line.total}）` : ''}`}</option>)}
  </select>
));

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
  const isOnForm = (field: string) => table.form.cells.some((cell) => cell.edit === field && cell.of === undefined);
  const blank = table.rows.some(isBlank);
  const findings = table.findings.filter((m) => !(blank && m.message.startsWith('“”')));
  return (
    <section class="whole" aria-label="整张表">
      {!isOnForm('偏差原因') && <label>偏差大或目标未完成原因{text('偏差原因', table.deviation_reason)}</label>}
      <details>
        <summary>程序按数字起的草稿（原因要由人写）</summary>
        <p class="draft">{table.draft}</p>
        <button type="button" onClick={() => void steps.edit({ table: table.number, row: null, field: '偏差原因', from: table.deviation_reason, to: table.draft })}>放进去再改</button>
      </details>
      {!isOnForm('改进措施') && <label>改进措施{text('改进措施', table.improvement)}</label>}
      {table.execution && <p>{table.execution.why}</p>}
      {table.cap_why && <p>{table.cap_why}</p>}
      {findings.length > 0 && <Messages list={findings} steps={steps} here />}
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
        <Tables tables={tables} number={table.number} steps={steps} />
        <button type="button" disabled={at < 0 || at + 1 >= tables.length} onClick={() => move(1)}>下一张</button>
        <p class="total">
          {table.scored ? <>总分 <output>{table.total}</output>{' '}{table.grade}{openWords(table) && <span class="unsure">（{openWords(table)}）</span>}</> : '还没有填完成值'}
          {claimWords(table) && <span class={table.over ? 'over' : 'muted'}> {claimWords(table)}</span>}
        </p>
        <button type="button" disabled={state.undo === 0} onClick={() => void steps.back()}>撤销</button>
        <button type="button" disabled={state.redo === 0} onClick={() => void steps.forth()}>重做</button>
        <button type="button" aria-pressed={state.shape} onClick={() => steps.set({ shape: !state.shape, note: '' })}>改表</button>
        <button type="button" onClick={() => void steps.fill(table.number).then(() => print())}>打印</button>
      </div>
      {state.shape && <RowBar table={table} at={state.at} steps={steps} />}
      {state.note && <p class="note screen">{state.note}</p>}
      <p class="muted screen">方案：{table.scheme_name}。点得分看为什么；方向键走格子，一段话里换行按 Alt+Enter；可以从 Excel、WPS 贴一块；Ctrl+Z 撤销；Ctrl+S 存盘。</p>
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
