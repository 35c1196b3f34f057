// Takes cells, finds labels of people in them by the parts labels are made of, and takes what stands behind, beside or
// below. Leaves removing it to the readers of lines.
#include "engine/intake/words/people.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/form_words.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;
using base::is_digit;

constexpr std::size_t kThorough = 20000;  ///< labels whose values are looked into; no document has so many
constexpr std::size_t kLongestName = 40;  ///< characters of a cell of names

constexpr Text kPersons[] = {
    "负责人",   "联系人",   "联络人",   "经办人",     "承办人",   "填报人",   "填表人",   "填写人",
    "填表员",   "填报员",   "制表人",   "编制人",     "审核人",   "复核人",   "审批人",   "审签人",
    "报送人",   "录入人",   "责任人",   "法定代表人", "法人代表", "分管领导", "主管领导", "主要领导",
    "单位领导", "部门领导", "项目组长", "联系人员",   "经办",     "制表",     "姓名",     "联系人姓名"};
constexpr Text kPhones[] = {"联系电话", "电话号码", "手机号码", "联系方式", "电话", "手机号",
                            "手机",     "座机",     "传真",     "电子邮箱", "邮箱", "身份证号"};
constexpr Text kBefore[] = {"项目", "单位", "部门", "财务", "科室", "处室", "股室", "业务", "主管", "分管",
                            "实施", "具体", "主要", "评价", "自评", "绩效", "资金", "使用", "预算", "办公",
                            "固定", "移动", "联系", "填报", "填表", "第一", "直接", "现场", "工程", "技术",
                            "机构", "牵头", "责任", "管理", "承担", "申报", "经办", "主持", "总"};
constexpr Text kBetween[] = {"及其", "及", "和", "与", "、", "/", "／", "(", "·", "兼"};
constexpr Text kSigned[] = {"(签字)", "(签章)", "(签名)", "(盖章)", "(签字盖章)", "签字", "签章", "签名"};
/// Behind 负责人 these make another word of it: 联系人数, 负责人员.
constexpr Text kOtherWord[] = {"数", "员", "次", "均", "民", "群", "口", "才", "大", "力", "工", "物", "率"};
constexpr Text kSurnames =
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗"
    "凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄"
    "米贝明臧计成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房裘"
    "缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴牧谷车侯全班仰仲伊宫宁仇栾甘厉武符刘景"
    "詹束龙叶幸司黎薄印白怀蒲从索赖卓蔺屠蒙池乔欧阳闻党翟谭劳申冉桑桂牛寿边燕尚农温庄晏柴瞿阎连艾鱼容向古易慎"
    "戈廖庾居衡步耿弘匡国文寇广东沃利越隆师巩聂晁勾敖冷辛简饶曾沙丰关查荆红游覃佟付肖涂阚代闫占兰岳佘邝麦";

template <std::size_t N>
std::size_t front_of(Text text, const Text (&words)[N]) {
  std::size_t longest = 0;
  for (const Text word : words) {
    if (word.size() > longest && text.starts_with(word)) longest = word.size();
  }
  return longest;
}

struct LabelFound {
  std::size_t bytes = 0;
  bool person = false;  ///< a name may follow; else only telephones
};

/// The label at the front: [项目][单位]负责人[及][联系]电话[(签字)].
LabelFound label_at(Text text) {
  LabelFound found;
  std::size_t at = 0;
  while (true) {
    std::size_t part = at;
    Text before;
    std::size_t core = 0;
    bool person = false;
    while (true) {
      const std::size_t persons = front_of(text.substr(part), kPersons);
      const std::size_t phones = front_of(text.substr(part), kPhones);
      core = std::max(persons, phones);
      person = persons >= phones;
      if (core > 0) break;
      const std::size_t prefix = front_of(text.substr(part), kBefore);
      if (prefix == 0 || text.substr(part, prefix) == before) break;
      before = text.substr(part, prefix);
      part += prefix;
    }
    if (core == 0) break;
    const Text rest = text.substr(part + core);
    if (person && starts_with_any(rest, kOtherWord)) break;
    if (!person && starts_with_any(rest, {"率", "数"})) break;
    found.person = found.person || person;
    found.bytes = part + core;
    found.bytes += front_of(text.substr(found.bytes), kSigned);
    at = found.bytes + front_of(text.substr(found.bytes), kBetween);
  }
  const Text label = text.substr(0, found.bytes);
  if (label.rfind('(') != Text::npos && label.rfind(')') == Text::npos &&
      text.substr(found.bytes).starts_with(')'))
    ++found.bytes;
  return found;
}

