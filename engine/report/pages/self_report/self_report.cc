// Takes scores, gives the 自评报告: its title, the headings of the outline with what stands under them (self_report_conclusion.cc,
// self_report_evidence.cc) and the list of what is left to do. No sentence of a person is written: it is a blank.
#include "engine/report/pages/self_report/self_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "engine/base/text.h"
#include "engine/report/pages/department_tables.h"
#include "engine/report/pages/self_report/open_items.h"
#include "engine/report/pages/self_report/self_report_facts.h"
#include "engine/report/pages/self_report/self_report_parts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;

using model::ReportSection;

/// 一、 （一） 1. （1）: the number of a heading, by how deep it stands; `cited` as another paragraph refers to it: 一、（一）1.
std::string heading_number(int depth, int number, bool cited) {
  constexpr std::array<std::string_view, 10> kNumerals = {"一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九", "十"};
  const auto numeral = [&kNumerals](int n) -> std::string {
    if (n <= 10) return std::string(kNumerals[static_cast<std::size_t>(n - 1)]);
    const std::string tens = n < 20 ? "" : std::string(kNumerals[static_cast<std::size_t>(n / 10 - 1)]);
    return tens + "十" + (n % 10 == 0 ? "" : std::string(kNumerals[static_cast<std::size_t>(n % 10 - 1)]));
  };
  switch (depth) {
    case 1:
      return numeral(number) + "、";
    case 2:
      return fmt::format("（{}）", numeral(number));
    case 3:
      return fmt::format("{}{}", number, cited ? "" : ". ");
    default:
      return fmt::format("（{}）", number);
  }
}

class Writing {
 public:
  explicit Writing(Draft& draft)
      : draft_(draft),
        department_(draft.subject.of_department()),
        outline_(*draft.subject.cards.front().scheme->outline) {}

  void put_all() {
    draft_.head(1, draft_.subject.title + outline_.heading.of(department_));
    find_places(outline_.sections, 1, {});
    put(outline_.sections, 1);
  }

 private:
  bool is_wanted(const ReportSection& section) const {
    const auto is_projects = [](const model::ReportItem& item) { return item.part == ReportPart::projects; };
    if (!(department_ ? section.on_department : section.on_project)) return false;
    return draft_.subject.scores != nullptr ||
           std::none_of(section.items.begin(), section.items.end(), is_projects);
  }

  /// use(section, number) for each section that is printed.
  template <class Use>
  void for_each(const std::vector<ReportSection>& sections, const Use& use) const {
    int number = 0;
    for (const ReportSection& section : sections) {
      if (is_wanted(section)) use(section, ++number);
    }
  }

  /// Paragraphs refer to others that stand further on.
  void find_places(const std::vector<ReportSection>& sections, int depth, const std::string& above) {
    for_each(sections, [&](const ReportSection& section, int number) {
      const std::string place = above + heading_number(depth, number, true);
      for (const model::ReportItem& item : section.items) draft_.places.emplace(item.part, place);
      find_places(section.below, depth + 1, place);
    });
  }

  void put(const std::vector<ReportSection>& sections, int depth) {
    for_each(sections, [&](const ReportSection& section, int number) {
      draft_.depth = depth;
      draft_.head(depth + 1, heading_number(depth, number, false) + section.title.of(department_));
      for (const model::ReportItem& item : section.items) {
        if (item.part == ReportPart::blank) {
          draft_.put(blank(item.blank.of(department_)));
        } else {
          put_conclusion(draft_, item.part);
          put_evidence(draft_, item.part);
        }
      }
      put(section.below, depth + 1);
    });
  }

  Draft& draft_;
  bool department_;
  const model::ReportOutline& outline_;
};

Report report_on(Subject subject) {
  Draft draft{std::move(subject), {}};
  if (draft.subject.cards.front().scheme->outline) Writing(draft).put_all();
  put_blanks(draft.report);
  put_doubts(draft.report, draft.subject.cards);
  return std::move(draft.report);
}

Subject department_subject(const results::Scores& scores, const results::DepartmentScores& department) {
  Subject subject;
  subject.scores = &scores;
  subject.department = &department;
  subject.cards = cards_of(scores, department);
  subject.own = own_of(scores, department);
  subject.projects = projects_of(scores, department);
  if (subject.own != nullptr) {
    subject.title = subject_of(*subject.own);
  } else {
    const auto& year = subject.cards.front().card->year;
    subject.title = fmt::format("{}{}项目", year ? fmt::format("{} 年度", *year) : "",
                                department.name.empty() ? blank("单位名称") : department.name);
  }
  return subject;
}

}  // namespace

void Draft::head(int level, std::string text) { report.blocks.push_back(Heading{level, std::move(text)}); }
void Draft::head_below(int number, std::string_view text) {
  head(depth + 2, heading_number(depth + 1, number, false).append(text));
}
std::string Draft::see(std::string_view words, ReportPart part) const {
  const auto place = places.find(part);
  return place == places.end() ? std::string() : std::string(words) + place->second;
}
void Draft::put(std::string text) { report.blocks.push_back(Paragraph{std::move(text)}); }

std::string Draft::whose(const CardResult& card) const {
  return &card == subject.own ? std::string() : fmt::format("“{}”", base::trimmed(card.card->title.text));
}

void Draft::put_projects_sentence() {
  Report sums;
  put_roll_up(sums, *subject.department);
  std::string text = "所属";
  for (const Block& block : sums.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph != nullptr && paragraph->indent == 0) text += paragraph->text;
  }
  put(std::move(text));
}

Report self_report(const results::Scores& scores) {
  Report all;
  const auto put = [&all](Subject subject) {
    Report one = report_on(std::move(subject));
    all.blocks.insert(all.blocks.end(), std::make_move_iterator(one.blocks.begin()),
                      std::make_move_iterator(one.blocks.end()));
  };
  auto department = scores.departments.begin();
  for (std::size_t i = 0; i < scores.cards.size();) {
    if (department != scores.departments.end() && department->first == i) {
      put(department_subject(scores, *department));
      i += department->count;
      ++department;
    } else {
      const CardResult& card = scores.cards[i++];
      put({std::span(&card, 1), &card, {}, nullptr, nullptr, subject_of(card)});
    }
  }
  return all;
}

}  // namespace jiheng::report
