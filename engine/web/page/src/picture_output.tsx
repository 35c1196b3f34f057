// 输出: the curve of a figure as a picture.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Curve } from './plan_curve';
import { PlanSteps } from './plan_steps';
import type { State, Steps } from './state';

export function PictureOutput({ state, steps, table }: { state: State; steps: Steps; table: number | null }) {
  const plan = useMemo(() => new PlanSteps(steps), [steps]);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open && table !== null) void plan.begin(table);
  }, [open, table]);
  const { planned, sweep, chosen, ranges } = state.plan;
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>总分的曲线图（图片）</summary>
      {open && planned && state.plan.table === table && (
        <>
          <p>“{planned.title}”：一个数变动时，总分怎样变。</p>
          <Curve planned={planned} sweep={sweep} chosen={chosen} ranges={ranges} plan={plan} />
        </>
      )}
    </details>
  );
}