/// Digits of one telephone at the front: 13800000000, 0719-1234567, (0719)1234567, with spaces gone; 0 for none.
std::size_t telephone_at(Text text) {
  std::size_t at = text.starts_with("+86") ? 3 : 0;
  std::size_t digits = 0;
  const std::size_t begin = at;
  const bool bracket = text.substr(at).starts_with("(0");
  bool dash = false;
  std::size_t end = at;
  for (; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      ++digits;
      end = at + 1;
    } else if (text[at] == '-' && digits >= 3) {
      dash = true;
    } else if (!(bracket && (text[at] == '(' || (text[at] == ')' && digits <= 4)))) {
      break;
    }
  }
  const Text number = text.substr(begin, end - begin);
  const bool mobile = digits == 11 && number.size() >= 2 && number[0] == '1' && number[1] >= '3';
  const bool fixed = (dash || bracket) && digits >= 10 && digits <= 18 && number.find('0') <= 1;
  return mobile || fixed ? end : 0;
}

/// A number with a unit is a value: 13800人, 13800000000元.
bool unit_behind(Text text) {
  return starts_with_any(text,
                         {"元", "万", "亿", "千", "百", "人", "个", "次", "%",  "件", "户", "项", "场",
                          "份", "名", "平", "公", "吨", "米", "亩", "家", "台", "套", ".",  "天", "年"});
}

bool chinese_at(Text text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = base::decode_at(text, at).value;
  return (c >= 0x4E00 && c <= 0x9FFF) || c == 0xB7 || c == 0x30FB || c == 0xD7;
}

/// A word of the form: what stands beside a label and is no value of it.
bool is_form_word(const FormWords& forms, const std::string& text) {
  if (text.empty()) return false;
  const std::string word = without_notes(text);
  return label_of(forms, text) || column_role(forms, text) || amount_of(forms, text) ||
         is_level1(forms, word) || is_known_level(forms, word) || is_side_word(forms, text) ||
         is_group_heading(forms, text) || is_title(forms, text) || goal_head(forms, text) ||
         is_section_heading(text) || is_person_label(text);
}

/// A label or level of the form is the front of the text: 填报日期 in 填报日期2024年, also 日期: of whatever name.
bool form_label_at(const FormWords& forms, Text text) {
  std::size_t n = 0;
  for (std::size_t characters = 1; characters <= 8 && chinese_at(text, n); ++characters) {
    n += base::decode_at(text, n).bytes;
    if (characters == 1) continue;
    const Text word = text.substr(0, n);
    if (label_of(forms, word) || is_known_level(forms, word)) return true;
    if (text.substr(n).starts_with(':')) return characters <= 6;
  }
  return false;
}

/// One cell without white space, and the way back.
struct Flat {
  std::string text;
  std::vector<std::size_t> raw;  ///< where each byte stood, and the end
  std::vector<bool> spaced;      ///< white space before this byte
};

Flat flat_of(Text cell) {
  Flat flat;
  bool space = false;
  for (std::size_t at = 0; at < cell.size();) {
    const base::CodePoint c = base::decode_at(cell, at);
    const char32_t folded = base::fold_full_width(c.value);
    if (base::is_white_space(folded) || folded < 0x20) {
      space = true;
    } else if (folded != U'*' && folded != U'#') {
      const std::size_t before = flat.text.size();
      base::append_utf8(flat.text, folded == 0x2014 || folded == 0x2013 ? U'-' : folded);
      flat.raw.insert(flat.raw.end(), flat.text.size() - before, at);
      flat.spaced.insert(flat.spaced.end(), flat.text.size() - before, false);
      if (space) flat.spaced[before] = true;
      space = false;
    }
    at += c.bytes;
  }
  flat.raw.push_back(cell.size());
  flat.spaced.push_back(true);
  return flat;
}

