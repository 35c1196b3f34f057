// 检查: what does not follow, of one table or a thousand: filtered, sorted, in groups; a click leads to the cell. A reviewer
// decides of each, sends the review sheet out and takes it in again, and sees the submission before beside this one.
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Finding, Where } from './contract';
import { chosen } from './files';
import { inWords, levelWord, Messages } from './messages';
import { NothingYet } from './nothing_yet';
import { ComparedTables } from './review_compared';
import { allFindings, kShown, type Choice } from './review_state';
import { ReviewSteps } from './review_steps';
import type { State, Steps } from './state';

const kOpinions = ['属实', '不属实', '需说明', '已改正'];

const value = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
const rank = (f: Finding): number => ['error', 'warning', 'note'].indexOf(f.severity);
const text = (f: Finding): string => `${f.id}${f.message}${f.where.map((w) => w.title + w.indicator + w.unit).join('')}`;
const tableOf = (w: Where | undefined): string => w?.title || '表以外';
/** With its unit where there are several. */
const namedOf = (w: Where, several: boolean): string => `${tableOf(w)}${several && w.unit ? `（${w.unit}）` : ''}`;
const unitOf = (w: Where | undefined): string => w?.unit || '没有写单位';

function Decide({ finding, review }: { finding: Finding; review: ReviewSteps }) {
  const about = `${finding.id} ${tableOf(finding.where[0])}`;
  return (
    <p class="decide">
      <label>处理意见 <select aria-label={`处理意见：${about}`} value={finding.opinion} onChange={(event) => void review.decide([finding], { opinion: value(event) })}>
        <option value="">未处理</option>{kOpinions.map((o) => <option key={o}>{o}</option>)}
      </select></label>
      <label class="wide">说明 <input key={`${finding.key}${finding.note}`} aria-label={`说明：${about}`} defaultValue={finding.note} onBlur={(event) => value(event) !== finding.note && void review.decide([finding], { note: value(event) })} /></label>
      {finding.date && <span class="muted">{finding.by} {finding.date}</span>}
    </p>
  );
}

function Item({ finding, where, several, fresh, steps, review }: { finding: Finding; where: Where | undefined; several: boolean; fresh: boolean | null; steps: Steps; review: ReviewSteps }) {
  // Of the other places their tables and rows; of this one what helps to find it in the file that was handed in.
  const places = finding.where.map((w) => (w !== where && w.table !== null ? `“${w.title}”${w.indicator && `的“${w.indicator}”`}` : /\.ya?ml /.test(w.place) ? '' : w.place)).filter((text, i, all) => text !== '' && all.indexOf(text) === i);
  const table = where?.table;
  const hasScheme = steps.now().desk?.tables[table ?? -1]?.scheme_name !== '';
  return (
    <li class={finding.severity} data-key={finding.key}>
      <p>
        <strong>{levelWord(finding.severity)}</strong>{finding.certain ? '' : '（待核）'}{fresh !== null && <span class="muted">（{fresh ? '新查到' : '上一稿就有'}）</span>} {inWords(finding.message, steps)}
      </p>
      {finding.why && <p>{inWords(finding.why, steps)}</p>}
      {finding.fix && <p>怎么改：{inWords(finding.fix, steps)}</p>}
      <p class="buttons">
        {table !== null && table !== undefined && !hasScheme && (
          <button type="button" onClick={() => void review.goToScheme(finding, table)}>给“{where?.title}”{several && where?.unit ? `（${where.unit}）` : ''}选方案</button>
        )}
        {table !== null && table !== undefined && hasScheme && (
          <button type="button" onClick={() => void review.goTo(finding, table, where?.row ?? null)}>去看“{where?.title}”{several && where?.unit ? `（${where.unit}）` : ''}{where?.indicator ? `的“${where.indicator}”` : ''}</button>
        )}
        <button type="button" class="link" onClick={() => void review.explain(finding)}>说明 {finding.id}</button>
        {places.length > 0 && <span class="muted">{places.slice(0, 3).join('；')}{places.length > 3 ? `等 ${places.length} 处` : ''}</span>}
      </p>
      <Decide finding={finding} review={review} />
    </li>
  );
}

