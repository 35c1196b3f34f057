// 输出: every file the program writes, for one table or all.
import { useState } from 'preact/hooks';
import { PictureOutput } from './picture_output';
import type { State, Steps } from './state';

const kFiles: [string, string, object][] = [
  ['Excel 自评表（带公式）', '每张表一页，改数会自动重算', { job: 'score', face: 'xlsx' }],
  ['Word 自评表', '按表式排好，可以打印盖章', { job: 'score', face: 'docx' }],
  ['自评报告（Word）', '照表写出事实，缺的原因留着空', { job: 'report', face: 'docx' }],
  ['决算摘要（Word）', '公开决算时用的段落', { job: 'summary', face: 'docx' }],
  ['网页', '总览、各表、得分的来历', { job: 'score', face: 'html' }],
  ['表格文字（csv）', '一行一个指标', { job: 'score', face: 'csv' }],
];

export function OutputView({ state, steps }: { state: State; steps: Steps }) {
  const [table, setTable] = useState('');
  const tables = (state.desk?.tables ?? []).filter((line) => line.scheme_name !== '');
  if (tables.length === 0) return <p class="lead">还没有可以输出的表：先打开文件，给表选好方案。</p>;
  const which = table === '' ? {} : { table: Number(table) };
  return (
    <>
      <form class="fields" onSubmit={(event) => event.preventDefault()}>
        <label>输出哪些 <select value={table} onChange={(event) => setTable((event.currentTarget as HTMLSelectElement).value)}>
          <option value="">全部 {tables.length} 张表</option>
          {tables.map((line) => <option key={line.number} value={line.number}>{`${line.id} ${line.title}`}</option>)}
        </select></label>
      </form>
      <ul class="outputs">
        {kFiles.map(([name, what, wanted]) => (
          <li key={name}><button type="button" onClick={() => void steps.handOut({ ...wanted, ...which })}>{name}</button> <span>{what}</span></li>
        ))}
        <li><button type="button" class="main" onClick={() => void steps.handOut({ job: 'set' })}>整套文件（一个压缩包）</button> <span>总是全部 {tables.length} 张表：总览、每张表的 Excel 和 Word、自评报告、摘要</span></li>
        <li><button type="button" onClick={() => void steps.handOut({ job: 'check', face: 'xlsx' })}>检查结果（Excel）</button> <span>给填表单位逐条改</span></li>
        <li><button type="button" onClick={() => void steps.handOut({ job: 'work' })}>存盘</button> <span>把现在的表存成一个文件，换台电脑拖进来接着填</span></li>
      </ul>
      <PictureOutput state={state} steps={steps} table={table === '' ? (tables[0]?.number ?? null) : Number(table)} />
      <p>打印：到“填表”里点“打印”，一次一张表，A4 纸。</p>
    </>
  );
}
