// The curve of one figure: total points over its values, where and why it changes, and the same as a picture to keep.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Kink, Planned, Sweep } from './contract';
import { handOut } from './files';
import { figuresOf, numberOf, turnable, type Range } from './plan_state';
import type { PlanSteps } from './plan_steps';

const kMostWide = 640;
const kHeight = 320;
const kLeft = 56;
const kRight = 28;
const kTop = 34;
const kBottom = 46;
const kInk = '#1c1c1e';
const kSoft = '#c9ced6';
const kBlue = '#0b5cad';
const kMark = '#a3121a';

interface At {
  x: number;
  low: number;
  high: number;
}

/** Round steps between the ends, at most `most`. */
function ticks(low: number, high: number, most: number): number[] {
  const raw = (high - low) / most || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((n) => n * power >= raw) ?? 10) * power;
  const out: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i) out.push(Number((i * step).toPrecision(12)));
  return out;
}

function dayTicks(low: number, high: number): number[] {
  const out: number[] = [];
  const first = new Date(low * 86400000);
  for (let month = 0; month < 40; month += 2) {
    const at = Date.UTC(first.getUTCFullYear(), month, 1) / 86400000;
    if (at >= low && at <= high) out.push(at);
  }
  return out;
}

/** The points of the curve, on both sides of each place where it jumps. */
function pointsOf(sweep: Sweep, day: boolean): At[] {
  const points = sweep.points.flatMap((p): At[] => (p.total_low === null || p.total_high === null ? [] : [{ x: numberOf(p.value ?? '', day), low: Number(p.total_low), high: Number(p.total_high) }]));
  const jumps = (sweep.kinks ?? []).flatMap((kink): At[] => {
    const both = (text: string): [number, number] => {
      const ends = text.split('-').map(Number);
      return [ends[0] ?? 0, ends[ends.length - 1] ?? 0];
    };
    const x = numberOf(kink.at, day);
    const [low, high] = both(kink.total_before);
    const [lowAfter, highAfter] = both(kink.total_after);
    return [{ x, low, high }, { x, low: lowAfter, high: highAfter }];
  });
  return [...points.filter((p) => !jumps.some((jump) => jump.x === p.x)), ...jumps].map((p, i) => ({ p, i })).sort((a, b) => a.p.x - b.p.x || a.i - b.i).map(({ p }) => p);
}

/** Places at which the curve turns; turns at one place share a number. */
function placesOf(sweep: Sweep): Kink[][] {
  const places: Kink[][] = [];
  for (const kink of sweep.kinks ?? []) {
    const last = places[places.length - 1];
    if (last && last[0]?.at === kink.at) last.push(kink);
    else places.push([kink]);
  }
  return places;
}

const placeWords = (kink: Kink, unit: string): string => (!kink.exact ? `约在 ${kink.at}${unit}` : kink.closed ? `从 ${kink.at}${unit} 起` : `过了 ${kink.at}${unit}`);
const changeWords = (kink: Kink): string => {
  const what = kink.what === '换条款' ? '换用另一条规则' : kink.what;
  const how = kink.before === kink.after || kink.after === '' ? '' : `（原来：${kink.before}；以后：${kink.after}）`;
  const points = kink.total_before === kink.total_after ? `总分 ${kink.total_after}` : `总分 ${kink.total_before} → ${kink.total_after}`;
  return `“${kink.indicator}”${what}${how}，${points}`;
};

