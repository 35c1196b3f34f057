// What earlier years say of this year's targets: each with what was planned and reached, a judgement, and what to write instead.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AdviceAt, AdviceItem, EarlierTable } from './contract';
import { chosen, handOut } from './files';
import { kNoEarlier, matchOf, matchText } from './plan_state';
import type { PlanSteps } from './plan_steps';
import { utf8 } from './sample';
import type { State, Steps } from './state';

const kOrder = ['明显偏低', '偏低', '偏高', '合理', '无法比较'];

interface Chooses {
  item: AdviceItem;
  earlier: EarlierTable[]; // of the unit
  state: State;
  plan: PlanSteps;
}

/** What the target goes on with: as the program found it, or as somebody chooses in its place. */
function GoesOnWith({ item, earlier, state, plan }: Chooses) {
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.focus(), [open]);
  const chosenNow = matchOf(state.plan.matches, item);
  const take = () => {
    const [table = 0, row = 0] = value.split('/').map(Number);
    const of = earlier[table];
    setOpen(false);
    if (value === kNoEarlier) void plan.goesOnWith(item, 'none');
    else if (of) void plan.goesOnWith(item, { table: of, row: of.rows[row] ?? '' });
  };
  if (!open) {
    return (
      <p class="buttons">
        {chosenNow && <span class="muted">照你选的对应{chosenNow.earlier_indicator === kNoEarlier && '：没有'}</span>}
        <button type="button" class="link" aria-label={`“${item.indicator}”另选对应`} onClick={() => setOpen(true)}>{chosenNow ? '另选' : item.history.length > 0 ? '对错了，另选' : '选一项来对'}</button>
        {chosenNow && <button type="button" class="link" aria-label={`“${item.indicator}”由程序对应`} onClick={() => void plan.goesOnWith(item, null)}>由程序对应</button>}
      </p>
    );
  }
  return (
    <p class="buttons" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <select ref={select} aria-label={`“${item.indicator}”对应以前的哪一项`} value={value} onChange={(event) => setValue((event.currentTarget as HTMLSelectElement).value)}>
        <option value="" disabled>请选以前的指标</option>
        <option value={kNoEarlier}>以前没有对应的</option>
        {earlier.map((table, t) => (
          <optgroup key={t} label={`${table.year} 年 ${table.title}`}>
            {table.rows.map((row, r) => <option key={r} value={`${t}/${r}`}>{row}</option>)}
          </optgroup>
        ))}
      </select>
      <button type="button" disabled={value === ''} onClick={take}>用上</button>
      <button type="button" class="link" onClick={() => setOpen(false)}>不改了</button>
    </p>
  );
}

function Item({ at, ...chooses }: Chooses & { at: AdviceAt | undefined }) {
  const { item, plan } = chooses;
  const { table, row } = at ?? { table: null, row: null };
  return (
    <tr>
      <th scope="row">{item.indicator}<div class="muted">{item.title}</div></th>
      <td>{item.target}</td>
      <td>
        {item.history.map((year) => <div key={`${year.year}${year.indicator}`}>{year.year} 年：{year.target ?? '—'} → {year.actual ?? '—'}</div>)}
        {item.history.length > 0 && <div class="muted">{item.history[0]?.match}</div>}
        <GoesOnWith {...chooses} />
      </td>
      <td class={item.other_measure ? 'unsure' : undefined}>{item.why}</td>
      <td>
        {item.proposals.map((p, i) => (
          <div key={i}>
            <strong>{p.target}</strong> <span class="muted">{p.method}：{p.basis}</span>{' '}
            {table !== null && row !== null && p.target !== item.target && (
              <button type="button" aria-label={`“${item.indicator}”的目标改成 ${p.target}`} onClick={() => void plan.adopt(table, row, item.target, p.target)}>采用</button>
            )}
          </div>
        ))}
        {item.proposals.length === 0 && <span class="muted">{item.basis}</span>}
        {item.repeated && <div class="muted">照上年再做一年：{item.repeated.score_low === null ? item.repeated.why : `得 ${item.repeated.score ?? `${item.repeated.score_low}-${item.repeated.score_high}`} 分`}</div>}
      </td>
    </tr>
  );
}

