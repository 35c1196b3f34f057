// 调目标: a slider and a field for every target and actual value; total and grade follow at once. Beside them what may be asked
// of the table: curve, wanted points, what matters most, chances, scenarios, earlier years.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { AdvicePart } from './advice_part';
import type { Planned, PlanFigure, PlanRow } from './contract';
import { tableName } from './names';
import { NothingYet } from './nothing_yet';
import { Curve } from './plan_curve';
import { DepartmentPart } from './plan_department';
import { ChancePart, ScenariosPart, SensitivityPart, SolvePart } from './plan_parts';
import { numberOf, shownOf, type PlanPart, type PlanState, type Range } from './plan_state';
import { PlanSteps } from './plan_steps';
import type { State, Steps } from './state';

const kParts: [PlanPart, string][] = [
  ['curve', '曲线'],
  ['solve', '要到几分'],
  ['sensitivity', '哪项最要紧'],
  ['chance', '把握多大'],
  ['scenarios', '几种打算并排'],
  ['department', '整个部门'],
  ['advice', '对照以前年度'],
];

function Figure({ figure, name, range, state, plan }: { figure: PlanFigure; name: string; range: Range | undefined; state: PlanState; plan: PlanSteps }) {
  const [text, setText] = useState(figure.text);
  useEffect(() => setText(figure.text), [figure.text]);
  const fault = state.fault?.address === figure.address ? state.fault : null;
  const changed = figure.text !== figure.was;
  const at = figure.present === null ? null : numberOf(figure.present, figure.day);
  return (
    <div class={changed ? 'figure changed' : 'figure'}>
      <input
        aria-label={name}
        value={text}
        onInput={(event) => setText((event.currentTarget as HTMLInputElement).value)}
        onBlur={() => text !== figure.text && void plan.put(figure.address, text.trim())}
        onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void plan.put(figure.address, text.trim())}
      />
      {range && at !== null && (
        <input
          type="range"
          aria-label={`滑动${name}`}
          aria-valuetext={figure.text}
          min={range.low}
          max={range.high}
          step={range.step}
          value={at}
          onFocus={() => state.chosen !== figure.address && state.part === 'curve' && void plan.choose(figure.address)}
          onInput={(event) => void plan.turn(figure.address, shownOf(Number((event.currentTarget as HTMLInputElement).value), figure.day, range.step))}
        />
      )}
      {changed && <div class="muted">原来 {figure.was || '空'} <button type="button" class="link" aria-label={`${name}改回 ${figure.was || '空'}`} onClick={() => void plan.put(figure.address, figure.was)}>改回</button></div>}
      {fault && <div class="open" role="alert">{fault.message}。{fault.fix}</div>}
    </div>
  );
}

function Row({ row, state, plan }: { row: PlanRow; state: PlanState; plan: PlanSteps }) {
  const moved = row.before !== row.score;
  return (
    <tr>
      <th scope="row">{row.name}<div class="muted">{[row.level1, row.level2].filter((t) => t).join(' · ')}</div></th>
      <td><Figure figure={row.target} name={`${row.name} 目标`} range={state.ranges[row.target.address]} state={state} plan={plan} /></td>
      <td><Figure figure={row.actual} name={`${row.name} 完成`} range={state.ranges[row.actual.address]} state={state} plan={plan} /></td>
      <td class="number">{row.full_marks}</td>
      <td class="number">{moved ? <><del>{row.before}</del> <strong>{row.score}</strong></> : row.score}{row.status && row.status !== '达标' && <div class={row.status === '待核' ? 'unsure' : 'muted'}>{row.status}</div>}</td>
    </tr>
  );
}

