// engine/app/each/departments_first.h: what is said or kept of cards that come as read -> in the order of the results: departments' own
// tables first, then projects, each as read.
// Takes   the kind of each card and what belongs to it.
#pragma once

#include <iterator>
#include <utility>
#include <vector>

#include "engine/model/scorecard.h"

namespace jiheng::app {

template <class T>
class DepartmentsFirst {
 public:
  void put(model::CardKind kind, T value) {
    (kind == model::CardKind::department ? departments_ : projects_).push_back(std::move(value));
  }
  /// All of them; none are left.
  std::vector<T> take() {
    std::vector<T> all = std::exchange(departments_, {});
    all.insert(all.end(), std::make_move_iterator(projects_.begin()),
               std::make_move_iterator(projects_.end()));
    projects_.clear();
    return all;
  }

 private:
  std::vector<T> departments_;
  std::vector<T> projects_;
};

}  // namespace jiheng::app
