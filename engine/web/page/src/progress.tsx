// How far long work is, and the button that stops it.
import type { State, Steps, Work } from './state';

const kStop = { read: '停下，用已经读到的', score: '停下，不算了', check: '停下，不查了', look: '停下，不查了' };

function words(work: Work): string {
  if (work.what === 'read') return `${work.stopping ? '正在停下' : '正在读文件'}：${work.done} / ${work.all} 个文件，已有 ${work.tables} 张表`;
  if (work.what === 'look') return `${work.stopping ? '正在停下' : '正在逐类检查'}：${work.done} / ${work.all} 类`;
  return `${work.stopping ? '正在停下' : work.done < work.all ? '正在计分' : '算完了，正在汇总'}：${work.done} / ${work.all} 张表`;
}

export function Progress({ state, steps }: { state: State; steps: Steps }) {
  const { progress } = state;
  if (!progress) return null;
  const going = progress.done < progress.all && !progress.stopping;
  return (
    <section class="progress" aria-label="进度">
      <p>{words(progress)}</p>
      <progress max={progress.all} value={progress.done} aria-label={`做了 ${progress.done}，共 ${progress.all}`} />
      {going && <button type="button" onClick={() => steps.stop()}>{kStop[progress.what]}</button>}
    </section>
  );
}
