// 输出: every file the program writes, for one table or all.
import { useState } from 'preact/hooks';
import { setsOf, tableName } from './names';
import { NothingYet } from './nothing_yet';
import { PictureOutput } from './picture_output';
import type { State, Steps } from './state';

const kFiles: [string, string, object][] = [
  ['Excel 自评表（带公式）', '交电子表：每张表一页，照表式排好，改数会自动重算', { job: 'score', face: 'xlsx' }],
  ['Word 自评表', '打印、盖章：每张表照表式排好', { job: 'score', face: 'docx' }],
  ['自评报告（Word）', '随表一起交的文字：照表写出事实，没写原因的地方空着等人写', { job: 'report', face: 'docx' }],
  ['决算摘要（Word）', '公开决算时，写绩效自评结果的那一段', { job: 'summary', face: 'docx' }],
  ['网页', '给人看：总览、各表、每个得分怎么来的，用浏览器打开', { job: 'score', face: 'html' }],
  ['表格文字（csv）', '导进别的系统，或自己做统计：一行一个指标', { job: 'score', face: 'csv' }],
];

export function OutputView({ state, steps }: { state: State; steps: Steps }) {
  const [table, setTable] = useState('');
  const tables = (state.desk?.tables ?? []).filter((line) => line.scheme_name !== '');
  if (tables.length === 0) return <NothingYet words="还没有可以输出的表：先打开文件，给表选好方案。" steps={steps} />;
  const sets = setsOf(tables);
  const set = table.startsWith('s') ? sets[Number(table.slice(1))] : undefined;
  const which = set ? { tables: set.tables } : table === '' ? {} : { table: Number(table) };
  const whole = set ? { tables: set.tables } : {}; // never one table alone
  return (
    <>
      <form class="fields" onSubmit={(event) => event.preventDefault()}>
        <label>输出哪些 <select value={table} onChange={(event) => setTable((event.currentTarget as HTMLSelectElement).value)}>
          <option value="">全部 {tables.length} 张表</option>
          {sets.map(({ words }, i) => <option key={words} value={`s${i}`}>{words}</option>)}
          {tables.map((line) => <option key={line.number} value={line.number}>{tableName(line, tables)}</option>)}
        </select></label>
      </form>
      <ul class="outputs">
        {kFiles.map(([name, what, wanted]) => (
          <li key={name}><button type="button" onClick={() => void steps.handOut({ ...wanted, ...which })}>{name}</button> <span>{what}</span></li>
        ))}
        <li><button type="button" class="main" onClick={() => void steps.handOut({ job: 'set', ...whole })}>整套文件（一个压缩包）</button> <span>报送和存档：总览、每张表的 Excel 和 Word、自评报告、决算摘要，{set ? set.words : `全部 ${tables.length} 张表`}</span></li>
        <li><button type="button" onClick={() => void steps.handOut({ job: 'check', face: 'xlsx' })}>审核表（Excel）</button> <span>退给填表单位改：查到的每条一行，写处理意见；填好了，在“检查”里读回来。总是全部的表</span></li>
        <li><button type="button" onClick={() => void steps.handOut({ job: 'work' })}>存盘</button> <span>做到一半：全部的表存成一个文件，换台电脑拖进来接着填</span></li>
      </ul>
      <PictureOutput state={state} steps={steps} table={set ? (set.tables[0] ?? null) : table === '' ? (tables[0]?.number ?? null) : Number(table)} />
      <p>打印：到“填表”里点“打印”，一次一张表，A4 纸。</p>
    </>
  );
}