/** As wide as there is room for: letters stay as large as they are. */
function useWidth(picture: { current: SVGSVGElement | null }): number {
  const [width, setWidth] = useState(kMostWide);
  const look = () => {
    const room = picture.current?.parentElement?.clientWidth ?? 0;
    if (room > 0) setWidth(Math.max(340, Math.min(kMostWide, room - 2)));
  };
  useLayoutEffect(look);
  useEffect(() => {
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  return width;
}

function Picture({ sweep, planned, range, title, picture }: { sweep: Sweep; planned: Planned; range: Range; title: string; picture: { current: SVGSVGElement | null } }) {
  const width = useWidth(picture);
  const figure = figuresOf(planned).find(({ words }) => words === title)?.figure;
  const day = figure?.day ?? false;
  const unit = sweep.unit ?? '';
  const points = pointsOf(sweep, day);
  if (points.length === 0) return <p>这个数写不成曲线。</p>;
  const least = Math.min(...points.map((p) => p.low));
  const most = Math.max(...points.map((p) => p.high));
  const pad = Math.max((most - least) * 0.1, 0.05);
  const [bottom, top] = [least - pad, most + pad];
  const x = (value: number): number => kLeft + ((value - range.low) / (range.high - range.low || 1)) * (width - kLeft - kRight);
  const y = (value: number): number => kHeight - kBottom - ((value - bottom) / (top - bottom)) * (kHeight - kTop - kBottom);
  const line = (end: 'low' | 'high'): string => points.map((p) => `${x(p.x).toFixed(1)},${y(p[end]).toFixed(1)}`).join(' ');
  const open = points.some((p) => p.low !== p.high);
  const xs = day ? dayTicks(range.low, range.high) : ticks(range.low, range.high, width < 480 ? 4 : 6);
  const shownX = (n: number): string => (day ? `${new Date(n * 86400000).getUTCMonth() + 1}月` : String(n));
  const present = figure?.present ?? null;
  const at = present === null ? null : numberOf(present, day);
  const total = Number((planned.after.total.split('-')[0] ?? '') || NaN);
  // Beside the point, on the side the curve leaves free; below it where the numbers of the turns stand.
  const falls = (points[points.length - 1]?.low ?? 0) < (points[0]?.low ?? 0);
  const label = `现在 ${present}${unit}：${planned.after.total} 分`;
  const words = [...label].reduce((sum, letter) => sum + (letter > '\u00ff' ? 13.5 : 7.5), 10);
  const [px, py] = [x(at ?? 0), y(total)];
  const below = py < kTop + 50;
  const right = ((falls || below) && px + words < width - kRight) || px - words < kLeft;
  const beside = { x: right ? Math.min(px + 10, width - words) : px - 10, y: below ? py + 24 : py - 12, 'text-anchor': right ? ('start' as const) : ('end' as const) };
  const heading = `${title}与总分`;
  const letters = Math.floor((width - kLeft - kRight) / 14);
  const grades = planned.grades.filter((g) => Number(g.least) > bottom && Number(g.least) < top);
  return (
    <svg ref={picture} xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${kHeight}`} width={width} height={kHeight} class="curve" role="img" aria-label={`${title}从 ${sweep.points[0]?.value ?? ''}${unit} 到 ${sweep.points[sweep.points.length - 1]?.value ?? ''}${unit} 时总分怎样变；下面有文字和表。`} font-family="Microsoft YaHei, Noto Sans CJK SC, WenQuanYi Zen Hei, sans-serif" font-size="13" fill={kInk}>
      <rect width={width} height={kHeight} fill="#fff" />
      <text x={kLeft} y={18} font-size="14" font-weight="bold">{heading.length > letters ? `${heading.slice(0, letters - 1)}…` : heading}</text>
      {ticks(bottom, top, 5).map((n) => (
        <g key={`y${n}`}>
          <line x1={kLeft} x2={width - kRight} y1={y(n)} y2={y(n)} stroke={kSoft} />
          <text x={kLeft - 6} y={y(n) + 4} text-anchor="end">{n}</text>
        </g>
      ))}
      {xs.map((n) => (
        <g key={`x${n}`}>
          <line x1={x(n)} x2={x(n)} y1={kHeight - kBottom} y2={kHeight - kBottom + 5} stroke={kInk} />
          <text x={x(n)} y={kHeight - kBottom + 19} text-anchor="middle">{shownX(n)}</text>
        </g>
      ))}
      <text x={width - kRight} y={kHeight - 8} text-anchor="end">{unit ? `单位：${unit}` : day ? '日期' : ''}</text>
      <text x={kLeft} y={kHeight - 8}>竖着是总分（分）</text>
      <line x1={kLeft} x2={width - kRight} y1={kHeight - kBottom} y2={kHeight - kBottom} stroke={kInk} />
      {grades.map((g) => (
        <g key={g.name}>
          <line x1={kLeft} x2={width - kRight} y1={y(Number(g.least))} y2={y(Number(g.least))} stroke="#0f6a34" stroke-dasharray="6 4" />
          <text x={width - kRight - 4} y={y(Number(g.least)) - 4} text-anchor="end" fill="#0f6a34">{`${g.name}（${g.least} 分起）`}</text>
        </g>
      ))}
      <polyline points={line('low')} fill="none" stroke={kBlue} stroke-width="2.5" />
      {open && <polyline points={line('high')} fill="none" stroke={kBlue} stroke-width="2.5" stroke-dasharray="3 4" />}
      {placesOf(sweep).map((kinks, i) => {
        const kx = x(numberOf(kinks[0]?.at ?? '', day));
        return (
          <g key={`k${i}`}>
            <line x1={kx} x2={kx} y1={kTop} y2={kHeight - kBottom} stroke={kMark} stroke-dasharray="2 4" />
            <circle cx={kx} cy={kTop + (i % 2) * 16} r="8.5" fill="#fff" stroke={kMark} />
            <text x={kx} y={kTop + (i % 2) * 16 + 4} text-anchor="middle" font-size="11" fill={kMark}>{i + 1}</text>
          </g>
        );
      })}
      {at !== null && !Number.isNaN(total) && at >= range.low && at <= range.high && (
        <g>
          <line x1={x(at)} x2={x(at)} y1={y(total)} y2={kHeight - kBottom} stroke={kInk} />
          <circle cx={x(at)} cy={y(total)} r="6" fill={kInk} />
          <text {...beside} font-weight="bold" stroke="#fff" stroke-width="3" paint-order="stroke">{label}</text>
        </g>
      )}
    </svg>
  );
}

/** The picture as a file: its own svg, or drawn at twice its size as png. */
export async function keepPicture(svg: SVGSVGElement, name: string, kind: 'svg' | 'png'): Promise<void> {
  const text = new XMLSerializer().serializeToString(svg);
  if (kind === 'svg') return handOut(`${name}.svg`, new TextEncoder().encode(text).buffer as ArrayBuffer);
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    await new Promise((done, failed) => {
      image.onload = done;
      image.onerror = failed;
      image.src = url;
    });
    const canvas = document.createElement('canvas');
    canvas.width = svg.viewBox.baseVal.width * 2;
    canvas.height = svg.viewBox.baseVal.height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob) handOut(`${name}.png`, await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function Curve({ planned, sweep, chosen, ranges, plan }: { planned: Planned; sweep: Sweep | null; chosen: string; ranges: Record<string, Range>; plan: PlanSteps }) {
  const picture = useRef<SVGSVGElement>(null);
  const named = turnable(planned);
  const now = named.find(({ figure }) => figure.address === chosen);
  const range = ranges[chosen];
  if (named.length === 0 || planned.after.total === '') return <p>这张表还没有完成值：先填上，就有曲线。</p>;
  const places = sweep ? placesOf(sweep) : [];
  const unit = sweep?.unit ?? '';
  const name = now ? `${now.words}与总分`.replace(/[“”]/g, '') : '曲线';
  return (
    <>
      <label>看哪个数 <select value={chosen} onChange={(event) => void plan.choose((event.currentTarget as HTMLSelectElement).value)}>
        {named.map(({ figure, words }) => <option key={figure.address} value={figure.address}>{words}</option>)}
      </select></label>
      {sweep && now && range && (
        <>
          <div class="scroll"><Picture sweep={sweep} planned={planned} range={range} title={now.words} picture={picture} /></div>
          <p class="buttons">
            <button type="button" onClick={() => picture.current && void keepPicture(picture.current, name, 'png')}>存成图片（png）</button>
            <button type="button" onClick={() => picture.current && void keepPicture(picture.current, name, 'svg')}>存成矢量图（svg）</button>
          </p>
          <h3>得分在哪里会变</h3>
          {places.length === 0 && <p>在这一段里一直按同一条规则算，没有转折。</p>}
          <ol class="places">
            {places.map((kinks, i) => (
              <li key={i}>
                <strong>{kinks[0] ? placeWords(kinks[0], unit) : ''}</strong>：{kinks.map(changeWords).join('；')}
              </li>
            ))}
          </ol>
          {sweep.complete === false && <p class="unsure">转折太多，没有全部找到。</p>}
          <details>
            <summary>各个值得几分</summary>
            <table class="list">
              <thead><tr><th scope="col">{now.words}{unit && `（${unit}）`}</th><th scope="col">这一项得分</th><th scope="col">总分</th></tr></thead>
              <tbody>
                {sweep.points.map((p) => (
                  <tr key={p.value}>
                    <th scope="row">{p.value}{p.present && '（现在）'}</th>
                    <td>{p.score ?? (p.score_low === null ? '—' : `${p.score_low}-${p.score_high}`)}</td>
                    <td>{p.total ?? (p.total_low === null ? '—' : `${p.total_low}-${p.total_high}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </>
  );
}
