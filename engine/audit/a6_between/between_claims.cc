// A602, A603, A608. Takes the sentences and tables of a submission, gives figures that a text states otherwise than the table
// does: of an indicator, of a project's budget, of the sum of projects, of 基本支出 and 项目支出 of the department.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "engine/audit/a6_between/between.h"
#include "engine/base/text.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using scoring::figure;

constexpr std::size_t kShortestClaimedName = 12;  ///< bytes: four characters

struct Value {
  const Table* table;
  const Row* row;
  Figure actual;
  std::optional<Figure> target;
};
using ValueIndex = std::unordered_map<std::string, std::vector<Value>>;

ValueIndex index_of(const Submission& submission, const quantity::UnitTable& units) {
  ValueIndex index;
  for (const auto* tables : {&submission.own, &submission.projects}) {
    for (const Table* table : *tables) {
      for (const Row& row : table->rows) {
        std::string name = core_name(row.indicator->name.text);
        auto actual = figure_of_cell(row.indicator->actual.text, units);
        if (name.size() < kShortestClaimedName || !actual) continue;
        index[std::move(name)].push_back(
            {table, &row, std::move(*actual), figure_of_cell(row.indicator->target.text, units)});
      }
    }
  }
  return index;
}

void check_indicators(const Submission& submission, const Batch& batch, const ValueIndex& index,
                      Findings& findings) {
  for (const Sentence* sentence : submission.sentences) {
    for (const Figure& f : sentence->prose.figures) {
      if (f.approximate || !f.per.empty()) continue;
      const auto found = index.find(core_name(f.label));
      if (found == index.end()) continue;
      std::vector<const Value*> different;
      bool equal = false;
      for (const Value& v : found->second) {
        if (!same_kind(f, v.actual, batch.units) || of_another_year(f.label, *v.table)) continue;
        const bool same =
            equal_as_printed(f, v.actual) ||
            (v.target && same_kind(f, *v.target, batch.units) && equal_as_printed(f, *v.target));
        equal = equal || same || leaves_open(v.row->result->actual);
        different.push_back(&v);
      }
      if (equal || different.empty()) continue;
      const Value& v = *different.front();
      Finding finding{"A602",
                      fmt::format("“{}”，文字里是 {}，“{}”的表里是 {}", v.row->indicator->name.text, f.text,
                                  v.table->card->title.text, base::trimmed(v.row->indicator->actual.text)),
                      {{"文字", f.text}, {"实际完成值", v.row->indicator->actual.text}},
                      {sentence->where},
                      "同一件事，文字和表上应是同一个数。",
                      "核对哪一个是对的。",
                      v.row->indicator->name.text + f.text};
      for (const Value* d : different)
        finding.where.push_back(d->table->at(*d->row, d->row->indicator->actual.place));
      findings.push_back(std::move(finding));
    }
  }
}

/// The project a budget in a text is of: the head of an item, or the words before 预算.
const Table* project_of(const std::unordered_map<std::string, const Table*>& by_title,
                        std::string_view name) {
  const auto found = by_title.find(bare_name(name));
  return found == by_title.end() ? nullptr : found->second;
}

std::string_view before_budget(std::string_view label) {
  for (const std::string_view word : {"部门预算", "财政预算", "全年预算", "预算"}) {
    const std::size_t at = label.rfind(word);
    if (at == std::string_view::npos) continue;
    std::string_view name = label.substr(0, at);
    if (name.ends_with("项目")) name.remove_suffix(std::string_view("项目").size());
    return name;
  }
  return {};
}

void compare_amount(const Figure& f, std::string_view what,
                    const std::vector<const std::optional<model::NumberField>*>& fields, const Table& table,
                    const Sentence& sentence, const Batch& batch, Findings& findings) {
  const model::NumberField* stated = nullptr;
  for (const auto* field : fields) {
    if (!*field) continue;
    const auto yuan = in_yuan(**field, table, batch);
    if (!yuan) return;
    Figure own = f;
    own.amount = *yuan;
    own.last = Decimal::of(1, (*field)->value.places()) * 10000;
    if (equal_as_printed(f, own)) return;
    if (stated == nullptr) stated = &**field;
  }
  if (stated == nullptr) return;
  const std::string unit = table.card->budget.unit.empty() ? "万元" : table.card->budget.unit.text;
  findings.push_back({"A602",
                      fmt::format("项目“{}”的{}，文字里是 {}，表里是 {} {}", table.card->title.text, what,
                                  f.text, stated->value.to_string(), unit),
                      {{"文字", f.text}, {"表", stated->value.to_string() + unit}},
                      {sentence.where, table.at(stated->place)},
                      "同一件事，文字和表上应是同一个数。",
                      "核对哪一个是对的。",
                      table.card->title.text + std::string(what) + f.text});
}

