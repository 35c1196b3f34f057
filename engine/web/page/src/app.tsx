// The page as a whole: its six views, the keys that work everywhere, files dropped anywhere.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FillView } from './fill_view';
import { dropped, type Chosen } from './files';
import { HelpView } from './help_view';
import { BroughtAsked, OpenView, TwinsAsked } from './open_view';
import { OutputView } from './output_view';
import { PlanView } from './plan_view';
import { ReviewView } from './review_view';
import { Progress } from './progress';
import { begun, Steps, type View } from './state';
import { Tour } from './tour';

const kViews: [View, string][] = [
  ['open', '打开'],
  ['fill', '填表'],
  ['check', '检查'],
  ['plan', '调目标'],
  ['output', '输出'],
  ['help', '帮助'],
];

export function App() {
  const [state, show] = useState(begun);
  const steps = useMemo(() => new Steps(show), []);
  const [over, setOver] = useState(false);
  const main = useRef<HTMLElement>(null);

  useEffect(() => {
    (window as unknown as { jiheng: Steps }).jiheng = steps; // for the test of the page
    void steps.begin();
    history.scrollRestoration = 'manual';
    const went = (event: PopStateEvent) => {
      const view = (event.state as { view?: View } | null)?.view ?? 'open';
      if (view === 'check') void steps.check();
      else steps.set({ view });
    };
    addEventListener('popstate', went);
    const keys = (event: KeyboardEvent) => {
      const cell = (event.target as Element | null)?.classList.contains('cell'); // there Escape takes back what was typed
      if (event.key === 'Escape' && !cell && steps.now().why) return void steps.why(null);
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 's') void steps.handOut({ job: 'work' });
      else if (key === 'z' && !event.shiftKey) void steps.back();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) void steps.forth();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', keys);
    return () => {
      removeEventListener('keydown', keys);
      removeEventListener('popstate', went);
    };
  }, [steps]);

  // What sticks below the header stands where it ends, however high it is.
  useEffect(() => {
    const header = document.querySelector('header');
    if (!header) return;
    const sizes = new ResizeObserver(() => document.documentElement.style.setProperty('--head', `${header.offsetHeight}px`));
    sizes.observe(header);
    return () => sizes.disconnect();
  }, []);

  // The browser's own way back (Alt+Left) leads through the views.
  useEffect(() => {
    const { view } = state;
    if (history.state !== null && document.activeElement === document.body) main.current?.focus({ preventScroll: true }); // the keyboard goes on in the view
    if ((history.state as { view?: View } | null)?.view === view) return;
    if (history.state === null) history.replaceState({ view }, '');
    else history.pushState({ view }, '');
  }, [state.view]);

  const open = async (chosen: Promise<{ files: Chosen[]; paths: string[] }>) => {
    try {
      const { files, paths } = await chosen;
      if (paths.length > 0) await steps.open(files, paths);
    } catch {
      const fix = '点“选文件”或“选文件夹”，在弹出的窗口里选同样的文件。';
      steps.set({ view: 'open', fault: { message: '拖进来的打不开', fix } });
    }
  };

  return (
    <div
      class={over ? 'page over' : 'page'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer && state.busy === '') void open(dropped(event.dataTransfer));
      }}
    >
      <header>
        <h1>绩衡</h1>
        <nav aria-label="做什么">
          {kViews.map(([view, name]) => (
            <button type="button" key={view} aria-current={state.view === view ? 'page' : undefined} disabled={!state.ready} onClick={() => void steps.go(view)}>
              {name}
            </button>
          ))}
        </nav>
        {state.back && state.view !== 'check' && <button type="button" class="back" onClick={() => void steps.check()}>← 回到检查</button>}
        <p class="state" aria-hidden="true">{state.ready ? state.busy || state.said : state.fault ? '' : '正在准备计分程序……'}</p>
      </header>
      <p class="live" role="status" aria-live="polite">{state.said}</p>
      {state.fault && (
        <div class="fault" role="alert">
          <p><strong>{state.fault.message}</strong></p>
          {state.fault.fix && <p>怎么办：{state.fault.fix}</p>}
          <button type="button" onClick={() => steps.set({ fault: null })}>知道了</button>
        </div>
      )}
      <Progress state={state} steps={steps} />
      <TwinsAsked state={state} steps={steps} />
      <BroughtAsked state={state} steps={steps} />
      <main ref={main} tabIndex={-1} class={`view-${state.view}`} aria-label={kViews.find(([view]) => view === state.view)?.[1]} aria-busy={state.busy !== ''}>
        {state.view === 'open' && <OpenView state={state} steps={steps} />}
        {state.view === 'fill' && <FillView state={state} steps={steps} />}
        {state.view === 'check' && <ReviewView state={state} steps={steps} />}
        {state.view === 'plan' && <PlanView state={state} steps={steps} />}
        {state.view === 'output' && <OutputView state={state} steps={steps} />}
        {state.view === 'help' && <HelpView state={state} steps={steps} />}
      </main>
      <Tour state={state} steps={steps} />
    </div>
  );
}
