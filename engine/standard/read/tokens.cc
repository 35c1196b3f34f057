// Takes folded text, gives its tokens from left to right. What stands at a place is one of the phrases, a sign, or words.
#include "engine/standard/read/tokens.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Tokenizer {
 public:
  Tokenizer(const Folded& folded, const quantity::UnitTable& units)
      : folded_(folded), in_{folded.text(), units} {}

  std::vector<Token> read() {
    skip_row_number();
    const std::size_t remark = remark_at();
    while (at_ < remark) read_one();
    if (remark < in_.text.size()) take_as_words(in_.text.size() - at_);
    end_words();
    return std::move(out_);
  }

 private:
  bool phrase_begins() const {
    if (words_from_ != at_ && has_words_) return false;
    return out_.empty() || is_break(out_.back().kind) || is_effect(out_.back().kind) ||
           out_.back().kind == Kind::marker;
  }

  void end_words() {
    if (has_words_ && words_from_ < at_) {
      Token t;
      t.kind = Kind::words;
      t.begin = words_from_;
      t.end = at_;
      out_.push_back(t);
    }
    has_words_ = false;
  }

  void push(Token t) {
    end_words();
    if (t.kind == Kind::per) each_ = t.each;
    at_ = t.end;
    out_.push_back(std::move(t));
  }

  void push(Kind kind, std::size_t bytes) {
    Token t;
    t.kind = kind;
    t.begin = at_;
    t.end = at_ + bytes;
    push(std::move(t));
  }

  void take_as_words(std::size_t bytes) {
    if (!has_words_) words_from_ = at_;
    has_words_ = true;
    at_ += bytes;
  }

  std::string_view words() const {
    return has_words_ ? in_.text.substr(words_from_, at_ - words_from_) : std::string_view();
  }

  bool read_break() {
    const char c = in_.text[at_];
    if (c == '.' && in_.digit(at_ + 1) && at_ > 0 && in_.digit(at_ - 1)) return false;
    if (c == ',') return push(Kind::comma, 1), true;
    if (c == ';') return push(Kind::semicolon, 1), true;
    if (c == ':') return push(Kind::colon, 1), true;
    if (c == '(') return push(Kind::open, 1), true;
    if (c == ')') return push(Kind::close, 1), true;
    if (c == '.' || c == '!') return push(Kind::stop, 1), true;
    if (in_.sees(at_, "。")) return push(Kind::stop, 3), true;
    if (in_.sees(at_, "、")) return push(Kind::list, 3), true;
    return false;
  }

  /// 注：管网指运行30年以上…: where a remark begins that says nothing of points; the end where there is none.
  std::size_t remark_at() const {
    const std::size_t end = in_.text.size();
    for (const std::string_view word : {"注:"sv, "备注:"sv}) {
      const std::size_t at = in_.text.find(word);
      if (at == in_.text.npos || at == 0) continue;
      const std::string_view before = in_.text.substr(0, at);
      const std::string_view rest = in_.text.substr(at);
      const bool apart =
          before.ends_with("。") || before.ends_with(";") || before.ends_with(".") || before.ends_with("(");
      if (apart && rest.find("分") == rest.npos && rest.find("扣") == rest.npos &&
          rest.find("按") == rest.npos)
        return at;
    }
    return end;
  }

  /// 7. and 3-3 before the text: the number of the row in its table.
  void skip_row_number() {
    std::size_t p = in_.sees(0, "(") ? 1 : 0;
    const std::size_t digits = p;
    while (in_.digit(p) && p < digits + 2) ++p;
    if (p == digits) return;
    if (digits == 1) {  // (14)
      if (in_.sees(p, ")") && in_.text.substr(digits, p - digits) != "1") push(Kind::stop, p + 1);
      return;
    }
    const std::size_t first = p;
    if (in_.sees(p, "-") && in_.digit(p + 1)) {
      ++p;
      while (in_.digit(p)) ++p;
    }
    const bool twice = p > first;
    const bool dot = in_.sees(p, ".") && !in_.digit(p + 1);
    const bool list = in_.sees(p, "、");
    if (!dot && !list) {
      if (!twice || p > first + 3 || number_at(in_.text, first + 1, in_.units).end != p ||
          in_.phrase_ends(p) || in_.sees(p, "分") || static_cast<unsigned char>(in_.text[p]) < 0xE0)
        return;
    } else if (!twice && in_.text.substr(0, first) == "1") {
      return;  // the first of the text's own
    }
    push(Kind::stop, p + (dot ? 1 : list ? 3 : 0));
  }

  bool read_marker_here() {
    Token t;
    if (!read_marker(in_, at_, phrase_begins(), next_marker_, t)) return false;
    next_marker_ = t.number + 1;
    push(t);
    return true;
  }

  /// Behind = and 得分二: a formula of points, or what a quantity is.
  bool read_formula() {
    const bool sign = in_.sees(at_, "=");
    const bool damaged = in_.sees(at_, "二") && words().ends_with("得分");
    if (!sign && !damaged) return false;
    const std::string_view left = words();
    const std::size_t from = at_ + (sign ? 1 : 3);
    const std::size_t end = without_marks(in_, formula_end(in_, from));
    if (end == from) return false;
    Token t;
    t.kind = left.ends_with("得分") || left.ends_with("得分值") || left.ends_with("分数") ||
                     left.ends_with("评分") || left.ends_with("考核分")
                 ? Kind::formula
                 : Kind::definition;
    t.begin = at_;
    t.end = end;
    push(t);
    return true;
  }

  /// 国发(2017)24号: the number of a document.
  bool read_document_number() {
    if (!in_.sees(at_, "(")) return false;
    std::size_t p = at_ + 1;
    while (in_.digit(p)) ++p;
    if (p != at_ + 5 || !in_.sees(p, ")")) return false;
    std::size_t q = p + 1;
    while (in_.digit(q)) ++q;
    if (q == p + 1 || !in_.sees(q, "号")) return false;
    take_as_words(q + 3 - at_);
    return true;
  }

  /// 按名次依次递减2分, behind 第一名得20分: what each place further takes.
  bool read_descending() {
    const bool ranked =
        std::any_of(out_.begin(), out_.end(), [](const Token& t) { return t.unit == kRankUnit; });
    if (!ranked) return false;
    std::size_t p = at_;
    for (const std::string_view lead :
         {"按名次"sv, "按位次"sv, "按排名"sv, "按次序"sv, "其余"sv, "以下"sv, "往后"sv, "名次"sv}) {
      if (in_.sees(p, lead)) p += lead.size();
    }
    const std::size_t order = p;
    for (const std::string_view word : {"依次"sv, "逐次"sv, "逐名"sv, "逐位"sv, "依序"sv}) {
      if (in_.sees(p, word)) p += word.size();
    }
    if (p == order) return false;
    const std::size_t verb = p;
    for (const std::string_view word : {"递减"sv, "减少"sv, "扣减"sv, "减"sv, "扣"sv}) {
      if (p == verb && in_.sees(p, word)) p += word.size();
    }
    const NumberAt number = number_at(in_.text, p, in_.units);
    if (p == verb || number.end == 0 || !number.unit.empty() || !in_.sees(number.end, "分")) return false;
    Token per;
    per.kind = Kind::per;
    per.way = Way::above;
    per.unit = kRankUnit;
    per.begin = at_;
    per.end = per.number_begin = per.number_end = verb;
    push(per);
    Token deduct;
    deduct.kind = Kind::deduct;
    deduct.begin = verb;
    deduct.end = number.end + "分"sv.size();
    deduct.marks = {number.value, number.value, false};
    deduct.has_marks = true;
    push(deduct);
    return true;
  }

  /// 得分(20分×执行率).
  bool read_formula_in_bracket() {
    if (!in_.sees(at_, "(") || !words().ends_with("得分")) return false;
    const std::size_t end = formula_end(in_, at_ + 1);
    const std::string_view phrase = in_.text.substr(at_ + 1, end - at_ - 1);
    if (!in_.sees(end, ")") || phrase.find("×") == phrase.npos || phrase.find('=') != phrase.npos)
      return false;
    push(Kind::open, 1);
    push(Kind::formula, end - at_);
    return true;
  }

  /// (无免耕任务的乡镇，该项分值纳入其他项): where the marks of a row go that has none of what it asks for; its row is 不适用.
  bool read_marks_elsewhere() {
    if (!in_.sees(at_, "(无") && !in_.sees(at_, "(没有")) return false;
    int depth = 0;
    std::size_t end = at_;
    const std::size_t limit = std::min(in_.text.size(), at_ + kLongestPhrase);
    for (; end < limit; ++end) {
      if (in_.text[end] == '(') ++depth;
      if (in_.text[end] == ')' && --depth == 0) break;
    }
    if (end == limit) return false;
    const std::string_view inside = in_.text.substr(at_, end - at_);
    for (const std::string_view goes : {"分值纳入", "分值并入", "分值计入", "分值归入", "分值转入"}) {
      if (inside.find(goes) == inside.npos) continue;
      push(Kind::stop, end + 1 - at_);
      return true;
    }
    return false;
  }

  /// 15-漂移率×15: all of the marks less a share of them.
  bool read_falling_product() {
    const NumberAt all = number_at(in_.text, at_, in_.units);
    if (all.end == 0 || !all.unit.empty() || !in_.sees(all.end, "-")) return false;
    const std::size_t end = formula_end(in_, at_);
    const std::string_view phrase = in_.text.substr(all.end + 1, end - all.end - 1);
    const std::size_t times = phrase.find("×");
    if (times == phrase.npos || times == 0 || phrase.find_first_of("0123456789+-/") < times ||
        phrase.substr(times + "×"sv.size()) != in_.text.substr(at_, all.end - at_))
      return false;
    push(Kind::formula, end - at_);
    return true;
  }

  /// 完成率×分值 without =.
  bool read_product() {
    const bool behind_value = !has_words_ && !out_.empty() && out_.back().kind == Kind::value;
    const bool behind_case =
        in_.sees(at_, "按") && (behind_value || words().ends_with("的") || words().ends_with("时"));
    if (!phrase_begins() && !behind_case) return false;
    if (in_.digit(at_)) return read_falling_product();
    const std::size_t end = formula_end(in_, at_);
    std::string_view phrase = in_.text.substr(at_, end - at_);
    if (phrase.ends_with("=得分")) phrase.remove_suffix("=得分"sv.size());
    const bool times = phrase.find("×") != phrase.npos || phrase.find("乘") != phrase.npos;
    const bool quotient =
        phrase.starts_with("按") && phrase.find('/') != phrase.npos && is_counted_out(phrase);
    if (quotient && !times && phrase.find('=') == phrase.npos) {  // 按实际管理率/62%计算得分
      push(Kind::formula, end - at_);
      return true;
    }
    if (!times || phrase.find('=') != phrase.npos || phrase.find("得分二") != phrase.npos) return false;
    const bool marks = phrase.find("分值") != phrase.npos || phrase.find("满分") != phrase.npos ||
                       phrase.find("权重") != phrase.npos || phrase.find("标准分") != phrase.npos;
    if (!marks && !times_a_number(in_, at_, phrase)) return false;
    push(Kind::formula, end - at_);
    return true;
  }

  /// 不足1%按比例 beside 每低1%; 不足10亿元的按比例得分 is a proportion below a limit.
  bool is_part_of_unit(const Token& partial) const {
    return each_ ? partial.each == *each_ : partial.part == Partial::started;
  }

  /// 随机抽查20人: how many were asked, nothing that is held against a limit.
  bool is_a_sample() const {
    for (const std::string_view word : {"抽取", "抽样", "走访", "访谈", "发放", "随机", "选取"}) {
      if (words().ends_with(word)) return true;
    }
    return words().find("抽查") != std::string_view::npos;
  }

  /// 每月不少于2次: a number of each period, against which the year's number cannot be held.
  bool in_each_period() const {
    constexpr std::size_t kNear = 90;  // 30 characters
    const std::string_view near = words().substr(words().size() - std::min(kNear, words().size()));
    for (const std::string_view period :
         {"每月", "每个月", "每季", "每半年", "每周", "每日", "每天", "每旬"}) {
      if (near.find(period) != std::string_view::npos) return true;
    }
    return false;
  }

  /// 每周开放不少于56小时，每少2小时: measured, so that what is missing is of the same.
  bool is_missed_by_amounts(const Token& value) const {
    const quantity::UnitEntry* unit = in_.units.find(value.unit);
    if (unit == nullptr || unit->dimension == "计数" || value.unit == "天" || value.unit == "日")
      return false;
    const std::string_view near = in_.text.substr(0, value.end + kLongestPhrase);
    for (std::size_t at = near.find("每", value.end); at != near.npos; at = near.find("每", at + 1)) {
      Token per;
      if (read_per(in_, at, per)) return per.unit == value.unit && per.way != Way::none;
    }
    return false;
  }

  /// 35周岁以下占比: who is meant.
  bool words_go_on(std::size_t at) const {
    Token marks;
    return !in_.phrase_ends(at) && !in_.sees(at, "的,") && !read_marks(in_, at, marks);
  }

  /// 延迟1个月完成得3分, 100%符合：5分: that it was done, and then the marks.
  bool done_behind(std::size_t at) const {
    if (!in_.sees(at, "完成") && !in_.sees(at, "符合")) return false;
    at += "完成"sv.size();
    Token marks;
    return in_.phrase_ends(at) || in_.sees(at, "的得") || in_.sees(at, "的,") || read_marks(in_, at, marks);
  }

  /// A value that stands for itself, not a number inside a name (15年教育普及率).
  bool read_value_here() {
    if (at_ > 0 && is_latin(in_.text[at_ - 1]) && in_.digit(at_)) return false;
    // 90-100%的项目: behind a digit there is no minus
    if (at_ > 0 && in_.sees(at_, "-") && (in_.digit(at_ - 1) || in_.text[at_ - 1] == '%')) return false;
    if (in_.digit(at_) && at_ >= 2 && in_.text.substr(at_ - 2, 2) == "×") return false;
    if (in_.sees(at_, "零") && words().ends_with("为") && !in_.sees(at_, "零分")) {  // 发生率为零
      Token zero;
      zero.kind = Kind::value;
      zero.begin = at_;
      zero.end = at_ + "零"sv.size();
      zero.low = zero.high = Limit{0, End::in};
      zero.bare = true;
      return push(zero), true;
    }
    Token implied;
    if (read_implied_per(in_, at_, implied)) return push(implied), true;
    Token t;
    if (!read_value(in_, at_, t)) return false;
    if (t.unit != "%" && ((in_each_period() && !is_missed_by_amounts(t)) || is_in_a_name(in_, t.end)))
      return false;
    if ((t.unit == "岁" || t.unit == "周岁") && words_go_on(t.end)) return false;
    if (t.unit.empty() && t.end < in_.text.size() && is_latin(in_.text[t.end])) return false;  // >12.5h
    if (!t.bare && names_what_follows(in_, t)) return false;
    if (t.bare && !has_words_) whole_of_what_follows(in_, t);
    if (t.bare) {
      const std::size_t p = t.end;
      if (in_.sees(p, ":") && in_.digit(p + 1) && t.unit.empty()) return false;  // 按500:1比例
      if (t.unit.empty() && (in_.sees(p, "≥") || in_.sees(p, "≤") || in_.sees(p, ">") || in_.sees(p, "<")))
        return false;  // 见附表3 ≥90分
      Token marks;
      const bool ends = in_.phrase_end(p) == p || in_.sees(p, "的") || in_.sees(p, "时") ||
                        in_.sees(p, "者") || in_.sees(p, "、") || done_behind(p) || in_.sees(p, "为标准") ||
                        in_.sees(p, "为基准") || in_.sees(p, "为目标") || in_.sees(p, "为满分线") ||
                        in_.sees(p, "为基数") || in_.sees(p, "且") || in_.sees(p, "并") ||
                        (in_.sees(p, "和") && in_.digit(p + 3)) ||
                        (in_.sees(p, "达标") && !in_.sees(p, "达标率")) || !t.inner.empty() ||
                        (in_.sees(p, "=") && in_.digit(p + 1)) || folded_.gap_before(p) ||
                        read_marks(in_, p, marks) || read_per(in_, p, marks);
      if (!ends || is_a_sample()) return false;
    }
    if (!out_.empty() && words().ends_with("第")) return false;
    push(t);
    return true;
  }

  /// 分别得20、10、6分: the first with its verb, the others bare.
  bool read_marks_list() {
    if (!in_.sees(at_, "分别")) return false;
    std::size_t p = at_ + "分别"sv.size();
    Kind kind = Kind::give;
    std::size_t verb = 0;
    for (const auto& [word, does] : {std::pair{"得"sv, Kind::give}, std::pair{"计"sv, Kind::give},
                                     std::pair{"加"sv, Kind::add}, std::pair{"扣"sv, Kind::deduct}}) {
      if (!in_.sees(p, word)) continue;
      kind = does;
      verb = word.size();
    }
    if (verb == 0) return false;
    p += verb;
    std::vector<Token> marks;
    for (;;) {
      const NumberAt number = number_at(in_.text, p, in_.units);
      if (number.end == 0 || !number.unit.empty() || number.value.sign() < 0) return false;
      Token t;
      t.kind = marks.empty() ? kind : Kind::give;
      t.begin = marks.empty() ? at_ : p;
      t.end = number.end;
      t.marks = {number.value, number.value, false};
      t.has_marks = true;
      t.bare = !marks.empty();
      marks.push_back(t);
      p = number.end;
      if (in_.sees(p, "分")) break;
      if (!in_.sees(p, "、") && !in_.sees(p, "/")) return false;
      p += in_.sees(p, "、") ? "、"sv.size() : 1;
    }
    if (marks.size() < 2) return false;
    marks.back().end += "分"sv.size();
    for (const Token& t : marks) {
      if (t.bare) push(Kind::list, t.begin - at_);
      push(t);
    }
    return true;
  }

  /// 符合1.0，不符合0: marks without 分 behind what is so or not.
  bool read_marks_of_a_case() {
    const NumberAt number = number_at(in_.text, at_, in_.units);
    if (number.end == 0 || !number.unit.empty() || !in_.phrase_ends(number.end) ||
        in_.text.find("不符合") == in_.text.npos)
      return false;
    Token t;
    t.kind = Kind::give;
    t.begin = at_;
    t.end = number.end;
    t.marks = {number.value, number.value, false};
    t.has_marks = true;
    t.bare = true;
    return push(t), true;
  }

  /// 100% 5; (15) (12-14): marks without 分 behind a value.
  bool read_bare_marks() {
    if (!in_.digit(at_)) return false;
    if (words().ends_with("符合")) return read_marks_of_a_case();
    const bool bracket = !out_.empty() && out_.back().kind == Kind::open && !has_words_;
    if (!bracket && !folded_.gap_before(at_)) return false;
    const std::size_t before = out_.size() - (bracket ? 1 : 0);
    bool value = false;
    for (std::size_t i = before; i > 0; --i) {
      if (is_effect(out_[i - 1].kind) || out_[i - 1].kind == Kind::semicolon ||
          out_[i - 1].kind == Kind::stop)
        break;
      value = value || out_[i - 1].kind == Kind::value;
    }
    if (!value) return false;
    const NumberAt first = number_at(in_.text, at_, in_.units);
    if (first.end == 0 || !first.unit.empty()) return false;
    base::Decimal low = first.value;
    base::Decimal high = first.value;
    std::size_t p = first.end;
    if (in_.sees(p, "-")) {
      const NumberAt second = number_at(in_.text, p + 1, in_.units);
      if (second.end == 0 || !second.unit.empty()) return false;
      low = std::min(first.value, second.value);
      high = std::max(first.value, second.value);
      p = second.end;
    }
    const bool ends =
        bracket ? in_.sees(p, ")")
                : p == in_.text.size() || in_.sees(p, ";") || in_.sees(p, "。") || folded_.gap_before(p);
    if (!ends) return false;
    Token t;
    t.kind = Kind::give;
    t.begin = at_;
    t.end = p;
    t.marks = {low, high, false};
    t.has_marks = true;
    t.bare = true;
    push(t);
    return true;
  }

  /// 超过100%的按100%计算: no more than the marks.
  bool read_full_cap() {
    std::size_t p = at_;
    for (const std::string_view more : {"超过100%", "大于100%", "高于100%", "超出100%"}) {
      if (in_.sees(at_, more)) p += more.size();
    }
    if (p == at_) return false;
    for (const std::string_view word : {"的", "时", "者", ","}) {
      if (in_.sees(p, word)) p += word.size();
    }
    for (const std::string_view no_more :
         {"不再加分", "不另加分", "不加分", "不计加分", "不重复计分", "得满分", "计满分"}) {
      if (!in_.sees(p, no_more)) continue;
      Token t;
      t.kind = Kind::cap;
      t.begin = at_;
      t.end = p + no_more.size();
      t.marks = {1, 1, true};
      return push(t), true;
    }
    bool as = false;
    for (const std::string_view word : {"按", "以", "视为"}) {
      if (!as && in_.sees(p, word)) as = true, p += word.size();
    }
    if (!as || !in_.sees(p, "100%")) return false;
    p += 4;
    for (const std::string_view word : {"计算得分", "计算", "计分", "计"}) {
      if (!in_.sees(p, word)) continue;
      p += word.size();
      break;
    }
    Token t;
    t.kind = Kind::cap;
    t.begin = at_;
    t.end = p;
    t.marks = {1, 1, true};
    push(t);
    return true;
  }

  void read_one() {
    if (in_.text[at_] == ' ' && !has_words_) return void(++at_);  // between two numbers
    if (read_full_cap() || read_document_number() || read_marks_elsewhere()) return;
    if (read_marker_here() || read_bare_marks() || read_formula_or_product()) return;
    Token t;
    if (read_partial(in_, at_, t) && is_part_of_unit(t)) return push(t);
    t = {};
    if (read_descending() || read_marks_list()) return;
    t = {};
    if (read_rank(in_, at_, t)) return push(t);
    if (read_value_here()) return;
    if (read_break()) return;
    t = {};
    if (read_marks(in_, at_, t)) return push(t);
    t = {};
    if (read_set_phrase(in_, at_, t) && (t.kind != Kind::otherwise || phrase_begins())) return push(t);
    if (in_.digit(at_)) {  // a number that is nothing by itself stays whole
      std::size_t p = at_;
      while (in_.digit(p) || (in_.sees(p, ".") && in_.digit(p + 1))) ++p;
      return take_as_words(p - at_);
    }
    take_as_words(std::max<std::size_t>(base::decode_at(in_.text, at_).bytes, 1));
  }

  bool read_formula_or_product() {
    Token t;
    if (in_.sees(at_, "=") && read_marks(in_, at_ + 1, t) && t.kind == Kind::give && t.bare &&
        in_.phrase_ends(t.end)) {  // 合格率100%=10分
      t.begin = at_;
      t.bare = false;
      return push(t), true;
    }
    t = {};
    if (in_.sees(at_, "=") && read_value(in_, at_, t)) {
      const bool goes_on = in_.sees(t.end, "×") || in_.sees(t.end, "/") || in_.sees(t.end, "-") ||
                           in_.sees(t.end, "+") || in_.sees(t.end, "分×");
      if (!goes_on || !words().ends_with("得分")) return false;  // 得分=15×到位率
    }
    if (in_.sees(at_, "二") && in_.digit(at_ + 3)) return false;
    return read_formula() || read_formula_in_bracket() || read_product();
  }

  const Folded& folded_;
  Reader in_;
  std::size_t at_ = 0;
  std::size_t words_from_ = 0;
  bool has_words_ = false;
  int next_marker_ = 1;
  std::optional<base::Decimal> each_;  ///< of the last 每…
  std::vector<Token> out_;
};

}  // namespace

bool is_break(Token::Kind kind) {
  return kind == Kind::comma || kind == Kind::semicolon || kind == Kind::stop || kind == Kind::colon ||
         kind == Kind::open || kind == Kind::close;
}

bool is_effect(Token::Kind kind) {
  return kind == Kind::give || kind == Kind::deduct || kind == Kind::add || kind == Kind::proportion ||
         kind == Kind::formula || kind == Kind::chosen;
}

std::vector<Token> tokens(const Folded& folded, const quantity::UnitTable& units) {
  return Tokenizer(folded, units).read();
}

}  // namespace jiheng::standard
