// The submission before beside the one of now: which cells of which tables differ, and what that did to points and findings.
import type { Compared, ComparedTable } from './contract';
import type { Steps } from './state';

/** To a cell that differs, and the way back. */
async function goTo(steps: Steps, table: number, row: number | null): Promise<void> {
  const back = { key: '', scroll: scrollY };
  await steps.fill(table, row);
  steps.set({ back });
}

const score = (s: { total: string; grade: string }): string => (s.total ? `${s.total} ${s.grade}` : '—');

function Table({ table, steps }: { table: ComparedTable; steps: Steps }) {
  const number = table.table;
  return (
    <section aria-label={`${table.title} 两稿`}>
      <h4>
        {number === null ? table.title : <button type="button" class="link" onClick={() => void goTo(steps, number, null)}>{table.title}</button>}
        {table.unit && <span class="muted"> {table.unit}</span>}
        {table.handed_in === 'first' && '：这一稿里没有'}
        {table.handed_in === 'second' && '：上一稿里没有'}
      </h4>
      {table.handed_in === 'both' && (
        <div class="scroll">
          <table class="list">
            <thead><tr><th scope="col">哪一行</th><th scope="col">哪一栏</th><th scope="col">上一稿</th><th scope="col">这一稿</th></tr></thead>
            <tbody>
              {table.changes.map((c, i) => (
                <tr key={i}>
                  <th scope="row">{c.row !== null && number !== null ? <button type="button" class="link" onClick={() => void goTo(steps, number, c.row)}>{c.indicator}</button> : c.indicator || '整张表'}</th>
                  <td>{c.field}</td><td>{c.from || '空'}</td><td>{c.to || '空'}</td>
                </tr>
              ))}
              <tr><th scope="row">按规则算的总分</th><td /><td><strong>{score(table.before)}</strong></td><td><strong>{score(table.after)}</strong></td></tr>
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export function ComparedTables({ compared, steps }: { compared: Compared; steps: Steps }) {
  const differs = compared.tables.filter((t) => t.handed_in !== 'both' || t.changes.length > 0 || t.before.total !== t.after.total);
  const fresh = compared.known.filter((known) => !known).length;
  const mended = compared.gone.filter((g) => g.again);
  return (
    <section class="compared" aria-label="和上一稿比">
      <h3>和上一稿比：{differs.length} 张表不同，{compared.tables.length - differs.length} 张一样</h3>
      <p>问题：新查到 {fresh} 条，还在 {compared.known.length - fresh} 条，已改正 {mended.length} 条{compared.gone.length > mended.length && `；另有 ${compared.gone.length - mended.length} 条，它们的表这一稿没有交`}。</p>
      {mended.length > 0 && (
        <details>
          <summary>已改正的 {mended.length} 条</summary>
          <ul>{mended.map((g, i) => <li key={i}>{g.title}{g.indicator && `“${g.indicator}”`}：{g.message}</li>)}</ul>
        </details>
      )}
      {differs.slice(0, 100).map((table, i) => <Table key={i} table={table} steps={steps} />)}
      {differs.length > 100 && <p>只列前 100 张。</p>}
    </section>
  );
}
