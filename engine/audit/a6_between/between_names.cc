// A609, A610. Takes the names of units and projects, the years in titles and targets, gives one thing written in two ways
// within a submission, and years that are not the table's. Different names are no finding: only near spellings of one.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "engine/audit/a4_targets/targets.h"
#include "engine/audit/a6_between/between.h"
#include "engine/base/text.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kShortest = 6;  ///< characters: one of fewer makes another word
constexpr std::size_t kLongest = 60;

std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    if (c.bytes == 0) break;
    out.push_back(c.value);
    at += c.bytes;
  }
  return out;
}

/// 第一批 and 第二批, 东村小学 and 西村小学, 甲 and 乙: one character that makes another thing.
bool tells_apart(char32_t c) {
  constexpr std::u32string_view kWords =
      U"零一二三四五六七八九十百千甲乙丙丁戊东南西北中上下前后左右大小新老男女省市县区乡镇村";
  return c < 0x80 || kWords.find(c) != std::u32string_view::npos;
}

/// A place is named up to here: 张村小学 and 李村小学.
bool names_a_place(std::u32string_view behind) {
  return behind.substr(0, 3).find_first_of(U"省市县区州旗盟乡镇村街路庄屯寨湾") != std::u32string_view::npos;
}

/// One character more, less or another.
bool is_one_slip(const std::u32string& a, const std::u32string& b) {
  const std::u32string& shorter = a.size() <= b.size() ? a : b;
  const std::u32string& longer = a.size() <= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1) return false;
  const auto at = static_cast<std::size_t>(
      std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
  if (at == longer.size()) return false;
  const bool another = longer.size() == shorter.size();
  if (shorter.substr(at + (another ? 1 : 0)) != longer.substr(at + 1)) return false;
  const bool other_thing = tells_apart(longer[at]) || (another && tells_apart(shorter[at]));
  return !other_thing && !names_a_place(std::u32string_view(longer).substr(at + 1));
}

/// Finds names one slip away. Linear in the number of names.
class NearNames {
 public:
  void add(const std::string& name) {
    const std::u32string text = characters_of(name);
    if (text.size() < kShortest || text.size() > kLongest) return;
    each_key(text, [&](const std::u32string& key) {
      std::vector<std::string>& bucket = by_key_[key];
      if (bucket.size() < kBucket) bucket.push_back(name);
    });
  }

  /// Empty where there is none.
  std::string near(const std::string& name) const {
    const std::u32string text = characters_of(name);
    std::string found;
    if (text.size() < kShortest || text.size() > kLongest) return found;
    each_key(text, [&](const std::u32string& key) {
      const auto at = by_key_.find(key);
      if (at == by_key_.end() || !found.empty()) return;
      for (const std::string& other : at->second) {
        if (found.empty() && is_one_slip(text, characters_of(other))) found = other;
      }
    });
    return found;
  }

 private:
  static constexpr std::size_t kBucket = 8;

  /// The name, and the name without each of its characters: two names one slip apart share one.
  static void each_key(const std::u32string& text, auto visit) {
    visit(text);
    for (std::size_t i = 0; i < text.size(); ++i) visit(text.substr(0, i) + text.substr(i + 1));
  }

  std::unordered_map<std::u32string, std::vector<std::string>> by_key_;
};

/// 通城县人力资源和社会保障局 -> 人力资源和社会保障局, where that is a name too: the place left out.
std::string without_place(const std::string& name, const std::set<std::string>& names) {
  for (const std::string_view place : {"省", "市", "县", "区", "州", "旗", "盟", "乡", "镇"}) {
    for (std::size_t at = name.find(place); at != std::string::npos; at = name.find(place, at + 1)) {
      std::string rest = name.substr(at + place.size());
      if (characters_of(rest).size() >= kShortest && names.contains(rest)) return rest;
    }
  }
  return "";
}

void check_units_named(const Submission& submission, Findings& findings) {
  std::map<std::string, std::vector<const Table*>> tables_of;
  std::set<std::string> names;
  for (const auto* tables : {&submission.own, &submission.projects}) {
    for (const Table* table : *tables) {
      const std::string name = bare_name(table->card->unit_name.text);
      if (name.empty()) continue;
      tables_of[name].push_back(table);
      names.insert(name);
    }
  }
  NearNames near;
  for (const std::string& name : names) {
    std::string other = without_place(name, names);
    if (other.empty()) other = near.near(name);
    near.add(name);
    if (other.empty()) continue;
    const bool more = tables_of[name].size() >= tables_of[other].size();
    const std::vector<const Table*>& many = tables_of[more ? name : other];
    const std::vector<const Table*>& few = tables_of[more ? other : name];
    Finding finding{
        "A609",
        fmt::format("单位名称有两种写法：“{}”（{} 张表）、“{}”（{} 张表）",
                    base::trimmed(few.front()->card->unit_name.text), few.size(),
                    base::trimmed(many.front()->card->unit_name.text), many.size()),
        {{"单位名称", few.front()->card->unit_name.text}, {"别的表", many.front()->card->unit_name.text}},
        {},
        "只少了地名，或只差一个字，多半是同一个单位；写法不同，这些表就归不到一起核对。",
        "是一个单位的，用全称，写成一样。"};
    for (const Table* table : few) finding.where.push_back(table->at(table->card->unit_name.place));
    finding.where.push_back(many.front()->at(many.front()->card->unit_name.place));
    findings.push_back(std::move(finding));
  }
}