/// Whether any label or number could be here: most cells have none.
bool worth_a_look(Text text) {
  static constexpr Text kHints[] = {"人",   "电",   "话", "领导", "手机", "联系", "传真",
                                    "邮箱", "姓名", "经", "组长", "制表", "座机", "身份"};
  return contains_any(text, kHints);
}
bool has_long_number(Text text) {
  std::size_t digits = 0;
  for (const char c : text) {
    digits = is_digit(c)                                                     ? digits + 1
             : c == '-' || c == ' ' || static_cast<unsigned char>(c) >= 0x80 ? digits
                                                                             : 0;
    if (digits >= 7) return true;
  }
  return false;
}

/// How sure it must be that a word is a name.
enum class Doubt { none, surname, short_surname };

class ValueReader {
 public:
  /// Where `thorough` is false, labels of the form are not looked for inside the value.
  ValueReader(const FormWords& forms, const Flat& flat, bool thorough = true)
      : forms_(forms), flat_(flat), thorough_(thorough) {}

  /// Names and telephones from `at` on, one behind the other; gives where they end.
  std::size_t run(std::size_t at, bool person, bool colon, Doubt doubt) const {
    std::size_t end = at;
    bool first = true;
    while (end < flat_.text.size()) {
      std::size_t p = end;
      while (p < flat_.text.size()) {
        const std::size_t mark = front_of(Text(flat_.text).substr(p), kMarks);
        if (mark == 0 || telephone_at(Text(flat_.text).substr(p)) > 0) break;
        if (first && p > at) break;
        p += mark;
      }
      std::size_t n = telephone_at(Text(flat_.text).substr(p));
      if (n > 0 && unit_behind(Text(flat_.text).substr(p + n)) && !flat_.spaced[p + n]) n = 0;
      if (n == 0) n = bare_number(p, colon || (first && flat_.spaced[p]));
      const bool strict = !first || doubt != Doubt::none;
      if (n == 0 && person) n = name(p, strict ? std::max(doubt, Doubt::surname) : Doubt::none);
      if (n == 0 && first && !person && colon) n = address(p);
      if (n == 0) break;
      end = p + n;
      first = false;
      if (Text(flat_.text).substr(end).starts_with(')'))
        end += Text(flat_.text).substr(at, end - at).find('(') != Text::npos;
    }
    return end;
  }

 private:
  static constexpr Text kMarks[] = {"、", "/", "(", ")", "-", ",", ";", ":", "；"};

  /// 8234567 behind 电话:
  std::size_t bare_number(std::size_t p, bool sure) const {
    if (!sure) return 0;
    std::size_t n = 0;
    std::size_t digits = 0;
    while (p + n < flat_.text.size() &&
           (is_digit(flat_.text[p + n]) || (n > 0 && flat_.text[p + n] == '-'))) {
      digits += is_digit(flat_.text[p + n]) ? 1 : 0;
      ++n;
    }
    if (digits < 7 ||
        (p + n < flat_.text.size() && !flat_.spaced[p + n] && unit_behind(Text(flat_.text).substr(p + n))))
      return 0;
    return n;
  }

  /// An address of electronic mail behind 邮箱:
  std::size_t address(std::size_t p) const {
    std::size_t n = 0;
    while (p + n < flat_.text.size() && static_cast<unsigned char>(flat_.text[p + n]) < 0x80 &&
           (n == 0 || !flat_.spaced[p + n]))
      ++n;
    return n >= 3 ? n : 0;
  }

  /// A label of the form begins here: 填报日期 in 张三填报日期:.
  bool label_here(std::size_t p) const {
    const Text rest = Text(flat_.text).substr(p);
    return label_at(rest).bytes > 0 || (thorough_ && form_label_at(forms_, rest));
  }

