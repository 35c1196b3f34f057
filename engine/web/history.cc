// Takes the steps of a desk, gives them back one by one. Which table a step is of, and what is scored again, is desk.cc's.
#include "engine/web/history.h"

#include <utility>

namespace jiheng::web {
namespace {

void put_row(model::Scorecard& card, const RowChange& change, bool forth) {
  const auto& from = forth ? change.before : change.after;
  const auto& to = forth ? change.after : change.before;
  auto& rows = card.sections[change.at.section].indicators;
  const auto at = rows.begin() + static_cast<std::ptrdiff_t>(change.at.index);
  if (from && to) {
    *at = *to;
  } else if (to) {
    rows.insert(at, *to);
  } else {
    rows.erase(at);
  }
}

bool is_one_row_changed(const Step& step) {
  return step.rows.size() == 1 && step.rows.front().before && step.rows.front().after && !step.head;
}

}  // namespace

model::Scorecard head_of(model::Scorecard& card) {
  std::vector<model::Section> sections = std::exchange(card.sections, {});
  model::Scorecard head = card;
  card.sections = std::move(sections);
  return head;
}

void put_step(model::Scorecard& card, const Step& step, bool forth) {
  if (forth) {
    for (const RowChange& row : step.rows) put_row(card, row, true);
  } else {
    for (auto row = step.rows.rbegin(); row != step.rows.rend(); ++row) put_row(card, *row, false);
  }
  if (!step.head) return;
  std::vector<model::Section> sections = std::exchange(card.sections, {});
  card = forth ? step.head->after : step.head->before;
  card.sections = std::move(sections);
}

void History::record(Step step, bool more) {
  undone_.clear();
  if (more && !done_.empty() && !step.typed.empty()) {
    Step& last = done_.back();
    if (last.key == step.key && last.typed == step.typed) {
      if (is_one_row_changed(last) && is_one_row_changed(step)) {
        last.rows.front().after = std::move(step.rows.front().after);
        return;
      }
      if (last.head && step.head && last.rows.empty() && step.rows.empty()) {
        last.head->after = std::move(step.head->after);
        return;
      }
    }
  }
  done_.push_back(std::move(step));
}

const Step* History::back() {
  if (done_.empty()) return nullptr;
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
  return &undone_.back();
}

const Step* History::forth() {
  if (undone_.empty()) return nullptr;
  done_.push_back(std::move(undone_.back()));
  undone_.pop_back();
  return &done_.back();
}

void History::clear() {
  done_.clear();
  undone_.clear();
}

}  // namespace jiheng::web