void check_budgets(const Submission& submission, const Batch& batch, Findings& findings) {
  std::unordered_map<std::string, const Table*> by_title;
  for (const Table* table : submission.projects) {
    const auto [at, is_new] = by_title.try_emplace(bare_name(table->card->title.text), table);
    if (!is_new) at->second = nullptr;  // two of one name
  }
  for (const Sentence* sentence : submission.sentences) {
    const Table* table = project_of(by_title, head_of_item(sentence->prose.text));
    for (const Figure& f : sentence->prose.figures) {
      if (f.kind != Figure::Kind::money || f.approximate || change_of(f) != 0) continue;
      const bool budget = ends_with_any(f.label, {"预算", "预算数", "预算为", "预算数为"});
      if (budget && table == nullptr) table = project_of(by_title, before_budget(f.label));
      if (table == nullptr || of_another_year(f.label, *table)) continue;
      const model::Budget& b = table->card->budget;
      if (budget) {
        compare_amount(f, "预算数", {&b.adjusted, &b.planned, &b.approved, &b.initial}, *table, *sentence,
                       batch, findings);
      } else if (ends_with_any(f.label, {"执行数", "执行数为"})) {
        compare_amount(f, "执行数", {&b.executed}, *table, *sentence, batch, findings);
      }
    }
  }
}

/// 12 个项目，资金 460 万元.
struct Projects {
  const Sentence* sentence;
  const Figure* count;
  const Figure* money;
};

std::vector<Projects> projects_in(const Sentence& sentence) {
  std::vector<Projects> out;
  const auto& figures = sentence.prose.figures;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const Figure& count = figures[i];
    const Figure& money = figures[i + 1];
    const std::string_view behind = std::string_view(sentence.prose.text).substr(count.end, 18);
    const bool projects = count.kind == Figure::Kind::count &&
                          (count.unit == "个" || count.unit == "项" || count.unit == "个项目") &&
                          (contains_any(count.label, {"项目"}) || contains_any(behind, {"项目"}));
    const bool both =
        projects && money.kind == Figure::Kind::money && money.per.empty() && money.depth == count.depth;
    if (!both || count.approximate || money.approximate || change_of(money) != 0) continue;
    out.push_back({&sentence, &count, &money});
  }
  return out;
}

bool fewer(const Projects& a, const Projects& b) { return a.count->amount < b.count->amount; }

/// The largest number of projects against the sum of the others, where their numbers make it.
void check_sums_of_projects(const std::vector<Projects>& list, Findings& findings) {
  if (list.size() < 3) return;
  const auto total = std::max_element(list.begin(), list.end(), fewer);
  Decimal count;
  Decimal sum;
  Decimal last = total->money->last;
  std::string text;
  for (const Projects& p : list) {
    if (&p == &*total) continue;
    count += p.count->amount;
    sum += p.money->amount;
    last = std::min(last, p.money->last);
    text += fmt::format("{}{}", text.empty() ? "" : " + ", p.money->text);
  }
  const Decimal slack = last * Decimal::of(5, 1) * static_cast<std::int64_t>(list.size());
  if (count != total->count->amount || (sum - total->money->amount).magnitude() <= slack) return;
  findings.push_back({"A603",
                      fmt::format("写着 {} 项目共 {}，各部分 {} = {}", total->count->text, total->money->text,
                                  text, amount_like(sum, *total->money)),
                      {{"项目数", total->count->text},
                       {"资金合计", total->money->text},
                       {"各部分之和", amount_like(sum, *total->money)}},
                      {total->sentence->where},
                      "项目数正好是各部分之和，资金也应是。",
                      "核对合计和每一部分的资金。"});
}

