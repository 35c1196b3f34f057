// How far long work is, and the button that stops it. What was read until then stays.
import type { State, Steps } from './state';

export function Progress({ state, steps }: { state: State; steps: Steps }) {
  const { progress } = state;
  if (!progress) return null;
  const reading = progress.done < progress.files && !progress.stopping;
  return (
    <section class="progress" aria-label="进度">
      <p>
        {reading ? '正在读文件' : progress.stopping ? '正在停下' : '文件读完了，正在计分'}：{progress.done} / {progress.files} 个文件，已有 {progress.tables} 张表
      </p>
      <progress max={progress.files} value={progress.done} aria-label={`已读 ${progress.done} 个文件，共 ${progress.files} 个`} />
      {reading && <button type="button" onClick={() => steps.stop()}>停下，用已经读到的</button>}
    </section>
  );
}
