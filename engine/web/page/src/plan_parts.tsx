// What may be asked of the table that is tried: what gives the wanted points, which figure matters most, how likely a grade is,
// scenarios side by side. What earlier years say is advice_part.tsx's.
import { useRef, useState } from 'preact/hooks';
import type { Distribution, Effect, Kink, Planned, Sensitive, Simulation, Variation } from './contract';
import { chosen, handOut } from './files';
import { said, saidShort, scenarioText, turnable, type PlanState } from './plan_state';
import type { PlanSteps } from './plan_steps';

interface Part {
  state: PlanState;
  planned: Planned;
  plan: PlanSteps;
}

const value = (event: Event): string => (event.currentTarget as HTMLInputElement).value;

/** "正好 95 分" of one figure, or of several by one proportion. */
export function SolvePart({ state, planned, plan }: Part) {
  const [points, setPoints] = useState('95');
  const [several, setSeveral] = useState<string[]>([]);
  const named = turnable(planned);
  const { solve } = state;
  if (planned.after.total === '') return <p>这张表还没有完成值：先填上，才能找。</p>;
  const vary = several.length > 0 ? several : [state.chosen];
  const wordsOf = (name: string): string => said(name);
  const why = solve ? solve.figures.reduce((text, figure) => text.split(figure.figure).join(said(figure.figure)), solve.why) : '';
  const flip = (address: string) => setSeveral(several.includes(address) ? several.filter((a) => a !== address) : [...several, address]);
  const use = () => {
    if (!solve) return;
    if (solve.figures.length === 1 && solve.solution?.value) void plan.turn(vary[0] ?? '', solve.solution.value);
    else void solve.figures.reduce((before, figure, i) => before.then(() => (figure.printed ? plan.turn(vary[i] ?? '', figure.printed) : undefined)), Promise.resolve());
  };
  return (
    <>
      <form class="fields" onSubmit={(event) => { event.preventDefault(); void plan.solve(points.trim(), vary); }}>
        <label>想要总分 <input value={points} size={6} inputMode="decimal" onInput={(event) => setPoints(value(event))} /> 分</label>
        {planned.grades.slice(0, 2).map((g) => <button type="button" key={g.name} onClick={() => setPoints(g.least)}>到“{g.name}”（{g.least} 分）</button>)}
        {several.length === 0 && (
          <label>只动 <select value={state.chosen} onChange={(event) => void plan.choose(value(event))}>
            {named.map(({ figure, words }) => <option key={figure.address} value={figure.address}>{words}</option>)}
          </select></label>
        )}
        <button type="submit" class="main">找出来</button>
      </form>
      <details open={several.length > 0}>
        <summary>几个数按同一比例一起动</summary>
        <ul class="plain checks">
          {named.filter(({ figure }) => !figure.day && Number(figure.present) !== 0).map(({ figure, words }) => (
            <li key={figure.address}><label><input type="checkbox" checked={several.includes(figure.address)} onChange={() => flip(figure.address)} /> {words}</label></li>
          ))}
        </ul>
        <p class="muted">越多越好的数一起加，越少越好的数一起减，取动得最少的比例。</p>
      </details>
      {solve && (
        <section aria-label="找到的">
          <p class="lead">{why}</p>
          {solve.figures.length === 1 && solve.solutions.length > 0 && (
            <ul>
              {solve.solutions.map((s, i) => (
                <li key={i}>
                  {wordsOf(solve.figures[0]?.figure ?? '')}：{s.low === null ? '不管多小' : `从 ${s.low_exact ? '' : '约 '}${s.low}${solve.figures[0]?.unit ?? ''}${s.low_closed ? '' : '（不含）'}`}
                  {s.high === null ? '，再大也是' : `到 ${s.high_exact ? '' : '约 '}${s.high}${solve.figures[0]?.unit ?? ''}${s.high_closed ? '' : '（不含）'}`}
                </li>
              ))}
            </ul>
          )}
          {solve.figures.length > 1 && (
            <table class="list">
              <thead><tr><th scope="col">哪个数</th><th scope="col">现在</th><th scope="col">要到</th></tr></thead>
              <tbody>{solve.figures.map((f) => <tr key={f.figure}><th scope="row">{wordsOf(f.figure)}</th><td>{f.present}{f.unit}</td><td>{f.printed ?? '—'}{f.printed ? f.unit : ''}</td></tr>)}</tbody>
            </table>
          )}
          {((solve.figures.length === 1 && solve.solution?.value) || solve.figures.some((f) => f.printed)) && <button type="button" onClick={use}>照这样改</button>}
        </section>
      )}
    </>
  );
}

