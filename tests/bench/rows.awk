# A table of rows as a nation hands them in, for `jiheng bulk`: cards of some ten rows, one line of the execution each.
#   mawk -v rows=1000000 -v new=30 -v seed=1 -f tests/bench/rows.awk > rows.csv
# `new` per cent of the rows hold cells that never stood before; the others are of a `stock` of 20,000 (fewer for few rows: a
# short run under callgrind with stock=400 meets new ones as often as a long one). The same seed gives the
# same bytes: the numbers are drawn here, not by the awk.
function draw(below) {
  state = (state * 16807) % 2147483647
  return int(state / 2147483647 * below)
}
function row(a, kind, level) {
  kind = a % 8
  level = levels[kind % 4]
  if (kind == 0) return level ",受理业务件数" a % 97 ",≥" 100 + a % 901 "件," 90 + a % 1013 "件"
  if (kind == 1) return level ",办结率" a % 89 ",≥" 80 + a % 20 "." a % 10 "%," 70 + a % 31 "." a % 7 "%"
  if (kind == 2) return level ",完成时间" a % 83 ",2023年" 1 + a % 12 "月底前,2023年" 1 + a % 11 "月" 1 + a % 28 "日"
  if (kind == 3) return level ",人均成本" a % 79 ",≤" 1 + a % 97 "." a % 100 "万元," 1 + a % 89 "." a % 90 "万元"
  if (kind == 4) return level ",培训人数" a % 73 "," 200 + a % 8000 "人次," 180 + a % 8100 "人次"
  if (kind == 5) return level ",验收合格率" a % 71 ",100%," 95 + a % 6 "%"
  if (kind == 6) return level ",服务水平" a % 67 ",明显提高," (a % 3 == 0 ? "有所提高" : "明显提高")
  return level ",投诉率" a % 61 ",不高于" 1 + a % 9 "." a % 10 "%," a % 12 "." a % 10 "%"
}
BEGIN {
  state = seed ? seed : 1
  if (new == "") new = 30
  levels[0] = "产出指标,数量指标"; levels[1] = "产出指标,质量指标"; levels[2] = "产出指标,时效指标"; levels[3] = "产出指标,成本指标"
  if (!stock) stock = 20000
  for (i = 0; i < stock; ++i) pool[i] = row(draw(100000000))
  print "编号,名称,年度,方案,行,一级指标,二级指标,三级指标,目标,完成,分值,自报得分"
  for (n = 0; n < rows; ++card) {
    front = "P" (card + 0) ",项目" card ",2023,national-2020,"
    print front "预算执行,,,," 100 + draw(9000) "." draw(100) "," 80 + draw(9000) "." draw(100) ",10,"
    of_card = 6 + draw(8)
    ++n
    for (i = 0; i < of_card && n < rows; ++i) {
      if (draw(100) < new) {
        ++fresh
        cells = row(draw(100000000))
        split(cells, part, ",")
        print front "指标," part[1] "," part[2] "," part[3] "号" fresh "," part[4] "," part[5] ",9,"
      } else print front "指标," pool[draw(stock)] ",9,"
      ++n
    }
  }
}
