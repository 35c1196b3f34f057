// Takes scores, gives the 自评报告: its title, its two parts (self_report_conclusion.cc, self_report_evidence.cc) and the
// list of what is left to do. No sentence of a person is written: it is a blank.
#include "engine/report/pages/self_report/self_report.h"

#include <fmt/format.h>

#include <iterator>

#include "engine/base/text.h"
#include "engine/report/pages/department_tables.h"
#include "engine/report/pages/self_report/open_items.h"
#include "engine/report/pages/self_report/self_report_facts.h"
#include "engine/report/pages/self_report/self_report_parts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;

Report report_on(Subject subject) {
  Draft draft{std::move(subject), {}};
  draft.head(1, draft.subject.title + "绩效自评报告");
  put_conclusion(draft);
  put_evidence(draft);
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
void Draft::put(std::string text) { report.blocks.push_back(Paragraph{std::move(text)}); }

std::string Draft::whose(const CardResult& card) const {
  return &card == subject.own ? std::string() : fmt::format("“{}”", base::trimmed(card.card->title.text));
}

void Draft::put_projects_sentence() {
  Report sums;
  put_roll_up(sums, subject.department->roll_up);
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
