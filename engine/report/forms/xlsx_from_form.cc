// Takes scored cards, gives the workbook: which sheets there are and what the tables beside the forms say.
#include "engine/report/forms/xlsx_from_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/squeezed.h"
#include "engine/explain/explain.h"
#include "engine/model/helper_sheets.h"
#include "engine/office/sheet.h"
#include "engine/office/workbook/xlsx_book.h"
#include "engine/report/forms/form_from_card.h"
#include "engine/report/forms/xlsx_form_sheet.h"
#include "engine/report/texts/score_texts.h"
#include "engine/scoring/asked_data.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using scoring::IndicatorResult;

constexpr office::CellStyle kTitle = {
    .place = office::CellStyle::Place::center, .bold = true, .border = false, .size = 14};
constexpr office::CellStyle kTextCell = {};
constexpr office::CellStyle kOpenCell = {.input = true, .marked = true};

struct Note {
  std::string_view title;
  double width;
};

/// A sheet that is one table: a title, headings repeated on every page, rows as high as their texts need.
class NoteSheet {
 public:
  NoteSheet(office::XlsxBook& book, const model::HelperSheet& kind, std::vector<Note> columns)
      : book_(book), sheet_(book.add_sheet(kind.name)), columns_(std::move(columns)) {
    const int count = static_cast<int>(columns_.size());
    book_.write(sheet_, {0, 0, 1, count}, {std::string(kind.title), {}}, kTitle);
    book_.height(sheet_, 0, 26);
    for (int c = 0; c < count; ++c) {
      const Note& column = columns_[static_cast<std::size_t>(c)];
      book_.write(sheet_, {1, c}, {std::string(column.title), {}}, kHeadingCell);
      book_.width(sheet_, c, column.width);
    }
    book_.freeze(sheet_, 2);
  }

  /// A row whose last cell is to be filled in: one of these words, where there are any.
  void put_open(const std::vector<std::string>& texts, const std::vector<std::string>& words) {
    const int last = static_cast<int>(texts.size());
    put(texts);
    book_.write(sheet_, {row_ - 1, last}, {}, kOpenCell);
    if (!words.empty()) book_.choose(sheet_, {row_ - 1, last, 1, 1}, words, "计算数据", "从列表里选一个。");
  }

  int sheet() const { return sheet_; }
  int row() const { return row_; }

  void put(const std::vector<std::string>& texts) {
    double height = 18;
    for (std::size_t c = 0; c < texts.size(); ++c) {
      book_.write(sheet_, {row_, static_cast<int>(c)}, {texts[c], {}}, kTextCell);
      height = std::max(height, office::text_height(texts[c], columns_[c].width));
    }
    next(height);
  }
  void next(double height) { book_.height(sheet_, row_++, std::min(height, 400.0)); }
  void finish(bool landscape = true) {
    book_.print_setup(sheet_, row_, static_cast<int>(columns_.size()), 1, 2, landscape);
  }

 private:
  office::XlsxBook& book_;
  int sheet_;
  std::vector<Note> columns_;
  int row_ = 2;
};

std::string source_text(const model::SourceNote& source) {
  std::string out = source.document;
  if (!source.paragraph.empty()) out += " " + source.paragraph;
  if (!source.status.empty()) out += "（" + source.status + "）";
  return out;
}

void put_rules(office::XlsxBook& book, const results::Scores& scores, const std::vector<Form>& forms) {
  NoteSheet notes(
      book, model::kRulesSheet,
      {{"表", 16}, {"指标", 26}, {"满分", 7}, {"得分", 12}, {"规则", 18}, {"算式", 50}, {"出处", 34}});
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const CardResult& card = scores.cards[i];
    const std::string& name = forms[i].name;
    if (card.execution) {
      notes.put({name, "预算执行", plain(card.execution->full_marks),
                 card.scored ? points_text(card.execution->score, *card.scheme) : "", "", card.execution->why,
                 source_text(card.scheme->execution->source)});
    }
    for (const IndicatorResult& result : card.indicators) {
      const model::SourceNote* source = nullptr;
      if (result.clause != nullptr) {
        source = &result.clause->source;
        if (source->document.empty() && !card.scheme->sources.empty()) source = &card.scheme->sources.front();
      }
      notes.put(
          {name, indicator_of(result, card).name.text, plain(result.full_marks),
           is_judged(result, card) ? points_text(result.score, *card.scheme) : status_text(result, card),
           result.clause == nullptr ? "" : result.clause->id + " " + result.clause->name, result.why,
           source == nullptr ? "" : source_text(*source)});
    }
    if (!card.cap_why.empty())
      notes.put({name, "总分", "", points_text(card.total, *card.scheme), "", card.cap_why, ""});
  }
  notes.finish();
}

void put_deviations(office::XlsxBook& book, const results::Scores& scores, const std::vector<Form>& forms) {
  NoteSheet notes(book, model::kDeviationsSheet, {{"表", 18}, {"指标", 28}, {"说明", 80}, {"填写", 16}});
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const CardResult& card = scores.cards[i];
    const std::string& name = forms[i].name;
    const std::string draft = explain::deviation_draft(card);
    const bool blank = draft.find(explain::kReasonBlank) != std::string::npos;
    notes.put({name, "偏差原因分析（草稿）", draft, blank ? "有空要填" : ""});
    for (const IndicatorResult& result : card.indicators) {
      if (is_short(result, card))
        notes.put({name, indicator_of(result, card).name.text, explain::explain(result, card), ""});
    }
  }
  const office::CellArea all = {2, 0, std::max(1, notes.row() - 2), 4};
  book.shade_where(notes.sheet(), all, "=$D3=\"有空要填\"", false);
  notes.finish();
}

