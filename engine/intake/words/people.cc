// Takes cells, finds labels of people in them by the parts labels are made of, and takes what stands behind, beside or
// below. Leaves removing it to the readers of lines.
#include "engine/intake/words/people.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/form_words.h"
#include "engine/intake/words/people_broken.h"
#include "engine/intake/words/people_labels.h"
#include "engine/intake/words/people_values.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {
namespace {

using Text = std::string_view;
using base::is_digit;

constexpr std::size_t kThorough = 20000;  ///< labels whose values are looked into; no document has so many
constexpr std::size_t kLongestLabelled = 40;  ///< characters of a cell of names

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
      const bool look = contains_any(text, forms_.people.hints);
      const bool number = has_long_number(text);
      const auto column = columns_.find(cells[k].column);
      const auto above = above_.find(cells[k].column);
      if (!look && !number && !open_ && column == columns_.end() && above == above_.end()) continue;
      const Flat flat = flat_of(text);
      if (flat.text.empty()) continue;
      const bool label = is_person_label(forms_, flat.text);
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
      if (column != columns_.end() && is_people(forms_, flat, Doubt::none) && !is_value(forms_, flat.text)) {
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
    if (is_value(forms_, flat.text) || is_form_word(forms_, flat.text)) return false;
    if (open_->filled) return is_people(forms_, flat, Doubt::surname);
    const std::size_t characters = base::count_characters(flat.text);
    if (r != open_->row) {
      if (!open_->alone || !alone) return false;
      return is_people(forms_, flat,
                       characters <= 4 || has_long_number(flat.text) ? Doubt::none : Doubt::surname);
    }
    if (open_->whole && characters <= kLongestLabelled && !starts_with_label(flat))
      return !begins_words(flat);
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
    return people_label_at(forms_.people, flat.text).bytes > 0 && !is_people(forms_, flat, Doubt::none);
  }

  /// Labels with values, and telephones, inside one cell.
  void inside(std::size_t r, std::size_t k, const Flat& flat) {
    const Text text = flat.text;
    for (std::size_t at = 0; at < text.size();) {
      const LabelFound label = people_label_at(forms_.people, text.substr(at));
      if (label.bytes > 0 && !begins_before(flat, at, label.bytes)) {
        at = behind_label(r, k, flat, at, label);
        continue;
      }
      const bool boundary = at == 0 || !is_digit(text[at - 1]);
      const std::size_t phone = boundary ? telephone_at(text.substr(at)) : 0;
      if (phone > 0 && is_telephone(flat, at, phone)) {
        std::size_t begin = at;
        // 张三13800000000: the name before it, where the cell has nothing else.
        if (at <= 12 && people_end(forms_, flat, 0, true, true, Doubt::surname) >= at + phone) begin = 0;
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
      if (flat.spaced[k] && people_label_at(forms_.people, Text(flat.text).substr(k)).bytes == at + bytes - k)
        return true;
    }
    return false;
  }

  /// A number of eleven digits alone may be an amount: a telephone stands behind a word, or is printed as one.
  bool is_telephone(const Flat& flat, std::size_t at, std::size_t bytes) const {
    const Text text = flat.text;
    const Text behind = text.substr(at + bytes);
    if (!behind.empty() &&
        (is_digit(behind.front()) || (!flat.spaced[at + bytes] && is_unit_behind(forms_, behind))))
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
    const std::size_t end = people_end(forms_, flat, p, label.person, apart,
                                       apart ? Doubt::none : Doubt::short_surname, ++looked_ < kThorough);
    const bool in_a_word = !apart && end < text.size() && chinese_at(text, end) && !flat.spaced[end] &&
                           end > 0 && !is_digit(text[end - 1]) &&
                           people_label_at(forms_.people, text.substr(end)).bytes == 0 &&
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
  std::vector<PeopleSpan> spans = people_in(forms, rows);
  const std::vector<PeopleSpan> broken = people_behind_broken_labels(forms, rows);
  spans.insert(spans.end(), broken.begin(), broken.end());
  if (spans.empty()) return text;
  std::stable_sort(spans.begin(), spans.end(), [](const PeopleSpan& a, const PeopleSpan& b) {
    return std::tie(a.row, a.cell, a.begin) < std::tie(b.row, b.cell, b.begin);
  });
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
  auto source = std::make_shared<const base::Source>(
      base::Source{text->name, std::move(out), text->sheet, text->spots});
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
