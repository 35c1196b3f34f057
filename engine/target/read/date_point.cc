// Takes a cursor, gives the point of the calendar that is named there: 12月31日, 6月底, 三季度, 2023.12, 春节.
// Leaves 前, 底前, 至 and the judgement of what is sure to date_phrase.cc.
#include "engine/target/read/date_point.h"

#include <array>

#include "engine/target/read/prefix_index.h"

namespace jiheng::target::date {

using namespace std::string_view_literals;

namespace {

int last_day(int year, int month, bool& open) {
  open = year == 0 && month == 2;
  return base::days_in_month(year == 0 ? 2001 : year, month);
}

}  // namespace

bool set_days(Point& p, int from_month, int from_day, int to_month, int to_day) {
  p.first.month = from_month;
  p.first.day = from_day;
  p.last.month = to_month;
  p.last.day = to_day;
  return true;
}

namespace {}  // namespace

int known_year(const Cell& cell, const Point& p) {
  if (p.first.year != 0) return p.first.year;
  return cell.context.year ? *cell.context.year + p.first.year_offset : 0;
}

namespace {

bool set_month(const Cell& cell, Point& p, int from, int to) {
  bool open = false;
  const int day = last_day(known_year(cell, p), to, open);
  p.february = open;
  p.grain = Grain::month;
  return set_days(p, from, 1, to, day);
}

/// 底, 初, 上旬 … behind a month; day behind a month. `cursor` stands behind 月.
void read_in_month(Cursor& cursor, Point& p, int month) {
  if (cursor.eat_any({"底", "末", "月底", "月末"})) {
    p.grain = Grain::end_of_month;
    return;
  }
  const auto third = [&p, month](int from, int to) {
    p.grain = Grain::third;
    p.february = false;
    set_days(p, month, from, month, to);
  };
  if (cursor.eat_any({"上旬", "初"})) return third(1, 10);
  if (cursor.eat("中旬")) return third(11, 20);
  if (cursor.eat("下旬")) {
    const bool february = p.february;
    third(21, p.last.day);
    p.february = february;
    return;
  }
  const Cursor before = cursor;
  int digits = 0;
  const int day = cursor.number(digits);
  if (day >= 0 && digits <= 2 && cursor.eat_any({"日", "号"})) {
    p.grain = Grain::day;
    p.february = false;
    const int year = known_year(cursor.cell(), p);
    const int most = year == 0 && month == 2 ? 29 : base::days_in_month(year == 0 ? 2001 : year, month);
    p.no_such_day = day < 1 || day > most;
    p.february = year == 0 && month == 2 && day == 29;
    set_days(p, month, day, month, day);
    Cursor time = cursor;  // 31日24时, 31日18:00
    const int hour = time.number(digits);
    if (hour >= 0 && hour <= 24 && digits <= 2) {
      const bool told =
          time.eat_any({"时", "点"}) || (time.eat(":") && time.number(digits) >= 0 && digits == 2);
      if (told) cursor = time;
    }
    return;
  }
  cursor = before;
}

/// 季度, 半年, 年底 … with or without a year before.
bool read_part_of_year(Cursor& cursor, Point& p) {
  const Cell& cell = cursor.cell();
  const auto period = [&](int from, int to) {
    set_month(cell, p, from, to);
    p.grain = to - from == 2 ? Grain::quarter : Grain::half;
    if (cursor.eat_any({"末", "底"})) p.grain = Grain::end_of_period;
    return true;
  };
  if (cursor.eat("上半年度") || cursor.eat("上半年")) return period(1, 6);
  if (cursor.eat("下半年度") || cursor.eat("下半年")) return period(7, 12);
  const auto year_end = [&] {
    set_days(p, 12, 31, 12, 31);
    p.grain = Grain::end_of_period;
    return true;
  };
  if (cursor.eat_any({"年底", "年末", "年终", "岁末"})) return year_end();
  if (cursor.eat_any({"全年", "整年", "全年度"})) {
    set_days(p, 1, 1, 12, 31);
    p.grain = Grain::year;
    return true;
  }
  Cursor q = cursor;
  if (q.eat("Q") || q.eat("q")) {
    int digits = 0;
    const int n = q.number(digits);
    if (digits == 1 && n >= 1 && n <= 4) {
      cursor = q;
      return period(n * 3 - 2, n * 3);
    }
    return false;
  }
  const bool leading = q.eat("前");  // 前三季度
  q.eat("第");
  int digits = 0;
  const int n = q.number(digits);
  if (n < 1 || n > 4 || digits > 1) return false;
  if (!leading) {
    Cursor r = q;
    if (r.eat_any({"-", "~", "至", "到", "—"})) {
      r.eat("第");
      const int m = r.number(digits);
      if (m > n && m <= 4 && r.eat_any({"季度"})) {
        cursor = r;
        set_month(cell, p, n * 3 - 2, m * 3);
        p.grain = Grain::half;
        return true;
      }
    }
  }
  if (!q.eat("季度")) return false;
  cursor = q;
  return period(leading ? 1 : n * 3 - 2, n * 3);
}

/// 2023-12-31, 2023.12, 20231231: `cursor` stands at four digits.
bool read_numeric(Cursor& cursor, Point& p) {
  Cursor c = cursor;
  int digits = 0;
  int year = c.number(digits);
  if (digits == 8) {
    const int month = year / 100 % 100;
    const int day = year % 100;
    year /= 10000;
    if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 ||
        day > base::days_in_month(year, month)) {
      return false;
    }
    p.first.year = p.last.year = year;
    p.has_year = true;
    p.dotted = true;
    set_days(p, month, day, month, day);
    cursor = c;
    return true;
  }
  if (digits != 4 || year < 1990 || year > 2099 || c.at >= c.limit) return false;
  const char mark = c.cell().text[c.at];
  if (mark != '-' && mark != '.' && mark != '/') return false;
  ++c.at;
  const int month = c.number(digits);
  if (month < 0 || digits > 2 || digits < 1) return false;
  if (month < 1 || month > 12) {  // 2023.13.01
    if (c.at >= c.limit || c.cell().text[c.at] != mark) return false;
    ++c.at;
    if (c.number(digits) < 0) return false;
    p.no_such_day = true;
    cursor = c;
    return true;
  }
  p.first.year = p.last.year = year;
  p.has_year = true;
  if (c.at < c.limit && c.cell().text[c.at] == mark) {
    Cursor d = c;
    ++d.at;
    const int day = d.number(digits);
    if (day >= 0 && digits >= 1 && digits <= 2) {
      d.eat_any({"日", "号"});
      p.grain = Grain::day;
      p.no_such_day = day < 1 || day > base::days_in_month(year, month);
      set_days(p, month, day, month, day);
      cursor = d;
      return true;
    }
    return false;
  }
  set_month(c.cell(), p, month, month);
  if (c.eat("月")) {
    c.eat("份");
    read_in_month(c, p, month);
  } else {
    p.dotted = true;
  }
  cursor = c;
  return true;
}

/// 春节, 汛期 …: points of the year the day of which no calendar here knows.
constexpr std::array kNamedPoints = {
    "春节"sv,     "元旦"sv,     "国庆"sv,   "国庆节"sv,     "中秋"sv,   "中秋节"sv,   "端午"sv,   "端午节"sv,
    "清明"sv,     "清明节"sv,   "五一"sv,   "劳动节"sv,     "十一"sv,   "七一"sv,     "八一"sv,   "六一"sv,
    "教师节"sv,   "主汛期"sv,   "汛期"sv,   "汛"sv,         "暑假"sv,   "寒假"sv,     "暑期"sv,   "开学"sv,
    "春季开学"sv, "秋季开学"sv, "新学期"sv, "新学期开学"sv, "学期末"sv, "期末"sv,     "供暖季"sv, "采暖季"sv,
    "采暖期"sv,   "供暖期"sv,   "供暖"sv,   "供热期"sv,     "春耕"sv,   "春耕生产"sv, "三夏"sv,   "三秋"sv,
    "秋收"sv,     "入冬"sv,     "入汛"sv,   "入夏"sv,       "冬季"sv,   "夏季"sv,     "春季"sv,   "秋季"sv,
    "雨季"sv,     "上冻"sv,     "封冻"sv,   "季度末"sv,     "月底"sv,   "月末"sv,     "当月底"sv, "本月底"sv,
    "年初"sv,     "年中"sv,     "两节"sv,   "节"sv};

std::size_t named_length(const Cursor& cursor) {
  static const PrefixIndex index = [] {
    PrefixIndex built;
    for (std::size_t i = 0; i < kNamedPoints.size(); ++i) built.add(kNamedPoints[i], i);
    return built;
  }();
  const PrefixIndex::Found found = index.longest_at(cursor.cell().text, cursor.at);
  if (found.length == 0) return 0;
  const std::string_view name = kNamedPoints[found.id];
  const Cursor after{&cursor.cell(), cursor.at + name.size(), cursor.limit};
  for (const std::string_view tail :
       {"前"sv, "之前"sv, "以前"sv, "期间"sv, "后"sv, "来临前"sv, "结束前"sv, "到来前"sv}) {
    if (after.sees(tail)) return name.size();
  }
  const bool alone = name == "季度末" || name == "月底" || name == "月末" || name == "年初" || name == "年中";
  return alone && after.at >= after.limit ? name.size() : 0;
}

/// 2023-2025年: a period of years. 2023-2024学年 has no days of its own.
bool read_years(Cursor& cursor, Point& p) {
  Cursor c = cursor;
  int digits = 0;
  const int from = c.number(digits);
  if (digits != 4 || from < 1990 || from > 2099 || !c.eat_any({"-", "—", "~", "至", "到"})) return false;
  while (c.eat_any({"-", "—"})) {
  }
  const int to = c.number(digits);
  if (digits != 4 || to <= from || to > 2099) return false;
  if (c.eat("学年")) {
    c.eat("度");
    p.grain = Grain::named;
    cursor = c;
    return true;
  }
  if (!c.eat("年")) return false;
  c.eat("度");
  p.first.year = from;
  p.last.year = to;
  p.has_year = true;
  set_days(p, 1, 1, 12, 31);
  p.grain = Grain::half;  // like a half year: a period with two days of its own
  cursor = c;
  return true;
}

}  // namespace