  std::size_t name(std::size_t p, Doubt doubt) const {
    std::size_t end = p;
    std::size_t characters = 0;
    while (chinese_at(flat_.text, end) && characters <= 20) {
      const bool word = end > p && (flat_.spaced[end] || label_here(end));
      if (word && !(characters == 1 && flat_.spaced[end])) break;  // 张 三
      if (end == p && label_here(end)) return 0;
      end += base::decode_at(flat_.text, end).bytes;
      ++characters;
    }
    if (characters < 2 || characters > 20) return 0;
    if (unit_word(p, end)) return 0;
    const Text first = Text(flat_.text).substr(p, base::decode_at(flat_.text, p).bytes);
    const bool surname = kSurnames.find(first) != Text::npos;
    if (doubt == Doubt::none) return characters <= 8 || surname ? end - p : 0;
    return surname && characters <= (doubt == Doubt::surname ? 4U : 3U) ? end - p : 0;
  }

  /// Words of a form between spaces that are no names.
  bool unit_word(std::size_t p, std::size_t end) const {
    return is_form_word(forms_, flat_.text.substr(p, end - p));
  }

  const FormWords& forms_;  ///< both of the caller, while it reads
  const Flat& flat_;
  bool thorough_;
};

/// Nothing but names and telephones.
bool is_people(const FormWords& forms, const Flat& flat, Doubt doubt) {
  if (flat.text.empty() || is_form_word(forms, flat.text)) return false;
  if (base::count_characters(flat.text) > kLongestName) return false;
  return ValueReader(forms, flat).run(0, true, true, doubt) == flat.text.size();
}

/// 13800人: a number and its unit; also signs.
bool is_value(const std::string& text) {
  if (starts_with_any(text, {"≥", "≤", ">", "<", "="})) return true;
  std::size_t at = 0;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ',')) ++at;
  return at > 0 && at < text.size() && unit_behind(Text(text).substr(at));
}

class Finder {
 public:
  Finder(const FormWords& forms, const std::vector<PeopleRow>& rows) : forms_(forms), rows_(rows) {}

  std::vector<PeopleSpan> run() {
    for (std::size_t r = 0; r < rows_.size(); ++r) row(r);
    return std::move(out_);
  }

 private:
  /// A label that waits for its value in the next cell or the next row.
  struct Open {
    std::string label;
    bool whole = false;   ///< the label is its whole cell
    bool filled = false;  ///< a value was taken: only more of the same may follow
    std::size_t row = 0;
    bool alone = false;  ///< in its row
  };

