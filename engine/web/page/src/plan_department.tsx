// All tables of a unit and year with what was changed on any of them: which total moves, and the average of the projects.
import type { PlannedCard, PlannedDepartment } from './contract';
import { saidShort } from './plan_state';
import type { PlanSteps } from './plan_steps';

const moved = (before: string, after: string) => (before === after ? before : <><del>{before}</del> <strong>{after}</strong></>);

export function DepartmentPart({ department, written, table, plan }: { department: PlannedDepartment | null; written: string; table: number | null; plan: PlanSteps }) {
  if (!department) return <p>正在算……</p>;
  const changes = (card: PlannedCard) => department.settings.filter((s) => s.table === card.table);
  const moving = department.cards.filter((card) => changes(card).length > 0 || card.changed);
  const still = department.cards.length - moving.length;
  return (
    <>
      <p>一张一张表地改：改过的都记着，在这里合起来看。换一张表在最上面选。</p>
      {written && (
        <div class="note">
          <p>{written}</p>
          <p class="buttons"><button type="button" class="main" onClick={() => void plan.handOutSet()}>输出改好的整套文件（一个压缩包）</button></p>
        </div>
      )}
      {moving.length === 0 && !written && <p class="lead">{department.cards.length} 张表都还没有改。</p>}
      <div class="scroll">
        <table class="list">
          <thead><tr><th scope="col">表</th><th scope="col">改了什么</th><th scope="col">总分</th><th scope="col">等级</th></tr></thead>
          <tbody>
            {moving.map((card) => (
              <tr key={card.table}>
                <th scope="row">
                  {card.table === null || card.table === table ? card.title : <button type="button" class="link" onClick={() => card.table !== null && void plan.begin(card.table)}>{card.title}</button>}
                </th>
                <td>{changes(card).map((s) => <div key={s.address}>{saidShort(s.address.slice(s.address.indexOf(':') + 1))}：{s.from || '空'} → {s.to || '空'}</div>)}</td>
                <td class="number">{moved(card.before.total, card.after.total)}</td>
                <td>{moved(card.before.grade, card.after.grade)}</td>
              </tr>
            ))}
            {department.departments.map((d) => (
              <tr key={d.name}>
                <th scope="row">{d.name ? `${d.name}：` : ''}项目按资金加权平均</th>
                <td class="muted">{still > 0 && moving.length > 0 ? `另外 ${still} 张表没有变` : ''}</td>
                <td class="number">{d.average_before ? moved(d.average_before, d.average_after) : '—'}</td>
                <td>{moved(d.grades_before, d.grades_after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {moving.length > 0 && (
        <p class="buttons">
          <button type="button" class="main" onClick={() => void plan.applyAll()}>把 {moving.filter((card) => changes(card).length > 0).length} 张表的改动都写进表</button>
          <button type="button" onClick={() => void plan.handOutDepartment('csv')}>存成表格文字（csv）</button>
          <button type="button" onClick={() => void plan.handOutDepartment('html')}>存成网页</button>
        </p>
      )}
    </>
  );
}