/// A project of the list in a text, without a table of that name, beside a table the list does not have.
void check_projects_named(const Submission& submission, Findings& findings) {
  std::map<std::string, const Table*> by_title;
  for (const Table* table : submission.projects)
    by_title.try_emplace(bare_name(table->card->title.text), table);
  std::map<std::string, const Sentence*> heads;
  for (const Sentence* sentence : submission.sentences) {
    const std::string head = bare_name(head_of_item(sentence->prose.text));
    if (!head.empty()) heads.try_emplace(head, sentence);
  }
  if (heads.empty()) return;
  NearNames titles;
  for (const auto& [title, table] : by_title) {
    if (!heads.contains(title)) titles.add(title);
  }
  for (const auto& [head, sentence] : heads) {
    if (by_title.contains(head)) continue;
    const std::string title = titles.near(head);
    if (title.empty()) continue;
    const Table& table = *by_title.at(title);
    findings.push_back({"A609",
                        fmt::format("项目名称，文字里是“{}”，表里是“{}”", head, table.card->title.text),
                        {{"文字", head}, {"项目名称", table.card->title.text}},
                        {table.at(table.card->title.place), sentence->where},
                        "只差一个字，多半是同一个项目；写法不同，文字里的数就同表对不上。",
                        "核对预算批复里的项目名称，写成一样。"});
  }
}

/// The year a title begins with: 2022年就业补助. nullopt for none.
std::optional<int> leading_year(std::string_view title) {
  if (title.size() < 4 || !title.starts_with("20") || title[2] < '0' || title[2] > '9' || title[3] < '0' ||
      title[3] > '9' || !base::trimmed(title.substr(4)).starts_with("年"))
    return std::nullopt;
  return 2000 + (title[2] - '0') * 10 + (title[3] - '0');
}

void check_year_of_title(const Table& table, Findings& findings) {
  const model::Scorecard& card = *table.card;
  const std::string title(base::trimmed(card.title.text));
  const std::optional<int> year = leading_year(title);
  const bool other = year && card.year && *year != *card.year;
  if (!other || title.find(fmt::format("{}年", *card.year)) != std::string::npos ||
      contains_any(title, {"结转", "结余", "上年", "跨年", "续建", "尾款", "欠"}))
    return;
  findings.push_back({"A610",
                      fmt::format("{} 年度的表，项目名称写的是 {}年：“{}”", *card.year, *year, title),
                      {{"年度", std::to_string(*card.year)}, {"项目名称", title}},
                      {table.at(card.title.place)},
                      "可能是上年结转的项目，也可能是照上年的表抄的。",
                      "结转的在名称里写明“结转”；抄错的改过来。"});
}

void check_years_of_targets(const Table& table, Findings& findings) {
  const std::optional<int> year = table.card->year;
  if (!year) return;
  for (const Row& row : table.rows) {
    const target::Predicate& target = row.result->target;
    const bool this_year = section_of(*table.card, row.result->id).horizon == model::Horizon::annual;
    if (!this_year || row.indicator->not_applicable || target.kind != target::Kind::deadline ||
        !target.last || target.last->year == 0)
      continue;
    // A task may end in the first months of the next year: its accounts, its acceptance.
    constexpr int kLastMonthOfNextYear = 3;
    const bool early = target.last->year < *year;
    const bool late = target.last->year > *year + 1 ||
                      (target.last->year == *year + 1 && target.last->month > kLastMonthOfNextYear);
    if (!early && !late) continue;
    const std::string cell(base::trimmed(row.indicator->target.text));
    Finding finding{"A610",
                    fmt::format("{} 年度的表，“{}”的目标是 {} 年的：“{}”", *year,
                                base::trimmed(row.indicator->name.text), target.last->year, cell),
                    {{"年度", std::to_string(*year)}, {"年初目标值", cell}},
                    {at_target(table, row)},
                    early ? "年度开始以前的期限，到年初已经过了，比不出这一年做得怎样。"
                          : "年度过完以后才到的期限，这一年做没做到都不算晚。",
                    early ? "多半是照上年的表抄的，改成这一年的期限。"
                          : "写错年份的改过来；跨年的事，写这一年要做到哪一步。"};
    finding.cause = fmt::format("{}{}", unit_and_year(table), target.last->year);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

void check_names_and_years(const Batch& batch, const std::vector<Submission>& all, Findings& findings) {
  for (const Submission& submission : all) {
    if (!submission.one_department()) continue;
    check_units_named(submission, findings);
    check_projects_named(submission, findings);
  }
  for (const Table& table : batch.tables) {
    check_year_of_title(table, findings);
    check_years_of_targets(table, findings);
  }
}

}  // namespace jiheng::audit