/** The sheet out and in, the submission before, who reviews. */
function Desk({ state, steps, review }: { state: State; steps: Steps; review: ReviewSteps }) {
  const sheet = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const before = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    if (input.files && input.files.length > 0) void chosen(input.files).then((c) => review.compare(c.files, c.paths));
    input.value = '';
  };
  return (
    <section class="desk" aria-label="审核">
      <label>处理人 <input value={state.reviewer} size={8} placeholder="写上名字" onInput={(event) => steps.set({ reviewer: value(event) })} /></label>
      <button type="button" onClick={() => void review.out()}>输出审核表</button>
      <button type="button" onClick={() => sheet.current?.click()}>读回审核表</button>
      <button type="button" onClick={() => files.current?.click()}>和上一稿比：选文件</button>
      <button type="button" onClick={() => folder.current?.click()}>选文件夹</button>
      <button type="button" onClick={() => void review.forget()}>清除处理意见</button>
      {state.forgotten.length > 0 && <button type="button" onClick={() => void review.remember()}>拿回清除的 {state.forgotten.length} 条</button>}
      <input ref={sheet} type="file" hidden accept=".xlsx,.ods" aria-label="审核表文件" onChange={(event) => {
        const input = event.currentTarget as HTMLInputElement;
        if (input.files) void chosen(input.files).then((c) => c.files[0] && review.takeIn(c.files[0]));
        input.value = '';
      }} />
      <input ref={files} type="file" multiple hidden aria-label="上一稿的文件" onChange={before} />
      <input ref={(input) => { folder.current = input; input?.setAttribute('webkitdirectory', ''); }} type="file" hidden aria-label="上一稿的文件夹" onChange={before} />
    </section>
  );
}

