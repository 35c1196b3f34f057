// Takes what the tables left of the text, gives the statements with figures: the items of the numbered list of results a
// project (部门决算中项目绩效自评结果), the sentences of self-evaluation reports (自评报告, 自评结果), and of all other running
// text the sentences. Comparing them with the tables is not done here.
#include <algorithm>
#include <initializer_list>
#include <map>

#include "engine/base/text.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/tables_from_text.h"
#include "engine/intake/words/form_words.h"
#include "engine/intake/words/people.h"
#include "engine/quantity/prose_figures.h"

namespace jiheng::intake {
namespace {

using base::is_digit;

constexpr std::size_t kLongestClaim = 6000;  ///< bytes

/// "12、" at the front.
std::size_t list_number(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && at < 3 && is_digit(text[at])) ++at;
  return at > 0 && text.substr(at).starts_with("、") ? at + std::string_view("、").size() : 0;
}

bool has_mark(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [text](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// 单位名称：某县水利局: of the head of a table.
bool is_field(const FormWords& forms, std::string_view squeezed) {
  const std::size_t colon = squeezed.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         label_of(forms, squeezed.substr(0, colon + 1)).has_value();
}

/// A line of a table that is no form, without tabs: 基本支出 100.00 80.00 20.00.
bool is_row_of_figures(const Line& line) {
  constexpr std::size_t kFewest = 3;
  const auto numbers = std::count_if(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) {
    return std::all_of(piece.text.begin(), piece.text.end(),
                       [](char c) { return is_digit(c) || c == '.' || c == ',' || c == '-' || c == '%'; });
  });
  return !has_mark(line.text, {"，", "。", "；", "、"}) && line.pieces.size() >= kFewest &&
         static_cast<std::size_t>(numbers) * 2 > line.pieces.size();
}

class ClaimReader {
 public:
  explicit ClaimReader(Reading& reading) : reading_(reading) {}

  void run() {
    for (std::size_t i = 0; i < reading_.lines().size(); ++i) {
      const Line& line = reading_.line(i);
      if (reading_.used(i) || line.grid) {
        end_claim();
        if (line.grid || reading_.line(i).pieces.empty()) part_ = Part::other;
        continue;
      }
      const std::string& text = reading_.squeezed_line(i);
      if (reading_.page_number(i)) continue;
      if (is_title(reading_.forms(), text)) {  // of a table that is read elsewhere
        end_claim();
        continue;
      }
      part_of(text);
      if (part_ == Part::list) {
        list_line(i, text);
      } else {
        sentence_line(i, text);
      }
    }
    end_claim();
  }

 private:
  enum class Part { other, list, report };

  /// Headings switch what kind of part the lines belong to.
  void part_of(const std::string& text) {
    const bool heading = is_section_heading(text);
    const bool results = text.find("自评结果") != std::string::npos && base::count_characters(text) < 40;
    if (heading && text.find("项目绩效自评结果") != std::string::npos) {
      end_claim();
      part_ = Part::list;
      return;
    }
    if ((heading &&
         (text.find("自评报告") != std::string::npos || text.find("自评结论") != std::string::npos)) ||
        (results && !heading && part_ == Part::report) || (heading && text.starts_with("二、佐证材料"))) {
      end_claim();
      part_ = Part::report;
      return;
    }
    const bool part = text.starts_with("第") && heading;
    const bool next = heading && text.starts_with('(') && part_ == Part::list;
    if (part || next || (heading && !text.starts_with('(') && part_ == Part::list)) {
      end_claim();
      part_ = Part::other;
    }
  }

  void list_line(std::size_t i, const std::string& text) {
    if (list_number(text) > 0) {
      end_claim();
      open_ = true;
    }
    if (open_) add(i, reading_.line(i).text);
  }

  /// Sentences: a heading line or a full stop ends one; outside of reports the number of an item, too.
  void sentence_line(std::size_t i, const std::string& text) {
    const bool part_of_a_table = is_row_of_figures(reading_.line(i)) || is_field(reading_.forms(), text);
    if (is_heading(text) || (part_ == Part::other && part_of_a_table)) {
      end_claim();
      return;
    }
    if (part_ == Part::other && list_number(text) > 0) end_claim();
    std::string_view rest = reading_.line(i).text;
    constexpr std::string_view kStop = "。";
    while (!rest.empty()) {
      const std::size_t stop = rest.find(kStop);
      const std::size_t length = stop == std::string_view::npos ? rest.size() : stop + kStop.size();
      open_ = true;
      add(i, rest.substr(0, length));
      rest.remove_prefix(length);
      if (stop != std::string_view::npos) end_claim();
    }
  }

  bool is_heading(const std::string& text) const {
    constexpr std::size_t kHeadingCharacters = 18;  // longer ones are sentences that begin with a number
    const bool is_short = base::count_characters(text) <= kHeadingCharacters;
    if (part_ == Part::report)
      return is_short && is_section_heading(text) && text.find("。") == std::string::npos;
    if (is_section_heading(text)) return !has_mark(text, {"，", ",", "。", "；", ";", "："});
    return is_short && !has_mark(text, {"，", ",", "。", "；", ";", "：", "、"}) && figures_of(text).empty();
  }

  std::vector<std::string> figures_of(std::string_view text) const {
    return std::move(quantity::prose_of(text, reading_.forms().units).printed);
  }

  void add(std::size_t i, std::string_view text) {
    if (claim_.text.size() + text.size() > kLongestClaim) end_claim();
    if (claim_.text.empty()) claim_.place = reading_.line(i).pieces.front().place;
    append_joined(claim_.text, text);
    claim_lines_.push_back(i);
    open_ = true;
  }

  void end_claim() {
    open_ = false;
    // Labels and headings are no statements: outside of the parts that are known only sentences are.
    const bool sentence = part_ != Part::other || has_mark(claim_.text, {"，", "。"});
    if (sentence) claim_.figures = figures_of(claim_.text);
    if (!claim_.figures.empty()) {
      for (const std::size_t i : claim_lines_) reading_.use(i);
      reading_.document.claims.push_back(std::move(claim_));
    }
    claim_ = {};
    claim_lines_.clear();
  }

  Reading& reading_;
  Part part_ = Part::other;
  bool open_ = false;
  Claim claim_;
  std::vector<std::size_t> claim_lines_;
};

}  // namespace

void read_claims(Reading& reading) { ClaimReader(reading).run(); }

Document claims_around_sheets(const FormWords& forms, const SourcePtr& prose,
                              std::span<office::Sheet> sheets) {
  std::vector<PassedOver> people;
  const SourcePtr shown = without_people(forms, prose, people);
  Reading reading(forms, shown);
  reading.document.passed_over = std::move(people);
  read_claims(reading);
  std::map<int, std::size_t> by_number;
  for (std::size_t i = 0; i < reading.lines().size(); ++i) by_number[reading.line(i).number] = i;
  for (office::Sheet& sheet : sheets) {
    std::erase_if(sheet.above, [&](const model::Field& field) {
      const auto line = by_number.find(field.place.line);
      return field.place.source == prose && line != by_number.end() && reading.used(line->second);
    });
  }
  for (const office::Sheet& sheet : sheets) {
    for (const model::Field& field : sheet.above) {
      const auto line = by_number.find(field.place.line);
      if (field.place.source == prose && line != by_number.end()) reading.use(line->second);
    }
  }
  for (office::Sheet& sheet : sheets) {
    for (model::Field& field : sheet.above) {
      if (field.place.source == prose) field.place.source = shown;
    }
  }
  return reading.finish();
}

}  // namespace jiheng::intake