/// The same against the tables, where there are as many.
void check_sum_of_tables(const Projects& stated, const Submission& submission, const Batch& batch,
                         Findings& findings) {
  const auto tables = static_cast<std::int64_t>(submission.projects.size());
  if (stated.count->amount != Decimal(tables) || tables < 2) return;
  Decimal sum;
  Decimal last = stated.money->last;
  for (const Table* table : submission.projects) {
    const model::Budget& b = table->card->budget;
    const model::NumberField* amount = nullptr;
    for (const auto* field : {&b.adjusted, &b.planned, &b.approved, &b.initial}) {
      if (amount == nullptr && *field) amount = &**field;
    }
    const auto yuan = amount != nullptr ? in_yuan(*amount, *table, batch) : std::nullopt;
    if (!yuan) return;
    sum += *yuan;
    last = std::min(last, Decimal::of(1, amount->value.places()) * 10000);
  }
  const Decimal slack = std::max(last * Decimal::of(5, 1) * (tables + 1), stated.money->last);
  if ((sum - stated.money->amount).magnitude() <= slack) return;
  Finding finding{"A603",
                  fmt::format("写着 {} 项目共 {}，{} 张项目表的预算合计 {}", stated.count->text,
                              stated.money->text, tables, amount_like(sum, *stated.money)),
                  {{"资金合计", stated.money->text}, {"项目表合计", amount_like(sum, *stated.money)}},
                  {stated.sentence->where},
                  "文字里的合计应是各项目表的预算之和。",
                  "核对合计和各项目表。"};
  findings.push_back(std::move(finding));
}

/// Numbers of projects in sentences right behind each other; the largest stands for all of them.
void check_chain(const std::vector<Projects>& chain, const Submission& submission, const Batch& batch,
                 Findings& findings) {
  if (chain.empty()) return;
  check_sums_of_projects(chain, findings);
  const auto largest = std::max_element(chain.begin(), chain.end(), fewer);
  check_sum_of_tables(*largest, submission, batch, findings);
}

void check_claimed_projects(const Submission& submission, const Batch& batch, Findings& findings) {
  std::vector<Projects> chain;
  for (const Sentence* sentence : submission.sentences) {
    if (!sentence->follows) {
      check_chain(chain, submission, batch, findings);
      chain.clear();
    }
    for (const Projects& p : projects_in(*sentence)) chain.push_back(p);
  }
  check_chain(chain, submission, batch, findings);
}

/// 本级项目支出 10 个, 资金 354 万元: the text has its own scope, narrower than the table's.
bool says_whose(const Sentence& sentence, std::string_view expenditure) {
  const std::string_view text = sentence.prose.text;
  const std::size_t at = text.rfind(expenditure);
  return at != std::string_view::npos &&
         contains_any(text.substr(0, at), {"本级", "县级", "市级", "区级", "省级", "上级转移支付", "不含"});
}

/// 项目支出 275.77 万元 in the text, 21468.3 in the department's table; said only where no sentence has the table's, or speaks
/// of a part.
void check_expenditure(const Submission& submission, const Batch& batch, Findings& findings) {
  if (submission.own.size() != 1) return;
  const Table& own = *submission.own.front();
  for (const auto& [name, field] : {std::pair(std::string_view("基本支出"), &own.card->budget.basic),
                                    std::pair(std::string_view("项目支出"), &own.card->budget.project)}) {
    const auto yuan = *field ? in_yuan(**field, own, batch) : std::nullopt;
    if (!yuan || yuan->is_zero()) continue;
    const Sentence* first = nullptr;
    const Figure* stated = nullptr;
    bool silent = false;
    for (const Sentence* sentence : submission.sentences) {
      silent = silent || says_whose(*sentence, name);
      for (const Figure& f : sentence->prose.figures) {
        if (f.kind != Figure::Kind::money || change_of(f) != 0 || f.amount.is_zero() ||
            bare_name(f.label) != name)
          continue;
        Figure table = f;
        table.amount = *yuan;
        table.last = Decimal::of(1, (*field)->value.places()) * 10000;
        silent = silent || equal_as_printed(f, table);
        if (first == nullptr) {
          first = sentence;
          stated = &f;
        }
      }
    }
    if (first == nullptr || silent) continue;
    findings.push_back(
        {"A608",
         fmt::format("{}，文字里是 {}，部门整体表里是 {} 万元", name, stated->text,
                     figure(*base::divide(*yuan, 10000, 8), 6)),
         {{"文字", stated->text}, {"部门整体表", figure(*base::divide(*yuan, 10000, 8), 6) + "万元"}},
         {first->where, own.at((*field)->place)},
         "同一个部门、同一年度的支出，口径不同也要能对得上。",
         "核对两个数的口径（本级还是全部门，含不含基金）；写错的改过来。"});
  }
}

}  // namespace

void check_tables_against_text(const Batch& batch, const std::vector<Submission>& all, Findings& findings) {
  for (const Submission& submission : all) {
    if (!submission.one_department() || submission.sentences.empty()) continue;
    check_claimed_projects(submission, batch, findings);
    const ValueIndex index = index_of(submission, batch.units);
    check_indicators(submission, batch, index, findings);
    check_budgets(submission, batch, findings);
    check_expenditure(submission, batch, findings);
  }
}

}  // namespace jiheng::audit