/// One row a card, its figures taken live from its form.
class Overview {
 public:
  explicit Overview(office::XlsxBook& book)
      : book_(book),
        notes_(book, model::kOverviewSheet,
               {{"编号", 8},
                {"表", 40},
                {"预算", 12},
                {"执行", 12},
                {"执行率", 10},
                {"总分", 14},
                {"等级", 8},
                {"待核", 7}}) {}

  void put(const CardResult& card, const std::string& name, const FormAddresses& at) {
    const int row = notes_.row();
    const auto number = [](const std::optional<base::Decimal>& value) {
      return office::CellValue{{}, value};
    };
    const auto link = [&](int column, const std::string& address, const office::CellValue& value,
                          bool percent = false) {
      office::CellStyle style = kCentredCell;
      style.percent = percent;
      if (address.empty()) return book_.write(notes_.sheet(), {row, column}, value, style);
      book_.formula(notes_.sheet(), {row, column}, fmt::format("=IF({0}=\"\",\"\",{0})", address), value,
                    style);
    };
    book_.write(notes_.sheet(), {row, 0}, {card.card->id, {}}, kTextCell);
    book_.write(notes_.sheet(), {row, 1}, {name, {}}, kTextCell);
    link(2, at.planned, number(planned_of(card)));
    link(3, at.executed,
         card.card->budget.executed ? number(card.card->budget.executed->value) : office::CellValue{});
    office::CellValue rate;
    if (card.execution && card.execution->rate) {
      rate.number =
          base::Decimal::of(card.execution->rate->coefficient(), card.execution->rate->places() + 2);
    }
    link(4, at.rate, rate, true);
    office::CellValue total;
    if (card.scored && card.total.exact()) {
      total.number = card.total.low;
    } else if (card.scored) {
      total.text = plain(card.total.low) + "-" + plain(card.total.high) + "（待核）";
    }
    link(5, at.total, total);
    link(6, at.grade, {card.scored ? card.grade : "", {}});
    book_.write(notes_.sheet(), {row, 7}, number(base::Decimal(card.undetermined)), kCentredCell);
    notes_.next(office::text_height(name, 40));
  }

  void finish() { notes_.finish(false); }

 private:
  office::XlsxBook& book_;
  NoteSheet notes_;
};

/// Whether an amount that is filled in on the form is read back under this name: 预算数 that stands below 全年预算数 is not.
bool is_headed(const Form& form, std::string_view name) {
  return std::any_of(form.cells.begin(), form.cells.end(), [name](const FormCell& cell) {
    if (cell.look != Look::heading && cell.look != Look::label) return false;
    const std::string text = base::squeezed(cell.text);
    return std::string_view(text).substr(0, text.find('(')) == name;
  });
}

/// One cell for each thing asked for, with 是 and 否, or the words of the tiers, to choose from.
void put_data(office::XlsxBook& book, const results::Scores& scores, const std::vector<Form>& forms) {
  std::optional<NoteSheet> notes;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const CardResult& card = scores.cards[i];
    for (const IndicatorResult& result : card.indicators) {
      const model::Indicator& row = indicator_of(result, card);
      for (const scoring::AskedData& asked :
           scoring::asked_data(*card.scheme, card.card->budget, row, result.standard.get())) {
        if (asked.by_money && is_headed(forms[i], asked.name)) continue;
        if (!notes)
          notes.emplace(
              book, model::kDataSheet,
              std::vector<Note>{{"表", 24}, {"指标", 30}, {"要知道的", 44}, {"单位", 8}, {"填", 16}});
        notes->put_open({forms[i].name, row.name.text, std::string(asked.name), std::string(asked.unit)},
                        asked.choices());
      }
    }
  }
  if (notes) notes->finish();
}

std::optional<std::string> workbook(const results::Scores& scores, const std::vector<std::string>& units) {
  office::XlsxBook book;
  std::optional<Overview> overview;
  if (scores.cards.size() > 1) overview.emplace(book);
  std::vector<Form> forms;
  std::vector<int> sheets;
  for (const CardResult& card : scores.cards) {
    forms.push_back(form_from_card(card));
    sheets.push_back(book.add_sheet(forms.back().name));
    if (!forms.back().scheme.empty()) book.name_text(sheets.back(), office::kSchemeName, forms.back().scheme);
  }
  if (scores.cards.empty() || scores.cards.front().scored) {
    put_rules(book, scores, forms);
    put_deviations(book, scores, forms);
  }
  if (!units.empty()) put_data(book, scores, forms);  // an empty form to fill in
  CalculationSheet calculation(book, units);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const FormAddresses at = put_form(book, sheets[i], calculation, forms[i], scores.cards[i]);
    if (overview) overview->put(scores.cards[i], forms[i].name, at);
  }
  calculation.finish(book);
  if (overview) overview->finish();
  return book.bytes();
}

}  // namespace

std::optional<std::string> xlsx_from_scores(const results::Scores& scores) { return workbook(scores, {}); }

std::optional<std::string> xlsx_template(const results::Scores& forms,
                                         const std::vector<std::string>& units) {
  return workbook(forms, units);
}

}  // namespace jiheng::report
