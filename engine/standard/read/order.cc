// Takes a built standard, puts what it needs to know in the order in which the text first speaks of it, so that several answers
// written one behind the other are written as one reads.
#include <algorithm>
#include <functional>

#include "engine/base/text.h"
#include "engine/standard/read/build.h"

namespace jiheng::standard {
namespace {

constexpr std::size_t kUnseen = static_cast<std::size_t>(-1);

void each_need(Rule& r, const std::function<void(std::size_t&)>& visit) {
  for (Test& t : r.when) visit(t.need);
  if (auto* c = std::get_if<Change>(&r.effect)) {
    if (c->by != Change::By::once) visit(c->need);
  } else if (auto* p = std::get_if<Proportion>(&r.effect)) {
    visit(p->need);
  } else if (auto* f = std::get_if<Printed>(&r.effect)) {
    for (std::size_t& n : f->needs) {
      if (n != Printed::kFullMarks) visit(n);
    }
  } else if (auto* chosen = std::get_if<Chosen>(&r.effect); chosen != nullptr && chosen->reverse) {
    visit(chosen->need);
  }
}

}  // namespace

/// No name is longer than 24 characters: its last ones, where the condition is said. Two that end alike are told apart.
void Builder::short_names() {
  constexpr std::size_t kLongest = 24;
  constexpr std::size_t kBytes = 3;  // of a Chinese character
  for (std::size_t i = 0; i < out_.needs.size(); ++i) {
    Need& need = out_.needs[i];
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < need.name.size();) {
      starts.push_back(at);
      at += std::max<std::size_t>(base::decode_at(need.name, at).bytes, 1);
    }
    if (starts.size() <= kLongest) continue;
    need.words = need.name;
    std::string name = need.name.substr(starts[starts.size() - kLongest]);
    name.erase(0, name.find_first_not_of("0123456789"));  // 500:1比例 cut in its number
    const auto taken = [&](const std::string& wanted) {
      return std::any_of(out_.needs.begin(), out_.needs.end(), [&](const Need& other) {
        return &other != &need && other.name == wanted && other.type == need.type;
      });
    };
    for (std::size_t nth = 2; taken(name); ++nth)
      name = "第" + std::to_string(nth) + "项" + need.name.substr(starts[starts.size() - kLongest + kBytes]);
    need.name = std::move(name);
  }
}

void Builder::order_needs() {
  std::vector<Rule*> rules;
  for (Part& p : out_.parts) {
    for (std::vector<Rule>* list : {&p.gives, &p.changes, &p.zeros, &p.instead}) {
      for (Rule& r : *list) rules.push_back(&r);
    }
  }
  for (Beyond& b : out_.beyond) rules.push_back(&b.rule);
  std::stable_sort(rules.begin(), rules.end(),
                   [](const Rule* a, const Rule* b) { return a->span.offset < b->span.offset; });
  std::vector<std::size_t> place(out_.needs.size(), kUnseen);
  std::vector<Need> needs;
  const auto take = [&](std::size_t need) {
    if (place[need] != kUnseen) return;
    place[need] = needs.size();
    needs.push_back(std::move(out_.needs[need]));
  };
  for (Rule* r : rules) each_need(*r, take);
  for (std::size_t i = 0; i < place.size(); ++i) take(i);
  for (Rule* r : rules) each_need(*r, [&](std::size_t& need) { need = place[need]; });
  out_.needs = std::move(needs);
  short_names();
}

}  // namespace jiheng::standard