const change = (effect: Effect, way: 'less' | 'more'): string => {
  const shown = (text: string | null): string => (text === null ? '—' : Number(text) > 0 ? `+${text}` : text);
  const exact = effect[way];
  if (exact !== null) return shown(exact);
  const [low, high] = way === 'less' ? [effect.less_low, effect.less_high] : [effect.more_low, effect.more_high];
  return low === null ? '—' : `${shown(low)}…${shown(high)}`;
};
const size = (figure: Sensitive): number => Math.max(...[figure.percent_10, figure.unit_1].flatMap((e) => [e.less_low, e.less_high, e.more_low, e.more_high]).map((t) => Math.abs(Number(t ?? 0))));
/** The turns next to where a figure stands, in words: below, above, or right here. */
function turnsOf(figure: Sensitive, unit: string): string[] {
  const words = (kink: Kink | null, way: string): string[] => {
    if (kink === null) return [];
    const what = kink.what === '换条款' ? '换一条规则' : kink.what;
    return [Number(kink.distance) === 0 ? `正好在这里：${what}` : `${way} ${kink.exact ? '' : '约 '}${kink.distance}${unit}：${what}`];
  };
  return [...new Set([...words(figure.kink_below, '再少'), ...words(figure.kink_above, '再多')])];
}

/** Every figure a little more and a little less. */
export function SensitivityPart({ state, planned, plan }: Part) {
  const card = state.sensitivity?.cards[0];
  if (!card) return <p>{state.sensitivity ? '这张表还没有完成值。' : ''}<button type="button" onClick={() => void plan.sensitivity()}>逐项试一试</button></p>;
  const most = Math.max(...card.figures.map(size), 0.01);
  const named = turnable(planned);
  const moving = card.figures.filter((f) => size(f) > 0);
  const still = card.figures.filter((f) => size(f) === 0);
  const about = (f: Sensitive) => {
    const same = named.filter(({ words }) => words === said(f.figure));
    const address = same[0]?.figure.address ?? '';
    return same.length === 1 ? <button type="button" class="link" onClick={() => void plan.choose(address).then(() => plan.open('curve'))}>{said(f.figure)}</button> : said(f.figure);
  };
  return (
    <>
      <p>每次只动一个数，别的照旧，看总分变多少。影响大的在前；点名字看它的曲线。</p>
      <div class="scroll">
        <table class="list sensitive">
          <thead>
            <tr><th scope="col">哪个数</th><th scope="col">现在</th><th scope="col">少 10%<br />多 10%</th><th scope="col">少 1 单位<br />多 1 单位</th><th scope="col">再动多少，算法会变</th></tr>
          </thead>
          <tbody>
            {moving.map((f, i) => {
              const unit = /^\d{4}-\d\d-\d\d$/.test(f.present ?? '') ? '天' : (f.unit ?? '');
              return (
                <tr key={i}>
                  <th scope="row">{about(f)}<svg width="120" height="8" aria-hidden="true"><rect width={((120 * size(f)) / most).toFixed(1)} height="8" fill="#0b5cad" /></svg></th>
                  <td class="number">{f.present}{f.unit}</td>
                  <td class="number">{change(f.percent_10, 'less')}<br />{change(f.percent_10, 'more')}</td>
                  <td class="number">{change(f.unit_1, 'less')}<br />{change(f.unit_1, 'more')}</td>
                  <td>{turnsOf(f, unit).map((text) => <div key={text}>{text}</div>)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {still.length > 0 && (
        <details>
          <summary>{still.length} 个数这样动一动，总分不变</summary>
          <ul>{still.map((f, i) => <li key={i}>{about(f)}（现在 {f.present}{f.unit}）</li>)}</ul>
        </details>
      )}
      {card.fixed.length > 0 && (
        <details>
          <summary>{card.fixed.length} 个数不能这样试</summary>
          <ul>{card.fixed.map((text) => <li key={text}>{text.replace(/“(.*)\.(完成|目标)”/, '“$1”的$2值')}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function Histogram({ low, draws }: { low: Distribution; draws: number }) {
  const most = Math.max(...low.bins.map((b) => b.count), 1);
  const width = 600 / Math.max(low.bins.length, 1);
  return (
    <svg class="curve" viewBox="0 0 640 190" width={640} height={190} role="img" aria-label={`总分的分布：从 ${low.bins[0]?.from ?? ''} 到 ${low.bins[low.bins.length - 1]?.to ?? ''}`} font-size="12" fill={'#1c1c1e'}>
      <rect width={640} height={190} fill="#fff" />
      {low.bins.map((b, i) => {
        const height = (130 * b.count) / most;
        return (
          <g key={i}>
            <rect x={20 + i * width + 1} y={150 - height} width={Math.max(width - 2, 1)} height={height} fill="#0b5cad" />
            {b.count > 0 && width > 34 && <text x={20 + (i + 0.5) * width} y={145 - height} text-anchor="middle">{((100 * b.count) / draws).toFixed(0)}%</text>}
          </g>
        );
      })}
      <line x1={20} x2={620} y1={150} y2={150} stroke="#1c1c1e" />
      <text x={20} y={166}>{low.bins[0]?.from}</text>
      <text x={620} y={166} text-anchor="end">{low.bins[low.bins.length - 1]?.to}</text>
      <text x={320} y={184} text-anchor="middle">总分（分）；柱子越高，落在那里的次数越多</text>
    </svg>
  );
}

function Chances({ simulation }: { simulation: Simulation }) {
  const card = simulation.cards[0];
  if (!card?.low || !card.high || !card.grades || !card.drivers) return <p>这张表还没有完成值，算不出。</p>;
  const at = (percent: number): string => card.low?.quantiles.find((q) => q.percent === percent)?.total ?? '';
  return (
    <section aria-label="机会">
      <p class="lead">
        {card.grades.map((g) => `得“${g.name}”的机会 ${g.chance_low}%${g.chance_low === g.chance_high ? '' : ` 至 ${g.chance_high}%`}`).join('；') || `总分平均 ${card.low.mean}`}
      </p>
      <p>试了 {simulation.draws} 次：总分最低 {at(0)}，最高 {at(100)}，一半的时候不到 {at(50)}；十次里有九次在 {at(5)} 到 {at(95)} 之间。</p>
      {!card.exact && <p class="unsure">有待核的项，上面按得分的低端算；按高端算，总分平均 {card.high.mean}。</p>}
      <div class="scroll"><Histogram low={card.low} draws={simulation.draws} /></div>
      <h3>总分的起落，主要看哪几个数</h3>
      <table class="list">
        <thead><tr><th scope="col">哪个数</th><th scope="col">可能的值</th><th scope="col">得分</th><th scope="col">得满分的机会</th><th scope="col">总分的起落里占</th></tr></thead>
        <tbody>{card.drivers.map((d) => <tr key={d.path}><th scope="row">{saidShort(d.path)}</th><td>{d.values}</td><td class="number">{d.least}-{d.most}</td><td class="number">{d.full_chance}%</td><td class="number">{d.variance_share}%</td></tr>)}</tbody>
      </table>
    </section>
  );
}

/** Values that are not known yet. */
export function ChancePart({ state, planned, plan }: Part) {
  const [percent, setPercent] = useState('5');
  const [own, setOwn] = useState<{ address: string; text: string }[]>([]);
  const actuals = turnable(planned).filter(({ figure }) => figure.address.endsWith('.完成') || figure.address.endsWith('.执行数'));
  const put = (i: number, part: Partial<{ address: string; text: string }>) => setOwn(own.map((o, at) => (at === i ? { ...o, ...part } : o)));
  const ask = () => {
    const all = percent.trim() === '' ? [] : [`全部=±${percent.trim().replace(/%$/, '')}%`];
    void plan.simulate([...all, ...own.filter((o) => o.text.trim() !== '').map((o) => `${o.address}=${o.text.trim()}`)]);
  };
  return (
    <>
      <p>完成值年底才知道。说说大概会差多少，程序试一万次，看总分会是多少、得各个等级的机会多大。</p>
      <form class="fields" onSubmit={(event) => { event.preventDefault(); ask(); }}>
        <label>每个完成值上下 <input value={percent} size={4} inputMode="decimal" onInput={(event) => setPercent(value(event))} /> %</label>
        <button type="button" disabled={actuals.length === 0} onClick={() => setOwn([...own, { address: actuals[0]?.figure.address ?? '', text: '' }])}>有一个数另说</button>
        <button type="submit" class="main">算机会</button>
        {own.map((o, i) => (
          <p key={i} class="buttons">
            <select aria-label="哪个数" value={o.address} onChange={(event) => put(i, { address: value(event) })}>
              {actuals.map(({ figure, words }) => <option key={figure.address} value={figure.address}>{words}</option>)}
            </select>
            <input aria-label="大概多少" value={o.text} placeholder="如 150±10、140~160、98,100,110" onInput={(event) => put(i, { text: value(event) })} />
            <button type="button" onClick={() => setOwn(own.filter((_, at) => at !== i))}>不另说了</button>
          </p>
        ))}
      </form>
      {state.simulation && <Chances simulation={state.simulation} />}
    </>
  );
}

const total = (sum: { total: string | null; total_low: string | null; total_high: string | null }): string => sum.total ?? (sum.total_low === null ? '—' : `${sum.total_low}-${sum.total_high}`);

function Beside({ list, plan, state }: { list: Variation[]; plan: PlanSteps; state: PlanState }) {
  const first = list[0];
  if (!first) return null;
  const rows = first.indicators.map((_, i) => i).filter((i) => list.some((v) => {
    const row = v.indicators[i];
    return row !== undefined && (row.before_low !== row.after_low || row.before_high !== row.after_high);
  }));
  const score = (v: Variation, i: number): string => {
    const row = v.indicators[i];
    return row ? (row.after ?? `${row.after_low}-${row.after_high}`) : '';
  };
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr><th scope="col">得分有变的行</th><th scope="col">原来</th>{list.map((v) => <th scope="col" key={v.scenario}>{v.scenario}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((i) => {
            const row = first.indicators[i];
            return (
              <tr key={i}>
                <th scope="row">{row?.name}</th>
                <td class="number">{row?.before ?? `${row?.before_low}-${row?.before_high}`}</td>
                {list.map((v) => <td class="number" key={v.scenario}>{score(v, i)}</td>)}
              </tr>
            );
          })}
          {list.some((v) => v.cards[0]?.execution && v.cards[0].execution.difference !== null && Number(v.cards[0].execution.difference) !== 0) && (
            <tr>
              <th scope="row">预算执行</th>
              <td class="number">{first.cards[0]?.execution?.before}</td>
              {list.map((v) => <td class="number" key={v.scenario}>{v.cards[0]?.execution?.after}</td>)}
            </tr>
          )}
          <tr class="whole">
            <th scope="row">总分</th>
            <td class="number"><strong>{total(first.before)}</strong> {first.before.grade}</td>
            {list.map((v) => <td class="number" key={v.scenario}><strong>{total(v.after)}</strong> {v.after.grade}</td>)}
          </tr>
          <tr>
            <th scope="row">改了什么</th>
            <td />
            {list.map((v) => <td key={v.scenario}>{v.changes.map((c) => `${saidShort(c.path)} ${c.from || '空'} → ${c.to || '空'}`).join('；')}</td>)}
          </tr>
          <tr>
            <th scope="row">再用它</th>
            <td><button type="button" onClick={() => void plan.use([])}>回到原来</button></td>
            {list.map((v) => {
              const scenario = state.scenarios.find((s) => s.name === v.scenario);
              return (
                <td key={v.scenario}>
                  <p class="buttons">
                    <button type="button" aria-label={`用上“${v.scenario}”`} onClick={() => scenario && void plan.use(scenario.settings)}>用上</button>
                    <button type="button" aria-label={`把“${v.scenario}”存成文件`} onClick={() => scenario && handOut(`${scenario.name}.yaml`, new TextEncoder().encode(scenarioText(scenario)).buffer as ArrayBuffer)}>存成文件</button>
                    <button type="button" aria-label={`去掉“${v.scenario}”`} onClick={() => void plan.forgetScenario(v.scenario ?? '')}>去掉</button>
                  </p>
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Sets of changes with names, side by side. */
export function ScenariosPart({ state, planned, plan }: Part) {
  const [name, setName] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const scenarios = state.scenarios.map((s) => ({ name: `${s.name}.yaml`, text: scenarioText(s) }));
  return (
    <>
      <p>把几种打算各起一个名字记下来，并排比较。先在左边改数，再记下。</p>
      <form class="fields" onSubmit={(event) => { event.preventDefault(); void plan.keepScenario(name || `打算${state.scenarios.length + 1}`).then(() => setName('')); }}>
        <label>名字 <input value={name} placeholder={`打算${state.scenarios.length + 1}`} onInput={(event) => setName(value(event))} /></label>
        <button type="submit" class="main" disabled={planned.settings.length === 0}>记下现在的 {planned.settings.length} 处改动</button>
        <button type="button" onClick={() => files.current?.click()}>读回存下的打算</button>
        <input ref={files} type="file" hidden multiple accept=".yaml,.yml" aria-label="打算的文件" onChange={(event) => {
          const input = event.currentTarget as HTMLInputElement;
          if (input.files) void chosen(input.files).then((c) => plan.readScenarios(c.files.map((f) => ({ name: f.name, text: new TextDecoder().decode(f.bytes) }))));
          input.value = '';
        }} />
      </form>
      <Beside list={state.compared} plan={plan} state={state} />
      {state.compared.length > 0 && (
        <p class="buttons">
          <button type="button" onClick={() => void plan.handOut('whatif', 'html', { settings: [], scenarios })}>存成网页</button>
          <button type="button" onClick={() => void plan.handOut('whatif', 'csv', { settings: [], scenarios })}>存成表格文字（csv）</button>
        </p>
      )}
    </>
  );
}