bool read_point(Cursor& cursor, Point& p) {
  const Cell& cell = cursor.cell();
  if (const std::size_t named = named_length(cursor); named != 0) {
    p.grain = Grain::named;
    cursor.at += named;
    return true;
  }
  if (cell.digit_at(cursor.at) && read_numeric(cursor, p)) return true;
  if (read_years(cursor, p)) return true;
  Cursor c = cursor;
  int digits = 0;
  int offset = 0;
  bool year_word = true;
  if (c.eat_any({"次年度", "次年", "明年", "翌年", "下一年度", "下一年", "下年度", "下年", "第二年"})) {
    offset = 1;
  } else if (c.eat_any({"去年", "上一年度", "上一年", "上年度", "上年"})) {
    offset = -1;
  } else if (!c.eat_any({"当年度", "当年", "本年度", "今年", "本年"})) {
    year_word = false;
    const Cursor before = c;
    const int year = c.number(digits);
    const bool full = year >= 1900 && year <= 2999 && (digits == 4 || digits == 0);
    const bool zero =
        cell.starts(before.at, "0") || cell.starts(before.at, "零") || cell.starts(before.at, "〇");
    const bool brief = (digits == 2 && year >= 15 && year <= 49) || (zero && year >= 1 && year <= 9);  // 08年
    if (year >= 0 && (full || brief) && c.eat("年")) {
      // 23年 alone is a length of time; 23年12月, 23年底 is a year
      if (brief && !zero && !(cell.digit_at(c.at) || c.sees("底") || c.sees("末"))) return false;
      p.first.year = p.last.year = full ? year : 2000 + year;
      p.has_year = true;
      p.short_year = brief;
      c.eat("度");
    } else {
      c = before;
    }
  }
  if (year_word) {
    p.first.year_offset = p.last.year_offset = offset;
    p.has_year = true;
  }
  if (read_part_of_year(c, p)) {
    cursor = c;
    return true;
  }
  if (p.has_year) {
    Cursor season = c;
    if (season.eat_any({"春节", "春季学期", "秋季学期", "春季", "夏季", "秋季", "冬季", "国庆", "汛期"})) {
      p.grain = Grain::named;
      cursor = season;
      return true;
    }
    if (c.eat_any({"年底", "年末", "底", "末", "终"})) {
      set_days(p, 12, 31, 12, 31);
      p.grain = Grain::end_of_period;
      cursor = c;
      return true;
    }
  }
  // month
  const Cursor before_month = c;
  const int month = c.number(digits);
  if (month >= 1 && digits <= 2) {
    // 1-6月, 3、4月
    Cursor range = c;
    if (range.eat_any({"-", "~", "至", "到", "—", "——"})) {
      const int to = range.number(digits);
      if (to > month && to <= 12 && digits <= 2 && range.eat("月")) {
        range.eat("份");
        set_month(cell, p, month, to);
        p.grain = Grain::half;
        if (range.eat_any({"底", "末"})) p.grain = Grain::half;
        cursor = range;
        return true;
      }
    }
    Cursor impossible = c;
    if (month > 12 && impossible.eat("月") &&
        (impossible.sees("底") || impossible.sees("末") || impossible.sees("前") ||
         cell.digit_at(impossible.at))) {
      p.no_such_day = true;  // 13月底前
      cursor = impossible;
      return true;
    }
    if (month <= 12 && c.eat("月")) {
      c.eat("份");
      set_month(cell, p, month, month);
      read_in_month(c, p, month);
      cursor = c;
      return true;
    }
    // 6.30前, 12-31前, 12月31前
    Cursor dotted = before_month;
    const int dotted_month = dotted.number(digits);
    if (dotted_month >= 1 && dotted_month <= 12 && digits <= 2 && dotted.eat_any({".", "-", "/"})) {
      const int day = dotted.number(digits);
      if (day >= 1 && day <= 31 && digits >= 1 && digits <= 2) {
        const bool point = cell.text[dotted.at - (digits == 2 ? 3U : 2U)] == '.';
        const bool marked = dotted.eat_any({"日", "号"}) && point;  // 10-15日 is a range of days
        if (marked || dotted.sees("前") || dotted.sees("之前") || dotted.sees("以前")) {
          p.no_such_day = day > base::days_in_month(2000, dotted_month);
          p.dotted = true;
          set_days(p, dotted_month, day, dotted_month, day);
          cursor = dotted;
          return true;
        }
      }
    }
    // 10日前: a day of no month
    Cursor day_only = before_month;
    const int day = day_only.number(digits);
    if (!p.has_year && day >= 1 && day <= 31 && digits <= 2 && day_only.eat_any({"日", "号"}) &&
        (day_only.sees("前") || day_only.sees("之前") || day_only.sees("以前"))) {
      p.grain = Grain::named;
      cursor = day_only;
      return true;
    }
  }
  if (p.has_year) {
    c = before_month;
    set_days(p, 1, 1, 12, 31);
    p.grain = Grain::year;
    cursor = c;
    return true;
  }
  if (cursor.sees("年内") || cursor.sees("年度内")) {
    cursor.eat("年度") || cursor.eat("年");
    set_days(p, 1, 1, 12, 31);
    p.grain = Grain::year;
    return true;
  }
  if (cursor.sees("年前")) {
    cursor.eat("年");
    p.grain = Grain::named;
    return true;
  }
  return false;
}

}  // namespace jiheng::target::date
