// Why a row has its points: sentences with figures and source, the two cells piece by piece, and what a person may add.
import type { Reading, Table, Why } from './contract';
import { isUnfilled, scoreWords, withoutNumbers } from './edits';
import { Messages } from './messages';
import type { Steps } from './state';

function ReadingOf({ name, reading }: { name: string; reading: Reading }) {
  return (
    <div>
      <p><strong>{name}</strong>读作{reading.kind}：</p>
      <p class="pieces">
        {reading.pieces.map((piece, i) => <span key={i} class="piece"><b>{piece.text}</b><small>{piece.role}</small></span>)}
        {reading.pieces.length === 0 && <span class="muted">空白</span>}
      </p>
    </div>
  );
}

export function WhyPanel({ why, row, table, steps }: { why: Why; row: number; table: Table; steps: Steps }) {
  const line = table.rows[row];
  if (!line) return null;
  const edit = (field: string, from: string) => (event: Event) => {
    const to = (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value;
    if (to !== from) void steps.edit({ table: table.number, row, field, from, to });
  };
  const key = `${table.number}/${row}`;
  const [number, ...words] = why.rule.split(' ');
  const name = words.join(' ');
  return (
    <aside class="why" aria-label={`${why.name} 为什么得这些分`}>
      <button type="button" class="close" onClick={() => void steps.why(null)}>收起</button>
      <h2 tabIndex={-1}>{why.name || `第 ${row + 1} 行`}</h2>
      <p>{isUnfilled(line) ? '未填' : line.status}，得 {scoreWords(line, line.score) || '—'}{line.full_marks && `（满分 ${line.full_marks}）`}</p>
      {line.claimed && <p>自报 {line.claimed}{line.over && <strong>，{line.over}</strong>}</p>}
      {name && <p>规则：{name}（方案里编号 {number}）</p>}
      <ul>{why.sentences.map((sentence, i) => <li key={i}>{withoutNumbers(steps.named(sentence), why.rules)}</li>)}</ul>
      <ReadingOf name="目标" reading={why.target} />
      <ReadingOf name="完成" reading={why.actual} />
      {why.findings.length > 0 && <Messages list={why.findings} steps={steps} here />}
      <h3>由人来定</h3>
      <label>评定（满分的百分之几，如 85%；或写“不适用”）
        <input key={`${key}j${line.judgement}`} defaultValue={line.judgement} list="judgements" onBlur={edit('评定', line.judgement)} />
      </label>
      <datalist id="judgements"><option value="不适用" /><option value="100%" /><option value="80%" /><option value="60%" /></datalist>
      <label>偏差原因
        <textarea key={`${key}r${line.reason}`} rows={3} defaultValue={line.reason} placeholder={line.short ? '为什么没有完成，由人来写' : ''} onBlur={edit('偏差原因', line.reason)} />
      </label>
      {line.place && <p class="muted">出处：{line.place}</p>}
    </aside>
  );
}
