// Takes headings that no column was found for, gives one finding. Leaves naming each cell of them to nobody: the heading stands
// for its column.
#include "engine/intake/tables/unknown_headings.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/diag/print.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {

void UnknownHeadings::add(const FormWords& forms, const std::string& title, const base::Place& place) {
  constexpr std::size_t kMost = 10;
  const std::string word = without_notes(squeezed(title));
  if (word.empty() || label_of(forms, word) || ends_with_any(word, forms.unneeded)) return;
  if (count_++ == 0) first_ = place;
  if (count_ > kMost) return;
  const bool sheet = place.source && !place.source->sheet.empty();
  if (!names_.empty()) names_ += "、";
  names_ += fmt::format("“{}”", base::clipped(base::printable(title), 40));
  if (sheet) names_ += fmt::format("（{}）", diag::cell_name(place));
}

void UnknownHeadings::say(Reading& reading) const {
  if (count_ == 0) return;
  reading.problems.push_back(
      {"I145", fmt::format("有 {} 栏的表头不认得，没有取：{}{}", count_, names_, count_ > 10 ? " 等" : ""),
       "不知道这一栏是什么，里面的值都没有用；是目标、完成、分值一类的，算出来的就不对。",
       "是要用的栏，把表头改成“年度指标值、实际完成值、分值、得分”这样的说法再导入；不用的不必管。", first_});
}

}  // namespace jiheng::intake