export function ReviewView({ state, steps }: { state: State; steps: Steps }) {
  const review = useMemo(() => new ReviewSteps(steps), [steps]);
  const { level, unit, year, table, id, word, opinion, since, order, most } = state.choice;
  const [all4, setAll4] = useState('请选');
  const all = state.checked?.findings ?? [];
  const known = useMemo(() => new Map((state.compared?.findings ?? []).map((f, i) => [f.key, state.compared?.known[i] ?? false])), [state.compared]);
  // Left for a cell, and come back to: where it was, with the keyboard at the same finding.
  const there = state.checked !== null;
  useLayoutEffect(() => {
    if (!there || !state.back) return;
    const { key, scroll } = state.back;
    steps.set({ back: null });
    scrollTo(0, scroll);
    [...document.querySelectorAll<HTMLElement>('.findings li')].find((one) => one.dataset.key === key)?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  }, [there]);
  if (!state.desk?.tables.length && state.busy === '') return <NothingYet words="还没有可以检查的表：先打开文件。" steps={steps} />;
  if (!state.checked) return <p class="lead">{state.busy || '正在检查……'}</p>;
  const distinct = (of: (f: Finding) => string[]): string[] => [...new Set(all.flatMap(of))].sort((a, b) => a.localeCompare(b, 'zh'));
  const units = distinct((f) => f.where.map(unitOf));
  const several = units.length > 1;
  const tables = distinct((f) => f.where.map((w) => namedOf(w, several)));
  const yearOf = (w: Where): string => String(state.desk?.tables[w.table ?? -1]?.year ?? '');
  const years = distinct((f) => f.where.map(yearOf)).filter((one) => one !== '');
  const ids = distinct((f) => [f.id]);
  // Of a finding with many places the one that is asked for; else where it is listed.
  const matches = (w: Where): boolean => (!unit || unitOf(w) === unit) && (!table || namedOf(w, several) === table) && (!year || yearOf(w) === year);
  const at = (f: Finding): Where | undefined => f.where.find(matches) ?? f.where[0];
  const kept = all.filter((f) =>
    (!level || f.severity === level) && f.where.some(matches) &&
    (!id || f.id === id) && (!word || text(f).includes(word)) && (!opinion || (opinion === '未处理' ? f.opinion === '' : f.opinion === opinion)) &&
    (!since || known.get(f.key) === (since === 'still')));
  const groupName = (w: Where | undefined): string => (w ? namedOf(w, several) : tableOf(w));
  const groupOf = (f: Finding): string => (order === 'level' ? '' : order === 'id' ? `${f.id} ${f.title}` : order === 'table' ? groupName(at(f)) : unitOf(at(f)));
  const sorted = kept.map((f, i) => ({ f, i })).sort((a, b) =>
    (order === 'level' ? 0 : groupOf(a.f).localeCompare(groupOf(b.f), 'zh')) || rank(a.f) - rank(b.f) || a.i - b.i).map(({ f }) => f);
  const count = (severity: string): number => all.filter((f) => f.severity === severity).length;
  const decided = all.filter((f) => f.opinion !== '').length;
  const shown = sorted.slice(0, most);
  const groups: [string, Finding[]][] = [];
  for (const f of shown) {
    const last = groups[groups.length - 1];
    if (last && last[0] === groupOf(f)) last[1].push(f);
    else groups.push([groupOf(f), [f]]);
  }
  const pick = (of: keyof Choice) => (event: Event) => steps.set({ choice: { ...state.choice, [of]: value(event), most: kShown } });
  return (
    <>
      <h2>查到 {all.length} 条：错误 {count('error')}，警告 {count('warning')}，提示 {count('note')}；已处理 {decided} 条</h2>
      <Desk state={state} steps={steps} review={review} />
      {state.reviewLeft.length > 0 && (
        <details class="open" open>
          <summary>审核表里有 {state.reviewLeft.length} 行没有用上</summary>
          <ul>{state.reviewLeft.slice(0, 50).map((line) => <li key={line}>{line}</li>)}</ul>
        </details>
      )}
      {state.checked.waived.length > 0 && (
        <details>
          <summary>另有 {state.checked.waived.length} 条已豁免</summary>
          <ul>{state.checked.waived.map((w) => <li key={`${w.id}${w.place}${w.message}`}>{w.id} {w.message}：{w.reason}（{w.by}，{w.date}；写在 {w.place}）</li>)}</ul>
        </details>
      )}
      {state.checked.problems.length > 0 && (
        <details open={state.checked.problems.some((problem) => problem.severity === 'error')}>
          <summary>检查时要留意的 {state.checked.problems.length} 条</summary>
          <Messages list={state.checked.problems} steps={steps} />
        </details>
      )}
      {state.compared && <ComparedTables compared={state.compared} steps={steps} />}
      <form class="fields choices" aria-label="筛选和排列" onSubmit={(event) => event.preventDefault()}>
        <label>级别 <select value={level} onChange={pick('level')}>
          <option value="">全部</option><option value="error">错误</option><option value="warning">警告</option><option value="note">提示</option>
        </select></label>
        {units.length > 1 && <label>单位 <select value={unit} onChange={pick('unit')}><option value="">全部</option>{units.map((u) => <option key={u}>{u}</option>)}</select></label>}
        {years.length > 1 && <label>年度 <select value={year} onChange={pick('year')}><option value="">全部</option>{years.map((y) => <option key={y}>{y}</option>)}</select></label>}
        {tables.length > 1 && <label>哪张表 <select value={table} onChange={pick('table')}><option value="">全部</option>{tables.map((t) => <option key={t}>{t}</option>)}</select></label>}
        <label>种类 <select value={id} onChange={pick('id')}><option value="">全部</option>{ids.map((i) => <option key={i} value={i}>{i} {all.find((f) => f.id === i)?.title}</option>)}</select></label>
        <label>处理 <select value={opinion} onChange={pick('opinion')}><option value="">全部</option><option>未处理</option>{kOpinions.map((o) => <option key={o}>{o}</option>)}</select></label>
        {state.compared && <label>与上一稿 <select value={since} onChange={pick('since')}><option value="">全部</option><option value="new">新查到</option><option value="still">上一稿就有</option></select></label>}
        <label>找字 <input value={word} size={10} onInput={pick('word')} /></label>
        <label>排列 <select value={order} onChange={pick('order')}>
          <option value="level">按级别</option><option value="id">按种类</option><option value="table">按表</option><option value="unit">按单位</option>
        </select></label>
        <span role="status">{sorted.length === all.length ? `共 ${all.length} 条` : `筛出 ${sorted.length} 条`}</span>
        {sorted.length > 1 && (
          <span class="every">
            <label>都写成 <select value={all4} onChange={(event) => setAll4(value(event))}><option disabled>请选</option>{kOpinions.map((o) => <option key={o}>{o}</option>)}<option value="">未处理</option></select></label>
            <button type="button" disabled={all4 === '请选'} onClick={() => void review.decide(sorted, { opinion: all4 })}>写给这 {sorted.length} 条</button>
          </span>
        )}
      </form>
      {sorted.length < all.length && (
        <p>
          {sorted.length === 0 ? '照上面选的，一条也没有。' : ''}
          <button type="button" onClick={() => steps.set({ choice: { ...allFindings, order } })}>不筛了，看全部 {all.length} 条</button>
        </p>
      )}
      {groups.map(([name, list]) => (
        <section key={name} aria-label={name || '查到的'}>
          {name && <h3>{name}（{list.length} 条）</h3>}
          <ol class="findings">
            {list.map((f) => <Item key={f.key} finding={f} where={at(f)} several={several} fresh={state.compared ? !known.get(f.key) : null} steps={steps} review={review} />)}
          </ol>
        </section>
      ))}
      {sorted.length > most && <button type="button" onClick={() => steps.set({ choice: { ...state.choice, most: most + kShown } })}>再看 {Math.min(kShown, sorted.length - most)} 条</button>}
      {all.length === 0 && <p class="lead">没有查到问题。</p>}
    </>
  );
}
