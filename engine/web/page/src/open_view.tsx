// 打开: files in, tables out: each with its unit, year and rows; the scheme proposed for it; what was not taken.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Line } from './contract';
import { openWords } from './edits';
import { chosen } from './files';
import { forgetAll, keptBefore, type Kept } from './kept';
import { Messages } from './messages';
import { NewTable } from './new_table';
import type { Opening } from './openings';
import { openSample } from './sample';
import type { State, Steps } from './state';
import { TourOffer } from './tour';

interface Shown {
  state: State;
  steps: Steps;
}

function Choose({ state, steps }: Shown) {
  const one = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    if (input.files && input.files.length > 0) void chosen(input.files).then(({ files, paths }) => steps.open(files, paths));
    input.value = '';
  };
  const still = !state.ready || state.busy !== '';
  const more = (state.desk?.tables.length ?? 0) > 0; // then what was read is what one looks at
  return (
    <section class={more ? 'choose more' : 'choose'} aria-label="打开文件">
      <p class="lead">{more ? '再加文件：拖到这里，或' : '把自评表、目标表、决算公开等文件或整个文件夹拖到这里'}</p>
      {!more && <p>能读 xlsx、docx、ods、csv、PDF、网页、文字文件和压缩包，也能读本程序存的表。文件只在这台电脑上读，不上传。</p>}
      <p class="buttons">
        <button type="button" class={more ? '' : 'main'} disabled={still} onClick={() => one.current?.click()}>选文件</button>
        <button type="button" disabled={still} onClick={() => folder.current?.click()}>选文件夹</button>
        <button type="button" disabled={still} onClick={() => void openSample(steps)}>看样例</button>
      </p>
      <input ref={one} type="file" multiple hidden aria-label="选文件" onChange={take} />
      <input ref={(input) => { folder.current = input; input?.setAttribute('webkitdirectory', ''); }} type="file" hidden aria-label="选文件夹" onChange={take} />
    </section>
  );
}

/** The tables as they were left, and the waivers that held for them. */
function goOn(kept: Kept, steps: Steps): Promise<void> {
  return steps.open([{ name: kept.name, bytes: kept.bytes }], [kept.name], 'open', true);
}

