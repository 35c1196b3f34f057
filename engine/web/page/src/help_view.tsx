// 帮助: what to do first, what the program does not do, and the page of a finding.
import type { ComponentChildren } from 'preact';
import type { State, Steps } from './state';

/** The little Markdown the pages are written in: headings, paragraphs, lists, blocks of code. */
function Page({ text }: { text: string }) {
  const out: ComponentChildren[] = [];
  let lines: string[] = [];
  let code = false;
  const flush = () => {
    if (lines.length === 0) return;
    if (code) out.push(<pre key={out.length}>{lines.join('\n')}</pre>);
    else if (lines.every((line) => /^\s*[-*] |^ {2}/.test(line))) out.push(<ul key={out.length}>{lines.map((line, i) => <li key={i}>{line.replace(/^\s*[-*] /, '')}</li>)}</ul>);
    else out.push(<p key={out.length}>{lines.join('').replace(/`/g, '')}</p>);
    lines = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      flush();
      code = !code;
    } else if (!code && line.startsWith('#')) {
      flush();
      out.push(<h3 key={out.length}>{line.replace(/^#+ /, '')}</h3>);
    } else if (!code && line.trim() === '') flush();
    else lines.push(line);
  }
  flush();
  return <article>{out}</article>;
}

export function HelpView({ state, steps }: { state: State; steps: Steps }) {
  if (state.help) {
    return (
      <>
        <p class="buttons">
          <button type="button" class="main" onClick={() => history.back()}>看完了，回去</button>
          <button type="button" onClick={() => steps.set({ help: '', page: '' })}>别的帮助</button>
        </p>
        <h2>{state.help}</h2>
        <Page text={state.page.replace(/^#[^\n]*\n/, '')} />
      </>
    );
  }
  return (
    <article>
      <h2>三步做完</h2>
      <ol>
        <li>打开：把表或整个文件夹拖进来。没写方案的表，看建议的依据，点一下认可。</li>
        <li>填表：在表上填“实际完成值”，得分、总分、等级马上变。点得分，看用了哪条规则、怎么算的、出处在哪。</li>
        <li>输出：要 Excel、Word、自评报告，或整套。交之前先点“检查”。</li>
      </ol>
      <h2>在表上走动和改表</h2>
      <ul>
        <li>方向键走格子，回车到下一行；F2 把光标放到字的末尾；Esc 退回进这一格时的字。</li>
        <li>从 Excel、WPS 复制一块，点左上角那一格粘贴，一次放好；放不进的会说出来。</li>
        <li>点“改表”改名称、分值、年度，加行、删行、移行；快捷键是 Alt+Insert、Alt+Delete、Alt+↑、Alt+↓。</li>
        <li>Ctrl+Z 撤销，Ctrl+Y 重做，多少步都行；Ctrl+S 存盘。</li>
      </ul>
      <h2>看到“待核”</h2>
      <p>格子里的字读不出数，或两边不能比，程序不猜，总分就是一个范围。格子下面写着缺什么；补上，或在右边写“评定”。</p>
      <h2>程序不做的</h2>
      <ul>
        <li>不编原因：偏差原因要由人写，程序只写数字。</li>
        <li>不联网：文件只在这台电脑上读，什么也不发出去。</li>
        <li>不替人定方案：只说依据，要由人认可。</li>
        <li>旧格式（.doc、.xls、.et、.wps、.rtf）读不了：先用办公软件另存为 .docx、.xlsx。</li>
      </ul>
      <h2>存在哪里</h2>
      <p>改过的表记在这个浏览器里，关掉再开可以接着做；“打开”里能全部清除。要换电脑，用“输出”里的“存盘”。</p>
      <p class="buttons"><button type="button" onClick={() => steps.set({ view: 'open' })}>去打开文件</button><button type="button" onClick={() => steps.set({ tour: 0 })}>用样例走一遍</button></p>
    </article>
  );
}