export function AdvicePart({ state, steps, plan }: { state: State; steps: Steps; plan: PlanSteps }) {
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const match = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState('');
  const years = new Map<number, number>();
  for (const line of state.desk?.tables ?? []) if (line.year !== null) years.set(line.year, (years.get(line.year) ?? 0) + 1);
  const sorted = [...years].sort((a, b) => b[0] - a[0]);
  const take = (event: Event) => {
    const from = event.currentTarget as HTMLInputElement;
    if (from.files && from.files.length > 0) void chosen(from.files).then(async ({ files, paths }) => {
      await steps.open(files, paths, 'plan');
      steps.set({ plan: { ...steps.now().plan, part: 'advice', advised: null } });
      await plan.advise();
    });
    from.value = '';
  };
  const takeMatch = (event: Event) => {
    const from = event.currentTarget as HTMLInputElement;
    const file = from.files?.[0];
    if (file) void file.text().then((text) => plan.readMatches({ name: file.name, text }));
    from.value = '';
  };
  const items = state.plan.advised?.advice.items ?? [];
  const at = state.plan.advised?.at ?? [];
  const { matches } = state.plan;
  const lines = new Map((state.desk?.tables ?? []).map((line) => [line.number, line.unit]));
  const earlierOf = (one: AdviceAt | undefined): EarlierTable[] => {
    const unit = lines.get(one?.table ?? -1) ?? '';
    return (state.plan.advised?.earlier ?? []).filter((table) => unit === '' || table.unit === '' || table.unit === unit);
  };
  const count = (judgement: string): number => items.filter((i) => i.judgement === judgement).length;
  return (
    <>
      <p>打开本年的目标表和以前年度的表，程序把指标一个个对上，说每个目标定得怎样、改成多少合适。</p>
      <p>{sorted.length === 0 ? '打开的表都没有写年度。' : sorted.map(([year, n], i) => `${i === 0 ? '本年' : '以前'}：${year} 年 ${n} 张表`).join('；')}</p>
      <p class="buttons">
        <button type="button" class={sorted.length < 2 ? 'main' : ''} onClick={() => input.current?.click()}>选以前年度的文件</button>
        <button type="button" onClick={() => folder.current?.click()}>选以前年度的文件夹</button>
        {sorted.length > 1 && <button type="button" onClick={() => void plan.advise()}>再对照一次</button>}
        {items.length > 0 && <button type="button" onClick={() => void plan.handOutAdvice('xlsx')}>建议存成 Excel</button>}
        {items.length > 0 && <button type="button" onClick={() => void plan.handOutAdvice('html')}>建议存成网页</button>}
      </p>
      {items.length > 0 && (
        <p class="buttons">
          <span>{matches.length > 0 ? `${matches.length} 条对应照你选的。` : '指标改了名、程序对错了的，在那一项“以前”一栏里另选。'}</span>
          {matches.length > 0 && <button type="button" onClick={() => handOut('对应.yaml', utf8(matchText(matches)))}>存下选的对应</button>}
          {matches.length > 0 && <button type="button" onClick={() => void plan.forgetMatches()}>都由程序对应</button>}
          <button type="button" class="link" onClick={() => match.current?.click()}>读回上次存下的对应</button>
        </p>
      )}
      <input ref={match} type="file" accept=".yaml,.yml" hidden aria-label="存下的对应" onChange={takeMatch} />
      <input ref={input} type="file" multiple hidden aria-label="选以前年度的文件" onChange={take} />
      <input ref={(element) => { folder.current = element; element?.setAttribute('webkitdirectory', ''); }} type="file" hidden aria-label="选以前年度的文件夹" onChange={take} />
      {items.length > 0 && (
        <>
          <p class="lead">看了 {items.length} 个目标：{kOrder.filter(count).map((j) => `${j} ${count(j)} 个`).join('，')}</p>
          <label>只看 <select value={kind} onChange={(event) => setKind((event.currentTarget as HTMLSelectElement).value)}>
            <option value="">全部</option>{kOrder.filter(count).map((j) => <option key={j} value={j}>{j}</option>)}
          </select></label>
          {kOrder.filter((j) => count(j) > 0 && (kind === '' || kind === j)).map((judgement) => (
            <details key={judgement} open={kind !== '' || kOrder.indexOf(judgement) < 3}>
              <summary><h3>{judgement}（{count(judgement)} 个）</h3></summary>
              <div class="scroll">
                <table class="list advice">
                  <thead><tr><th scope="col">指标</th><th scope="col">本年目标</th><th scope="col">以前：目标 → 完成</th><th scope="col">凭什么</th><th scope="col">建议</th></tr></thead>
                  <tbody>{items.map((item, i) => (item.judgement === judgement ? <Item key={`${item.card}/${item.indicator}/${i}`} item={item} at={at[i]} earlier={earlierOf(at[i])} state={state} plan={plan} /> : null))}</tbody>
                </table>
              </div>
            </details>
          ))}
        </>
      )}
    </>
  );
}