  void row(std::size_t r) {
    const PeopleRow& cells = rows_[r];
    const bool heading = std::count_if(cells.begin(), cells.end(), [this](const PeopleCell& c) {
                           return c.text.size() < 60 && column_role(forms_, squeezed(c.text)).has_value();
                         }) >= 2;
    if (heading) columns_.clear();
    std::map<std::size_t, std::string> hidden;  // columns with a value in this row
    std::size_t labels = 0;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const Text text = cells[k].text;
      const bool look = worth_a_look(text);
      const bool number = has_long_number(text);
      const auto column = columns_.find(cells[k].column);
      const auto above = above_.find(cells[k].column);
      if (!look && !number && !open_ && column == columns_.end() && above == above_.end()) continue;
      const Flat flat = flat_of(text);
      if (flat.text.empty()) continue;
      const bool label = is_person_label(flat.text);
      if (label) {
        ++labels;
        if (heading || (labels > 1 && open_ && !open_->filled)) {
          if (open_) columns_[before_] = open_->label;
          columns_[cells[k].column] = flat.text;
        }
        if (!heading) open_ = Open{flat.text, true, false, r, cells.size() == 1};
        before_ = cells[k].column;
        continue;
      }
      if (open_ && takes(flat, r, cells.size() == 1)) {
        hide(r, k, 0, text.size(), open_->label);
        hidden[cells[k].column] = open_->label;
        open_->filled = true;
        continue;
      }
      open_.reset();
      if (column != columns_.end() && is_people(forms_, flat, Doubt::none) && !is_value(flat.text)) {
        hide(r, k, 0, text.size(), column->second);
        hidden[cells[k].column] = column->second;
        continue;
      }
      if (above != above_.end() && number && is_people(forms_, flat, Doubt::surname)) {
        hide(r, k, 0, text.size(), above->second);
        hidden[cells[k].column] = above->second;
        continue;
      }
      if (look || number) inside(r, k, flat);
    }
    if (open_ && open_->filled && cells.size() > 1) open_.reset();
    above_ = std::move(hidden);
  }

  /// The cell is the value of the label that is open: beside it, or alone in the row below.
  bool takes(const Flat& flat, std::size_t r, bool alone) const {
    if (is_value(flat.text) || is_form_word(forms_, flat.text)) return false;
    if (open_->filled) return is_people(forms_, flat, Doubt::surname);
    const std::size_t characters = base::count_characters(flat.text);
    if (r != open_->row) {
      if (!open_->alone || !alone) return false;
      return is_people(forms_, flat,
                       characters <= 4 || has_long_number(flat.text) ? Doubt::none : Doubt::surname);
    }
    if (open_->whole && characters <= kLongestName && !starts_with_label(flat)) return !begins_words(flat);
    return is_people(forms_, flat, Doubt::none);
  }

  /// A label and its value in one cell: 主管部门:甲局.
  bool starts_with_label(const Flat& flat) const {
    const std::size_t colon = flat.text.find(':');
    return colon != std::string::npos && base::count_characters(flat.text.substr(0, colon)) <= 10 &&
           colon > 3;
  }

  /// A line of words whose first is one of the form: 主管部门 甲局.
  bool begins_words(const Flat& flat) const {
    for (std::size_t at = 1; at < flat.text.size(); ++at) {
      if (flat.spaced[at]) return is_form_word(forms_, flat.text.substr(0, at));
    }
    return label_at(flat.text).bytes > 0 && !is_people(forms_, flat, Doubt::none);
  }

  /// Labels with values, and telephones, inside one cell.
  void inside(std::size_t r, std::size_t k, const Flat& flat) {
    const Text text = flat.text;
    for (std::size_t at = 0; at < text.size();) {
      const LabelFound label = label_at(text.substr(at));
      if (label.bytes > 0 && !begins_before(flat, at, label.bytes)) {
        at = behind_label(r, k, flat, at, label);
        continue;
      }
      const bool boundary = at == 0 || !is_digit(text[at - 1]);
      const std::size_t phone = boundary ? telephone_at(text.substr(at)) : 0;
      if (phone > 0 && is_telephone(flat, at, phone)) {
        std::size_t begin = at;
        // 张三13800000000: the name before it, where the cell has nothing else.
        if (at <= 12 && ValueReader(forms_, flat).run(0, true, true, Doubt::surname) >= at + phone) begin = 0;
        hide(r, k, flat.raw[begin], flat.raw[at + phone], "电话");
        at += phone;
        continue;
      }
      at += base::decode_at(text, at).bytes;
    }
  }

  /// 甲项目 负责人: what seems the front of a label is the end of the word before the space.
  bool begins_before(const Flat& flat, std::size_t at, std::size_t bytes) const {
    if (at == 0 || flat.spaced[at]) return false;
    for (std::size_t k = at + 1; k < at + bytes; ++k) {
      if (flat.spaced[k] && label_at(Text(flat.text).substr(k)).bytes == at + bytes - k) return true;
    }
    return false;
  }

  /// A number of eleven digits alone may be an amount: a telephone stands behind a word, or is printed as one.
  bool is_telephone(const Flat& flat, std::size_t at, std::size_t bytes) const {
    const Text text = flat.text;
    const Text behind = text.substr(at + bytes);
    if (!behind.empty() && (is_digit(behind.front()) || (!flat.spaced[at + bytes] && unit_behind(behind))))
      return false;
    const bool printed_as_one =
        text.substr(at, bytes).find('-') != Text::npos || text.substr(at).starts_with("(0");
    if (printed_as_one) return true;
    return at > 0 && !flat.spaced[at] && static_cast<unsigned char>(text[at - 1]) >= 0x80;
  }

  std::size_t behind_label(std::size_t r, std::size_t k, const Flat& flat, std::size_t at,
                           const LabelFound& label) {
    const Text text = flat.text;
    std::size_t p = at + label.bytes;
    bool colon = false;
    while (text.substr(p).starts_with(':')) {
      colon = true;
      ++p;
    }
    if (!colon && (text.substr(p).starts_with("为") || text.substr(p).starts_with("是"))) p += 3;
    const bool end_of_cell = p >= text.size();
    const std::string name(text.substr(at, label.bytes));
    if (end_of_cell) {
      open_ = Open{name, at == 0, false, r, rows_[r].size() == 1};
      before_ = rows_[r][k].column;
      return text.size();
    }
    const bool apart = colon || flat.spaced[p];
    const std::size_t end = ValueReader(forms_, flat, ++looked_ < kThorough)
                                .run(p, label.person, apart, apart ? Doubt::none : Doubt::short_surname);
    const bool in_a_word = !apart && end < text.size() && chinese_at(text, end) && !flat.spaced[end] &&
                           end > 0 && !is_digit(text[end - 1]) && label_at(text.substr(end)).bytes == 0 &&
                           !form_label_at(forms_, text.substr(end));
    if (end == p || in_a_word) return at + label.bytes;
    hide(r, k, flat.raw[at], flat.raw[end], name);
    return end;
  }

  void hide(std::size_t r, std::size_t k, std::size_t begin, std::size_t end, std::string label) {
    out_.push_back({r, k, begin, end, std::move(label)});
  }

  const FormWords& forms_;
  const std::vector<PeopleRow>& rows_;
  std::vector<PeopleSpan> out_;
  std::optional<Open> open_;
  std::size_t looked_ = 0;                      ///< labels with something behind them
  std::size_t before_ = 0;                      ///< column of the last label
  std::map<std::size_t, std::string> columns_;  ///< columns of people under a heading
  std::map<std::size_t, std::string> above_;    ///< columns hidden in the row above
};

}  // namespace