function Before({ steps, ready }: { steps: Steps; ready: boolean }) {
  const [list, setList] = useState<Kept[]>([]);
  useEffect(() => void keptBefore().then(setList, () => undefined), []);
  if (list.length === 0) return null;
  return (
    <section aria-label="上次的">
      <h2>上次没做完的</h2>
      <p>这个浏览器替你记着改过的表，别处看不到。</p>
      <ul class="plain">
        {list.slice(0, 5).map((kept) => (
          <li key={kept.id}>
            <button type="button" disabled={!ready} onClick={() => void goOn(kept, steps)}>接着做</button>{' '}
            {kept.title}（{new Date(kept.time).toLocaleString('zh-CN')}）
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => void forgetAll().then(() => setList([]))}>全部清除</button>
    </section>
  );
}

/** One scheme for tables on which nothing says which. */
function ForAll({ lines, state, steps }: Shown & { lines: Line[] }) {
  const [scheme, setScheme] = useState('');
  const take = () => void steps.opening.takeScheme(lines.map((line) => line.number), scheme);
  return (
    <p class="buttons">
      <select aria-label={`${lines.length} 张表的方案`} value={scheme} onChange={(event) => setScheme((event.currentTarget as HTMLSelectElement).value)}>
        <option value="" disabled>请选方案</option>
        {(state.schemes?.schemes ?? []).map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </select>
      <button type="button" disabled={scheme === ''} onClick={take}>给这 {lines.length} 张表用上</button>
    </p>
  );
}

/** Tables without a scheme, by what is proposed for them. */
function Proposals({ state, steps }: Shown) {
  const waiting = (state.desk?.tables ?? []).filter((line) => line.proposal);
  if (waiting.length === 0) return null;
  const groups = new Map<string, Line[]>();
  for (const line of waiting) groups.set(line.proposal?.scheme ?? '', [...(groups.get(line.proposal?.scheme ?? '') ?? []), line]);
  const proposed = waiting.filter((line) => line.proposal?.scheme).length;
  return (
    <section class="proposals" aria-label="选方案">
      <h2>这些表按哪个方案计分，要由人定</h2>
      {[...groups].map(([scheme, lines]) => {
        const proposal = lines[0]?.proposal;
        return (
          <div key={scheme}>
            <p>
              {lines.length === 1 ? `“${lines[0]?.title}”` : `“${lines[0]?.title}”等 ${lines.length} 张表`}
              {scheme ? <>，看表上印的，建议用 <strong>{proposal?.name || scheme}</strong></> : '，表上看不出用哪个方案'}
            </p>
            {proposal && proposal.evidence.length > 0 && <p>依据：{proposal.evidence.join('；')}</p>}
            {proposal && proposal.doubts.length > 0 && <p>要留意：{proposal.doubts.join('；')}</p>}
            {!scheme && <ForAll lines={lines} state={state} steps={steps} />}
          </div>
        );
      })}
      {proposed > 0 && (
        <button type="button" class="main" onClick={() => void steps.opening.takeProposals()}>认可建议，给 {proposed} 张表用上</button>
      )}
    </section>
  );
}

const kShown = 200;

function Tables({ state, steps }: Shown) {
  const [most, setMost] = useState(kShown);
  const [word, setWord] = useState('');
  const tables = state.desk?.tables ?? [];
  if (tables.length === 0) return null;
  const one = tables.every((line) => line.unit === tables[0]?.unit) ? (tables[0]?.unit ?? '') : ''; // then it is said once
  const found = word ? tables.filter((line) => `${line.id}${line.title}${line.unit}`.includes(word)) : tables;
  return (
    <section aria-label="读到的表">
      <h2>读到 {tables.length} 张表{one && `：${one}`}</h2>
      {tables.some((line) => line.scheme_name !== '') && <p class="muted">点表名进去填和看得分；交之前点上面的“检查”；要 Excel、Word 或整套，点“输出”。</p>}
      {tables.length > kShown && (
        <p><label>找表 <input value={word} placeholder="表名或单位里的字" onInput={(event) => setWord((event.currentTarget as HTMLInputElement).value)} /></label>{word && ` 找到 ${found.length} 张`}</p>
      )}
      <div class="scroll">
        <table class="list">
          <thead>
            <tr>{['编号', '表', one ? '' : '单位', '年度', '指标', '方案', '总分', '等级', '自报', '待核'].filter((head) => head !== '').map((head) => <th key={head} scope="col">{head}</th>)}</tr>
          </thead>
          <tbody>
            {found.slice(0, most).map((line) => (
              <tr key={line.number}>
                <td>{line.id}</td>
                <th scope="row">
                  {line.scheme_name ? <button type="button" class="link" onClick={() => void steps.fill(line.number)}>{line.title}</button> : line.title}
                </th>
                {!one && <td class="unit">{line.unit}</td>}
                <td>{line.year ?? ''}</td>
                <td class="number">{line.rows}</td>
                <td>
                  <select
                    aria-label={`${line.title}的方案`}
                    data-table={line.number}
                    value={line.scheme_name ? line.scheme : ''}
                    onChange={(event) => void steps.opening.takeScheme([line.number], (event.currentTarget as HTMLSelectElement).value)}
                  >
                    <option value="" disabled>请选方案</option>
                    {(state.schemes?.schemes ?? []).map((scheme) => <option key={scheme.id} value={scheme.id}>{scheme.name}</option>)}
                  </select>
                </td>
                <td class="number"><strong>{line.total}</strong></td>
                <td>{line.grade}</td>
                <td class="number">{line.claimed}</td>
                <td>{openWords(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > most && <button type="button" onClick={() => setMost(most + kShown)}>再看 {Math.min(kShown, found.length - most)} 张</button>}
      {(state.desk?.departments ?? []).map((d) => (
        <p key={d.name}>
          {d.name ? `${d.name}：` : ''}项目 {d.projects} 个，{d.scored === 0 ? '还没有填完成值' : `已计分 ${d.scored} 个；预算 ${d.budget} 万元，执行 ${d.executed} 万元`}
          {d.scored > 0 && d.rate ? `，执行率 ${d.rate}%` : ''}{d.average ? `；按资金加权平均 ${d.average} 分` : ''}{d.grades ? `；${d.grades}` : ''}。
        </p>
      ))}
      <p class="buttons"><button type="button" onClick={() => void steps.clear()}>全部收起，重新打开</button></p>
    </section>
  );
}

/** Tables that are on the desk twice: which are meant is asked, in whichever view. */
export function TwinsAsked({ state, steps }: Shown) {
  if (!state.twins || state.busy !== '') return null;
  const keep = (kept: 'old' | 'fresh' | null) => () => void steps.opening.keepOf(kept);
  return (
    <section class="twins screen" role="alert" aria-label="同样的表">
      <p>{state.twins.words}留哪一份？收起的用 Ctrl+Z 拿得回来。</p>
      <p class="buttons">
        <button type="button" class="main" onClick={keep('fresh')}>只留新来的</button>
        <button type="button" onClick={keep('old')}>只留原来的</button>
        <button type="button" onClick={keep(null)}>两份都留着</button>
      </p>
    </section>
  );
}

const byWhom = (names: string[]): string => names.map((name) => name || '没有写名字').join('、');

/** Decisions and waivers that came with a file: whoever saved it wrote them, so a reviewer is told. */
export function BroughtAsked({ state, steps }: Shown) {
  if (state.brought.length === 0 || state.busy !== '') return null;
  return (
    <section class="twins screen" role="alert" aria-label="文件带来的">
      {state.brought.map((one) => (
        <p key={one.file}>
          “{one.file}”里不只有表，还带着{[
            one.decisions > 0 ? `处理意见 ${one.decisions} 条（${byWhom(one.decided_by)}）` : '',
            one.waivers > 0 ? `豁免 ${one.waivers} 条（${byWhom(one.waived_by)}）` : '',
          ].filter((words) => words !== '').join('、')}，已经用上。
        </p>
      ))}
      <p>这些是存这个文件的人写的，名字也是他写的；交上来的文件，审核时不要当作自己的意见。</p>
      <p class="buttons">
        <button type="button" onClick={() => steps.set({ brought: [] })}>看过了，留着</button>
        <button type="button" onClick={() => void steps.opening.dropBrought()}>都去掉，只要表</button>
      </p>
    </section>
  );
}

/** What was said of one opening. */
function Said({ opening, state, steps, last }: Shown & { opening: Opening; last: boolean }) {
  const problems = (state.desk?.problems ?? []).slice(...opening.problems);
  const passed = (state.desk?.passed_over ?? []).slice(...opening.passed);
  const put = () => {
    steps.set({ openings: steps.now().openings.map((one) => (one === opening ? { ...one, away: true } : one)) });
  };
  const what = `${opening.what}（${opening.time} 打开）`;
  const said = problems.length > 0 ? `要留意的 ${problems.length} 条` : `没有取的 ${passed.length} 处`;
  const lists = (
    <>
      {problems.length > 0 && <Messages list={problems} steps={steps} />}
      {passed.length > 0 && (
        <details open={problems.length === 0 && !last}>
          <summary>没有取的 {passed.length} 处</summary>
          <ul>{passed.map((p, i) => <li key={i}>{p.place}：{p.why}：{p.text}</li>)}</ul>
        </details>
      )}
      {problems.length > 0 && <p><button type="button" aria-label={`收起 ${what}${said}`} onClick={put}>看过了，收起这些</button></p>}
    </>
  );
  if (problems.length === 0) return <section aria-label={`${what}没有取的`}><p class="muted">{what}</p>{lists}</section>;
  if (last) return <section aria-label="要留意的"><h2>{what}：{said}</h2>{lists}</section>;
  return <details><summary>早先打开的{what}：{said}</summary>{lists}</details>;
}

function AllSaid({ state, steps }: Shown) {
  const away = state.openings.filter((one) => one.away).length;
  const remarks = state.desk?.remarks ?? [];
  const shown = state.openings.filter((one) => !one.away);
  return (
    <>
      {remarks.length > 0 && <section aria-label="表和表之间要留意的"><h2>几张表合起来要留意的</h2><Messages list={remarks} steps={steps} /></section>}
      {shown.slice().reverse().map((one) => <Said key={`${one.what}${one.problems[0]}/${one.passed[0]}`} opening={one} last={one === state.openings[state.openings.length - 1]} state={state} steps={steps} />)}
      {away > 0 && (
        <p class="muted">收起了 {away} 次打开时说的话。<button type="button" class="link" onClick={() => steps.set({ openings: state.openings.map((one) => ({ ...one, away: false })) })}>再看</button></p>
      )}
    </>
  );
}

export function OpenView({ state, steps }: Shown) {
  return (
    <>
      <TourOffer state={state} steps={steps} />
      <Choose state={state} steps={steps} />
      <Proposals state={state} steps={steps} />
      {state.note && <p class="note">{state.note}</p>}
      <Tables state={state} steps={steps} />
      <AllSaid state={state} steps={steps} />
      <NewTable state={state} steps={steps} />
      {!state.desk && <Before steps={steps} ready={state.ready} />}
    </>
  );
}
