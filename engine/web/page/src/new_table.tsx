// 填一张新表: the blank form of a scheme, or the indicators of a table that is there: a target table, or last year's.
import { useState } from 'preact/hooks';
import type { State, Steps } from './state';

export function NewTable({ state, steps }: { state: State; steps: Steps }) {
  const [scheme, setScheme] = useState('');
  const [unit, setUnit] = useState('');
  const [year, setYear] = useState('');
  const [department, setDepartment] = useState(false);
  const [like, setLike] = useState('');
  const schemes = state.schemes?.schemes ?? [];
  const tables = (state.desk?.tables ?? []).filter((line) => line.scheme_name !== '');
  const pattern = tables.find((line) => String(line.number) === like);
  const usual = pattern ? (pattern.year === null ? '' : String(pattern.year + 1)) : String(new Date().getFullYear());
  const wanted = { scheme: scheme || (schemes[0]?.id ?? ''), department, year: Number(year || usual) || 0, unit };
  const other = pattern && pattern.year !== null && wanted.year !== pattern.year;
  return (
    <details class="new">
      <summary>填一张新表{tables.length > 0 ? '（空表，或照目标表、上年的表）' : ''}</summary>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void steps.newTable(pattern ? { ...wanted, table: pattern.number } : wanted);
        }}
      >
        {tables.length > 0 && (
          <label>照着 <select value={like} onChange={(e) => { setLike((e.currentTarget as HTMLSelectElement).value); setYear(''); }}>
            <option value="">方案的空表</option>
            {tables.map((line) => <option key={line.number} value={line.number}>{`${line.id} ${line.title}${line.year === null ? '' : `（${line.year} 年）`}`}</option>)}
          </select></label>
        )}
        {!pattern && (
          <label>方案 <select value={scheme || schemes[0]?.id} onChange={(e) => setScheme((e.currentTarget as HTMLSelectElement).value)}>
            {schemes.map((s) => <option key={s.id} value={s.id}>{s.name}</option>)}
          </select></label>
        )}
        <label>年度 <input value={year || usual} inputMode="numeric" size={6} onInput={(e) => setYear((e.currentTarget as HTMLInputElement).value)} /></label>
        {!pattern && <label>单位名称 <input value={unit} onInput={(e) => setUnit((e.currentTarget as HTMLInputElement).value)} /></label>}
        {!pattern && <label><input type="checkbox" checked={department} onChange={(e) => setDepartment((e.currentTarget as HTMLInputElement).checked)} /> 部门整体表</label>}
        <button type="submit" class="main" disabled={!state.ready || schemes.length === 0}>开始填</button>
        {!pattern && <button type="button" disabled={!state.ready || schemes.length === 0} onClick={() => void steps.handOut({ job: 'template', ...wanted })}>要一张空的 Excel 表</button>}
      </form>
      {pattern && <p class="muted">指标、目标值和分值照“{pattern.title}”的，完成值空着。{other ? `预算是那一年的，不照搬；${pattern.year} 年的完成值记在各行的近两年里。目标值要改就在表上改。` : ''}</p>}
    </details>
  );
}
