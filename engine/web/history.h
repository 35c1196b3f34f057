// engine/web/history.h: what was changed on the desk, step by step, so that it is undone and done again without end.
// Takes   the changes of one step, in the order they were made. Rows are kept as they were before and after, the rest of the
//         card without its rows: a step holds what it changed and no more.
// Gives   the step to take back, or to do again; the card as it is then.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/cards_from_paths.h"
#include "engine/model/row_id.h"

namespace jiheng::web {

/// Of one row; without `before` it is new, without `after` it is gone. The place is the one at that moment.
struct RowChange {
  model::RowId at;
  std::optional<model::Indicator> before;
  std::optional<model::Indicator> after;
};

/// The card without its sections.
struct HeadChange {
  model::Scorecard before;
  model::Scorecard after;
};

/// Tables put away, by their keys, and what the texts of their files say.
struct Away {
  std::vector<std::pair<std::size_t, app::ReadCard>> tables;
  std::vector<model::Claim> claims;
};

struct Step {
  std::size_t key = 0;  ///< of the table: stays its own when others come and go
  std::vector<RowChange> rows;
  std::optional<HeadChange> head;
  std::optional<model::Scorecard> added;  ///< the table is new with this step
  std::optional<Away> away;               ///< these tables lie on the desk no more
  bool joined = false;  ///< with the step before, of another table: taken back and made again in one
  std::string typed;  ///< the cell a text is typed into, so that one word typed is one step; "" for all else
};

/// A copy without the rows.
model::Scorecard head_of(model::Scorecard& card);

/// The card after the step, or with `forth` false before it.
void put_step(model::Scorecard& card, const Step& step, bool forth);

class History {
 public:
  /// What was undone before is gone. `more`: the text of the last step is typed on; it stays one step with it.
  void record(Step step, bool more = false);
  /// Takes the last step off what is done, and the other way round; nullptr where there is none.
  const Step* back();
  const Step* forth();
  /// Whether what was undone last belongs to the step that was made again before it.
  bool goes_on() const { return !undone_.empty() && undone_.back().joined; }
  std::size_t done() const { return done_.size(); }
  std::size_t undone() const { return undone_.size(); }
  void clear();

 private:
  std::vector<Step> done_;
  std::vector<Step> undone_;
};

}  // namespace jiheng::web
