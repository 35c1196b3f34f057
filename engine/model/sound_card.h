// engine/model/sound_card.h: what makes a card sound, the same for every way in: scorecard files, documents, whoever fills a
// card in.
// Takes   a card as read. That a value is of the right kind (a text, a number) is seen to by whoever reads it.
// Gives   messages that name the keys of the form, each at the place of its cell; a blank or absent cell is no fault unless
//         it is required.
// Fails   L102 too many rows, L104 a name twice in one group, L109 an entry without a name, L110 a required text that is
//         blank, L202 a number out of bounds, L203 no unit of money, L204 no such day or year, L205 a text too long, L206 an
//         id used twice, L207 nothing to score, L208 control characters.
// Source  docs/scorecard.md
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/scorecard.h"

namespace jiheng::model {

using Problems = std::vector<diag::Diagnostic>;

inline constexpr std::size_t kMaxIndicators = 2000;        ///< of one card
inline constexpr std::size_t kMaxNameCharacters = 500;     ///< names, header fields, words
inline constexpr std::size_t kMaxProseCharacters = 10000;  ///< 偏差原因, 改进措施, 内容, 佐证
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2999;
inline constexpr std::array<std::string_view, 5> kMoneyUnits = {"元", "千元", "万元", "百万元", "亿元"};

/// Everything. `what` names the card in messages: "自评表", "自评表第 2 张". Linear in the card.
void check_card(const Scorecard& card, const std::string& what, Problems& problems);

/// One row, named "绩效指标第 3 项".
void check_indicator(const Indicator& row, const std::string& what, Problems& problems);
void check_budget(const Budget& budget, Problems& problems);

/// L206 where the card's id is among those taken; else it is taken now.
void check_id(const Scorecard& card, std::set<std::string>& taken, Problems& problems);

/// A text that is not too long and holds no control characters.
bool is_sound_text(std::string_view text, std::size_t max_characters);
/// False, and said, for a text that is not; `what` is its key.
bool check_text(const Field& field, std::string_view what, std::size_t max_characters, Problems& problems);
/// False, and said, for a text that is no day (2024年2月26日, 2024-02-26, 2024.2.26) or month (2024年2月) of the calendar.
bool check_date(const Field& field, std::string_view what, Problems& problems);
/// L102 for so many rows.
diag::Diagnostic too_many_rows(std::string_view what, std::size_t rows, const base::Place& place);

/// Blanks the cells above and below the rows that are not sound and that a card can do without (填报日期, 改进措施 …), and
/// gives what was wrong with each. What is left may still be unsound.
Problems leave_out_unsound_cells(Scorecard& card);

/// A text in a message: on one line and not longer than a line.
std::string shown(std::string_view text);

}  // namespace jiheng::model
