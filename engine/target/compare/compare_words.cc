// engine/target/compare/compare_words.cc: qualitative words, yes/no, and the form's own answers.
// Takes   standings on the scales of rules/words.yaml. Gives met where the actual stands as high as the
// target. Leaves  how words stand to each other to rules/words.yaml, points for tiers to the scheme.
#include "engine/target/compare/compare_kinds.h"

namespace jiheng::target {
namespace {

std::string quoted_wording(const Predicate& p) { return "“" + p.wording + "”"; }

Verdict compare_answers(const Row& row) {
  const std::string why =
      said(row, [&] { return "目标" + quoted_wording(row.target) + "，完成" + quoted_wording(row.actual); });
  const bool same = *row.target.answer == *row.actual.answer;
  return decided(same ? Status::met : Status::missed, Direction::words, why);
}

Verdict compare_standings(const Row& row, const Standing& target, const Standing& actual) {
  const std::string pair =
      said(row, [&] { return "完成" + quoted_wording(row.actual) + "，目标" + quoted_wording(row.target); });
  if (target.scale != actual.scale || target.scale.empty()) {
    return undetermined(Direction::words, pair + "：不是同一类的词，分不出高低");
  }
  if (target.negated != actual.negated) {
    if (target.negated) return undetermined(Direction::words, pair + "：目标是否定的说法，不能比较");
    return decided(Status::missed, Direction::words, pair + "：完成值是否定的说法");
  }
  if (!target.direction.empty() && !actual.direction.empty() && target.direction != actual.direction) {
    return decided(Status::missed, Direction::words, pair + "：方向相反");
  }
  if (target.negated && target.strength != actual.strength) {
    return undetermined(Direction::words, pair + "：都是否定的说法，分不出高低");
  }
  if (target.strength == 0 && actual.strength == 0) {
    return undetermined(Direction::words, pair + "：这一类词不分强弱，须人工判断");
  }
  const bool reached = actual.strength >= target.strength;
  if (target.manner || (actual.manner && !reached)) {
    return undetermined(Direction::words, pair + "：一个说的是怎样做，不是做到多少，分不出高低");
  }
  if (reached) {
    const std::string_view how = actual.strength == target.strength ? "程度相同" : "程度更高";
    return decided(Status::met, Direction::words, pair + "：" + std::string(how));
  }
  return decided(Status::missed, Direction::words, pair + "：程度不及");
}

}  // namespace

std::optional<Verdict> answer_in_tiers(const Row& row) {
  const Predicate& actual = row.actual;
  if (!actual.standing || actual.standing->scale != kAnswerScale) return std::nullopt;
  const std::string why = said(row, [&] { return "完成值自述" + quoted_wording(actual); });
  if (actual.standing->strength >= kAnswerReached) return decided(Status::met, Direction::words, why);
  if (actual.standing->strength <= kAnswerNotReached) return decided(Status::missed, Direction::words, why);
  return undetermined(Direction::words, why + "，得分由方案按档次确定");
}

Verdict compare_words(const Row& row) {
  const Predicate& target = row.target;
  const Predicate& actual = row.actual;
  if (!target.wording.empty() && target.wording == actual.wording) {
    return decided(Status::met, Direction::words,
                   said(row, [&] { return "完成" + quoted_wording(actual) + "与目标相同"; }));
  }
  if (target.answer && actual.answer) return compare_answers(row);
  if (target.standing && actual.standing) return compare_standings(row, *target.standing, *actual.standing);
  if (actual.answer && !*actual.answer) {
    return decided(Status::missed, Direction::words, said(row, [&] {
                     return "目标" + quoted_wording(target) + "，完成" + quoted_wording(actual);
                   }));
  }
  return undetermined(Direction::words, said(row, [&] {
                        return "完成" + quoted_wording(actual) + "没有回答目标" + quoted_wording(target) +
                               "的程度";
                      }));
}

}  // namespace jiheng::target
