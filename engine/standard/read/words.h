// engine/standard/read/words.h: what the words of a condition say by themselves.
// Inside the room only.
// Takes   folded words. Gives  names for needs; whether words deny, exempt, refer, or speak of more than the row.
// Source  docs/standard-language.md
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace jiheng::standard {

bool holds_any(std::string_view words, std::initializer_list<std::string_view> list);
bool starts_with_any(std::string_view words, std::initializer_list<std::string_view> list);
/// A 的 behind them apart.
bool ends_with_any(std::string_view words, std::initializer_list<std::string_view> list);
/// A name for what is asked about: without 的, 达到, signs a formula has; at most 200 characters.
std::string need_name(std::string_view words);
/// 未达到, 不符合, 没有, 达不到 …: the words deny what another clause asks for.
bool denies(std::string_view words);
/// 未达到, 未达标的, 达不到要求, and nothing more: the other side of a value.
bool is_other_side(std::string_view words);
/// 低于的, 不足 and nothing more; 超过的, 超出 and nothing more.
bool falls_short(std::string_view words);
bool goes_beyond(std::string_view words);
/// 提高, 增加 …; 下降, 减少 …
bool grows(std::string_view words);
bool shrinks(std::string_view words);
/// 下降到, 降至, and nothing more: where to, not what.
bool only_moves(std::string_view words);
/// 逾期, 延误, 滞后 …: later than it should be.
bool names_a_delay(std::string_view words);
/// 返贫率 and 每发生1户返贫, 及时率 and 每滞后1户: what is counted is what the rate lacks.
bool is_other_side_of(std::string_view rate, std::string_view counted);
/// 发生一次, 每出现1起, and nothing more: of what stands before.
bool says_only_that_it_happens(std::string_view words);
/// 天, 个月, 工作日 …
bool is_a_time(std::string_view unit);
/// 净完成数有1人不达标: 净完成数 and 不达标, on both sides of the one of this unit that is counted; both empty: none is.
std::pair<std::string_view, std::string_view> around_the_one(std::string_view words, std::string_view unit);
/// 未建立 beside 建立基地: what the other clause asks for, denied; empty: it denies nothing of it.
std::string_view what_is_denied(std::string_view words, std::string_view asked);
/// 未完成计划数: 完成计划数, what is missed; empty: it misses nothing, or something happened beside it (未经批准擅自…).
std::string_view what_should_be(std::string_view name);
/// 足额配套, 标准厂房完成: all of what is asked for, that each 1% is less than.
bool all_of_it(std::string_view words);
/// 按时, 提前完成, 早于计划时间: not later than it should be.
bool is_in_time(std::string_view words);
/// 达到, 达标, 完成目标, and nothing more: a value that stands elsewhere is reached.
bool is_reached(std::string_view words);
/// 没有…项目的, 不涉及: the row does not apply.
bool exempts(std::string_view words);
/// 总分, 平均分, 一半, 系数 …: points that are not made of this row alone; empty: none.
std::string_view beyond_the_row(std::string_view words);
/// 任务, 计划, 目标: done against something that is not printed here.
bool against_a_plan(std::string_view words);
/// 与上年相比, 同比, 较上年: against what it was before.
bool compares_with_before(std::string_view words);
/// …额, …数, 面积: an amount, of which a plan has some.
bool names_an_amount(std::string_view words);
/// …率, …度, 占比: a rate of its own.
bool names_a_rate(std::string_view words);
/// 变动率, 调整率: a number that may lie on either side of 0.
bool may_be_negative(std::string_view name);
/// 偏差率, 误差, 绝对值: how far from a target, on either side.
bool is_a_deviation(std::string_view name);
/// 90分以上为优，80分以上为良 …: grades of a whole, no points.
bool names_grades(std::string_view text);
/// 优, 良好, 不合格, A: the name of a step, not of what is measured.
bool is_a_grade(std::string_view words);
/// 基本, 较, 不太, 部分 …: a degree of the same quality.
bool has_degree(std::string_view words);
/// 每降低0.1等: a step in a unit that nobody knows.
bool counts_in_an_unknown_unit(std::string_view words);
/// 上升, 超过, 多 … · 下降, 低于, 少 … at the beginning; how long it is, 0 where it is none.
std::size_t leads_upwards(std::string_view words);
std::size_t leads_downwards(std::string_view words);
/// Two names of one quantity: equal, one empty, or one ends in the other.
bool same_quantity(std::string_view a, std::string_view b);

}  // namespace jiheng::standard