bool is_person_label(std::string_view squeezed) {
  if (!worth_a_look(squeezed)) return false;
  while (squeezed.ends_with(':')) squeezed.remove_suffix(1);
  if (squeezed.starts_with('(') && squeezed.ends_with(')'))
    squeezed = squeezed.substr(1, squeezed.size() - 2);
  return !squeezed.empty() && label_at(squeezed).bytes == squeezed.size();
}

std::vector<PeopleSpan> people_in(const FormWords& forms, const std::vector<PeopleRow>& rows) {
  return Finder(forms, rows).run();
}

SourcePtr without_people(const FormWords& forms, const SourcePtr& text, std::vector<PassedOver>& passed) {
  std::vector<PeopleRow> rows;
  const Text all = text->text;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    PeopleRow& row = rows.emplace_back();
    const Text line = all.substr(at, end - at);
    std::size_t column = 0;
    for (std::size_t cell = 0; cell <= line.size(); ++column) {
      const std::size_t tab = std::min(line.find('\t', cell), line.size());
      if (tab > cell) row.push_back({line.substr(cell, tab - cell), column});
      cell = tab + 1;
    }
    at = end + 1;
  }
  const std::vector<PeopleSpan> spans = people_in(forms, rows);
  if (spans.empty()) return text;
  constexpr Text kBlank = "　";
  std::string out;
  out.reserve(all.size());
  std::size_t done = 0;
  for (const PeopleSpan& span : spans) {
    const Text cell = rows[span.row][span.cell].text;
    const auto offset = static_cast<std::size_t>(cell.data() - all.data());
    const std::size_t begin = std::max(done, offset + span.begin);
    const std::size_t end = std::max(begin, offset + span.end);
    out += all.substr(done, begin - done);
    for (std::size_t n = base::count_characters(all.substr(begin, end - begin)); n > 0; --n) out += kBlank;
    done = end;
  }
  out += all.substr(done);
  auto source = std::make_shared<const base::Source>(base::Source{text->name, std::move(out), text->sheet});
  for (const PeopleSpan& span : spans) {
    const int line = static_cast<int>(span.row) + 1;
    PassedOver& entry = passed.emplace_back();
    entry.place.source = source;
    entry.place.line = line;
    entry.text = span.label;
    entry.why = "姓名和电话，评分用不着，不取";
  }
  return source;
}

}  // namespace jiheng::intake
