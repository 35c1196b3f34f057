// 检查: what does not follow, of one table or a thousand; filtered, sorted; a click leads to the cell.
import { useState } from 'preact/hooks';
import type { Finding } from './contract';
import { levelWord } from './messages';
import type { State, Steps } from './state';

const kShown = 200;

export function CheckView({ state, steps }: { state: State; steps: Steps }) {
  const [level, setLevel] = useState('');
  const [unit, setUnit] = useState('');
  const [id, setId] = useState('');
  const [word, setWord] = useState('');
  const [order, setOrder] = useState<'level' | 'id' | 'table'>('level');
  const [most, setMost] = useState(kShown);
  const all = state.checked?.findings ?? [];
  if (!state.desk) return <p class="lead">先在“打开”里打开要检查的表。</p>;
  if (!state.checked) return <p class="lead">{state.busy || '正在检查……'}</p>;
  const units = [...new Set(all.map((f) => f.where[0]?.unit ?? ''))].filter((u) => u !== '');
  const ids = [...new Set(all.map((f) => f.id))].sort();
  const text = (f: Finding): string => `${f.message}${f.where.map((w) => w.title + w.indicator).join('')}`;
  const kept = all.filter((f) => (!level || f.severity === level) && (!unit || f.where.some((w) => w.unit === unit)) && (!id || f.id === id) && (!word || text(f).includes(word)));
  const rank = (f: Finding): number => ['error', 'warning', 'note'].indexOf(f.severity);
  const sorted = order === 'level' ? [...kept].sort((a, b) => rank(a) - rank(b)) : [...kept].sort((a, b) => (order === 'id' ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : (a.where[0]?.table ?? -1) - (b.where[0]?.table ?? -1)));
  const count = (severity: string): number => all.filter((f) => f.severity === severity).length;
  const picked = (set: (value: string) => void) => (event: Event) => set((event.currentTarget as HTMLSelectElement).value);
  return (
    <>
      <h2>查到 {all.length} 条：错误 {count('error')}，警告 {count('warning')}，提示 {count('note')}</h2>
      <form class="fields" onSubmit={(event) => event.preventDefault()}>
        <label>级别 <select value={level} onChange={picked(setLevel)}>
          <option value="">全部</option><option value="error">错误</option><option value="warning">警告</option><option value="note">提示</option>
        </select></label>
        {units.length > 1 && <label>单位 <select value={unit} onChange={picked(setUnit)}><option value="">全部</option>{units.map((u) => <option key={u}>{u}</option>)}</select></label>}
        <label>种类 <select value={id} onChange={picked(setId)}><option value="">全部</option>{ids.map((i) => <option key={i} value={i}>{i} {all.find((f) => f.id === i)?.title}</option>)}</select></label>
        <label>找字 <input value={word} onInput={(event) => setWord((event.currentTarget as HTMLInputElement).value)} /></label>
        <label>排列 <select value={order} onChange={(event) => setOrder((event.currentTarget as HTMLSelectElement).value as 'level' | 'id' | 'table')}>
          <option value="level">按级别</option><option value="id">按种类</option><option value="table">按表</option>
        </select></label>
      </form>
      <p>{sorted.length === all.length ? '' : `筛出 ${sorted.length} 条`}</p>
      <ol class="findings">
        {sorted.slice(0, most).map((f, i) => {
          const where = f.where[0];
          const table = where?.table;
          return (
            <li key={i} class={f.severity}>
              <p><strong>{levelWord(f.severity)}</strong>{f.certain ? '' : '（待核）'} {f.message}</p>
              {f.why && <p>{f.why}</p>}
              {f.fix && <p>怎么改：{f.fix}</p>}
              <p class="buttons">
                {table !== null && table !== undefined && (
                  <button type="button" onClick={() => void steps.fill(table, where?.row ?? null)}>去看“{where?.title}”{where?.indicator ? `的“${where.indicator}”` : ''}</button>
                )}
                <button type="button" class="link" onClick={() => void steps.help(f.id)}>说明 {f.id}</button>
                <span class="muted">{f.where.map((w) => w.place).filter((p) => p).slice(0, 3).join('；')}{f.where.length > 3 ? ` 等 ${f.where.length} 处` : ''}</span>
              </p>
            </li>
          );
        })}
      </ol>
      {sorted.length > most && <button type="button" onClick={() => setMost(most + kShown)}>再看 {Math.min(kShown, sorted.length - most)} 条</button>}
      {all.length === 0 && <p class="lead">没有查到问题。</p>}
    </>
  );
}