function Figures({ planned, state, plan }: { planned: Planned; state: PlanState; plan: PlanSteps }) {
  return (
    <div class="scroll held">
      <table class="list figures">
        <colgroup><col width="30%" /><col width="25%" /><col width="25%" /><col width="8%" /><col width="12%" /></colgroup>
        <thead><tr><th scope="col">指标</th><th scope="col">目标</th><th scope="col">完成</th><th scope="col">分值</th><th scope="col">得分</th></tr></thead>
        <tbody>
          {planned.budget.length > 0 && (
            <tr>
              <th scope="row">预算执行</th>
              <td>{planned.budget.filter((b) => b.name !== '执行数').map((b) => <div key={b.name}>{b.name}<Figure figure={b.figure} name={b.name} range={state.ranges[b.figure.address]} state={state} plan={plan} /></div>)}</td>
              <td>{planned.budget.filter((b) => b.name === '执行数').map((b) => <div key={b.name}>{b.name}<Figure figure={b.figure} name={b.name} range={state.ranges[b.figure.address]} state={state} plan={plan} /></div>)}</td>
              <td />
              <td class="number">{planned.before.execution !== planned.after.execution ? <><del>{planned.before.execution}</del> <strong>{planned.after.execution}</strong></> : planned.after.execution}</td>
            </tr>
          )}
          {planned.rows.map((row) => <Row key={row.row} row={row} state={state} plan={plan} />)}
        </tbody>
      </table>
    </div>
  );
}

export function PlanView({ state, steps }: { state: State; steps: Steps }) {
  const plan = useMemo(() => new PlanSteps(steps), [steps]);
  const tables = (state.desk?.tables ?? []).filter((line) => line.scheme_name !== '');
  const { planned, table, part } = state.plan;
  const known = tables.some((line) => line.number === table && line.id === planned?.id && line.title === planned.title);
  useEffect(() => {
    const first = state.table && tables.some((line) => line.number === state.table?.number) ? state.table.number : tables[0]?.number;
    if (first !== undefined) void plan.begin(known && table !== null ? table : first);
  }, [plan, tables.length]);
  if (tables.length === 0) {
    return (
      <>
        <NothingYet words="还没有可以试的表：先打开文件，给表选好方案。" steps={steps} />
        {state.desk && <AdvicePart state={state} steps={steps} plan={plan} />}
      </>
    );
  }
  if (!planned || !known) return <p class="lead">正在算……</p>;
  const more = Number(planned.after.total) - Number(planned.before.total);
  const props = { state: state.plan, planned, plan };
  return (
    <>
      <div class="bar">
        <select aria-label="试哪一张表" value={table ?? ''} onChange={(event) => void plan.begin(Number((event.currentTarget as HTMLSelectElement).value))}>
          {tables.map((line) => <option key={line.number} value={line.number}>{`${tableName(line, tables)}${line.total ? `（${line.total}）` : ''}`}</option>)}
        </select>
        <p class="total">
          {planned.after.total ? (
            <>
              总分 {planned.settings.length > 0 && <span class="muted">{planned.before.total} → </span>}<output>{planned.after.total}</output> {planned.after.grade}
              {planned.settings.length > 0 && !Number.isNaN(more) && more !== 0 && <span class={more > 0 ? 'better' : 'worse'}>（{more > 0 ? '多' : '少'} {Math.abs(more).toFixed(2)} 分）</span>}
            </>
          ) : '还没有完成值：在“完成”一栏里填上，就有总分'}
        </p>
        <button type="button" disabled={planned.settings.length === 0} onClick={() => void plan.use([])}>全部改回</button>
        <button type="button" disabled={planned.settings.length === 0} onClick={() => void plan.apply()}>把改动写进表</button>
      </div>
      <p class="muted screen">在这里怎么改都不动表；满意了再“写进表”。滑块可以用左右键一格一格地移。</p>
      <div class={part === 'advice' ? 'plan whole' : 'plan'}>
        {part !== 'advice' && <Figures planned={planned} state={state.plan} plan={plan} />}
        <section class="parts" aria-label="问这张表">
          <div class="tabs" role="group" aria-label="看什么">
            {kParts.map(([name, words]) => <button type="button" key={name} aria-pressed={part === name} onClick={() => void plan.open(name)}>{words}</button>)}
          </div>
          {part === 'curve' && <Curve planned={planned} sweep={state.plan.sweep} chosen={state.plan.chosen} ranges={state.plan.ranges} plan={plan} />}
          {part === 'solve' && <SolvePart {...props} />}
          {part === 'sensitivity' && <SensitivityPart {...props} />}
          {part === 'chance' && <ChancePart {...props} />}
          {part === 'scenarios' && <ScenariosPart {...props} />}
          {part === 'department' && <DepartmentPart department={state.plan.department} written={state.plan.written} table={table} plan={plan} />}
          {part === 'advice' && <AdvicePart state={state} steps={steps} plan={plan} />}
        </section>
      </div>
    </>
  );
}
