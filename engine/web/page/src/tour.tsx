// A first tour over the sample: six stops, each at the view it speaks of. Left at any time; who has seen it is not asked again.
import { useEffect, useRef, useState } from 'preact/hooks';
import { openSample } from './sample';
import type { State, Steps } from './state';

interface Stop {
  name: string;
  text: string;
  go: (steps: Steps) => Promise<void> | void;
}

/** The row to look at: one that is short of its points, else the first. */
async function lookAt(steps: Steps, why: boolean): Promise<void> {
  const tables = (steps.now().desk?.tables ?? []).filter((line) => line.scheme_name !== '');
  const short = tables.find((line) => line.scored && line.kind === 'project' && line.claimed !== '' && Number(line.claimed) !== Number(line.total)) ?? tables[0];
  if (!short) return;
  if (steps.now().table?.number !== short.number || steps.now().view !== 'fill') await steps.fill(short.number);
  const row = steps.now().table?.rows.findIndex((one) => one.short) ?? -1;
  await steps.why(why ? Math.max(row, 0) : null);
  const cell = document.querySelector(`textarea.cell[data-row="${Math.max(row, 0)}"]`);
  cell?.scrollIntoView({ block: 'center' });
}

const kStops: Stop[] = [
  { name: '打开', text: '表拖进来就读。这里是一个县级局 2023 年的 27 张表：每张多少分、什么等级、自报多少，一眼看完。点表名就进去填。', go: (steps) => steps.set({ view: 'open' }) },
  { name: '填表', text: '表和印出来的一样，蓝框里可以填。改“实际完成值”，上面的总分马上变。方向键走格子，从 Excel、WPS 复制一块可以直接贴。', go: (steps) => lookAt(steps, false) },
  { name: '为什么', text: '点一个得分，旁边写出用了哪条规则、算式、出处，目标和完成值是怎么读的。没完成的原因由人写在这里。', go: (steps) => lookAt(steps, true) },
  { name: '改错了', text: 'Ctrl+Z 一步一步撤销，Ctrl+Y 再做一遍，多少步都行。加行、删行、移行，点上面的“改表”。', go: (steps) => lookAt(steps, false) },
  { name: '检查', text: '交表前查一遍：分数对不对、理由够不够、几张表合不合。点“去看”到那一格。', go: (steps) => steps.check() },
  { name: '输出', text: '要 Excel、Word、自评报告，或整套一个压缩包。做到一半点“存盘”，存成一个文件，换台电脑接着填。', go: (steps) => steps.set({ view: 'output' }) },
];

const kSeen = 'jiheng-tour';
export function wasSeen(): boolean {
  try {
    return localStorage.getItem(kSeen) !== null;
  } catch {
    return true; // nothing can be remembered here: it is not offered each time
  }
}
function remember(): void {
  try {
    localStorage.setItem(kSeen, '1');
  } catch {
    // then not
  }
}

/** Offered once, where nothing is open yet. */
export function TourOffer({ state, steps }: { state: State; steps: Steps }) {
  const [seen, setSeen] = useState(wasSeen);
  if (seen || state.desk || state.busy !== '' || state.tour !== null) return null;
  return (
    <p class="note buttons">
      第一次用？用样例走一遍，两分钟。
      <button type="button" disabled={!state.ready} onClick={() => steps.set({ tour: 0 })}>走一遍</button>
      <button type="button" onClick={() => { remember(); setSeen(true); }}>不用了</button>
    </p>
  );
}

export function Tour({ state, steps }: { state: State; steps: Steps }) {
  const box = useRef<HTMLElement>(null);
  const at = state.tour;
  const stop = at === null ? undefined : kStops[at];
  useEffect(() => {
    if (!stop) return;
    void (async () => {
      if (!steps.now().desk) await openSample(steps);
      await stop.go(steps);
      box.current?.focus();
    })();
  }, [at]);
  if (at === null || !stop) return null;
  const end = () => {
    remember();
    steps.set({ tour: null });
  };
  return (
    <section class="tour screen" ref={box} tabIndex={-1} role="dialog" aria-label={`走一遍：${stop.name}`} onKeyDown={(event) => event.key === 'Escape' && end()}>
      <p><strong>{at + 1} / {kStops.length} {stop.name}</strong></p>
      <p>{stop.text}</p>
      <p class="buttons">
        <button type="button" disabled={at === 0} onClick={() => steps.set({ tour: at - 1 })}>上一步</button>
        {at + 1 < kStops.length
          ? <button type="button" class="main" onClick={() => steps.set({ tour: at + 1 })}>下一步</button>
          : <button type="button" class="main" onClick={end}>看完了</button>}
        {at + 1 < kStops.length && <button type="button" onClick={end}>不看了</button>}
      </p>
    </section>
  );
}
