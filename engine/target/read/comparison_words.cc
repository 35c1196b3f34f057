// Takes a text and a place, gives the comparison word there. Two fixed tables of words: the language of the forms, not
// a rule of any province, so they stand here and not under rules/.
#include <array>

#include "engine/target/read/prefix_index.h"
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

using LeadKind = LeadWord::Kind;
using TrailKind = TrailWord::Kind;

constexpr LeadWord lead(std::string_view text, LeadKind kind, Op op = Op::absent) {
  return {text.size(), kind, op, text};
}

constexpr std::array kLeadWords = {
    // at least
    lead("不低于", LeadKind::compare, Op::ge),
    lead("不少于", LeadKind::compare, Op::ge),
    lead("不小于", LeadKind::compare, Op::ge),
    lead("不得低于", LeadKind::compare, Op::ge),
    lead("不得少于", LeadKind::compare, Op::ge),
    lead("不得小于", LeadKind::compare, Op::ge),
    lead("不应低于", LeadKind::compare, Op::ge),
    lead("不应少于", LeadKind::compare, Op::ge),
    lead("不能低于", LeadKind::compare, Op::ge),
    lead("不能少于", LeadKind::compare, Op::ge),
    lead("未低于", LeadKind::compare, Op::ge),
    lead("不短于", LeadKind::compare, Op::ge),
    lead("不亚于", LeadKind::compare, Op::ge),
    lead("至少", LeadKind::compare, Op::ge),
    lead("至少达到", LeadKind::compare, Op::ge),
    lead("至少达", LeadKind::compare, Op::ge),
    lead("最少", LeadKind::compare, Op::ge),
    lead("最低", LeadKind::compare, Op::ge),
    lead("起码", LeadKind::compare, Op::ge),
    lead("大于等于", LeadKind::compare, Op::ge),
    lead("大于或等于", LeadKind::compare, Op::ge),
    lead("大于或者等于", LeadKind::compare, Op::ge),
    lead("大于及等于", LeadKind::compare, Op::ge),
    lead("高于等于", LeadKind::compare, Op::ge),
    lead("高于或等于", LeadKind::compare, Op::ge),
    lead("多于等于", LeadKind::compare, Op::ge),
    lead("等于或大于", LeadKind::compare, Op::ge),
    lead("等于大于", LeadKind::compare, Op::ge),
    lead("超过或等于", LeadKind::compare, Op::ge),
    lead("达到", LeadKind::compare, Op::ge),
    lead("达到或超过", LeadKind::compare, Op::ge),
    lead("达到了", LeadKind::compare, Op::ge),
    lead("达", LeadKind::compare, Op::ge),
    lead("达至", LeadKind::compare, Op::ge),
    lead("要达到", LeadKind::compare, Op::ge),
    lead("须达到", LeadKind::compare, Op::ge),
    // more than
    lead("高于", LeadKind::compare, Op::gt),
    lead("超过", LeadKind::compare, Op::gt),
    lead("超过了", LeadKind::compare, Op::gt),
    lead("多于", LeadKind::compare, Op::gt),
    lead("大于", LeadKind::compare, Op::gt),
    lead("超", LeadKind::compare, Op::gt),
    lead("逾", LeadKind::compare, Op::gt),
    lead("突破", LeadKind::compare, Op::gt),
    lead("超出", LeadKind::compare, Op::gt),
    lead("高出", LeadKind::compare, Op::gt),
    lead("长于", LeadKind::compare, Op::gt),
    // at most
    lead("不高于", LeadKind::compare, Op::le),
    lead("不超过", LeadKind::compare, Op::le),
    lead("不超", LeadKind::compare, Op::le),
    lead("不大于", LeadKind::compare, Op::le),
    lead("不多于", LeadKind::compare, Op::le),
    lead("不得超过", LeadKind::compare, Op::le),
    lead("不得高于", LeadKind::compare, Op::le),
    lead("不得多于", LeadKind::compare, Op::le),
    lead("不得大于", LeadKind::compare, Op::le),
    lead("不应超过", LeadKind::compare, Op::le),
    lead("不应高于", LeadKind::compare, Op::le),
    lead("不能超过", LeadKind::compare, Op::le),
    lead("不能高于", LeadKind::compare, Op::le),
    lead("不可超过", LeadKind::compare, Op::le),
    lead("不允许超过", LeadKind::compare, Op::le),
    lead("未超过", LeadKind::compare, Op::le),
    lead("未高于", LeadKind::compare, Op::le),
    lead("没有超过", LeadKind::compare, Op::le),
    lead("不长于", LeadKind::compare, Op::le),
    lead("不突破", LeadKind::compare, Op::le),
    lead("至多", LeadKind::compare, Op::le),
    lead("最多", LeadKind::compare, Op::le),
    lead("最高", LeadKind::compare, Op::le),
    lead("最高不超过", LeadKind::compare, Op::le),
    lead("最多不超过", LeadKind::compare, Op::le),
    lead("小于等于", LeadKind::compare, Op::le),
    lead("小于或等于", LeadKind::compare, Op::le),
    lead("小于或者等于", LeadKind::compare, Op::le),
    lead("小于及等于", LeadKind::compare, Op::le),
    lead("低于等于", LeadKind::compare, Op::le),
    lead("低于或等于", LeadKind::compare, Op::le),
    lead("少于等于", LeadKind::compare, Op::le),
    lead("少于或等于", LeadKind::compare, Op::le),
    lead("等于或小于", LeadKind::compare, Op::le),
    lead("等于小于", LeadKind::compare, Op::le),
    // less than
    lead("低于", LeadKind::compare, Op::lt),
    lead("少于", LeadKind::compare, Op::lt),
    lead("小于", LeadKind::compare, Op::lt),
    lead("不足", LeadKind::compare, Op::lt),
    lead("不到", LeadKind::compare, Op::lt),
    lead("不满", LeadKind::compare, Op::lt),
    lead("未满", LeadKind::compare, Op::lt),
    lead("未达到", LeadKind::compare, Op::lt),
    lead("未达", LeadKind::compare, Op::lt),
    lead("短于", LeadKind::compare, Op::lt),
    // exactly
    lead("等于", LeadKind::compare, Op::eq),
    lead("为", LeadKind::compare, Op::eq),
    lead("恰好", LeadKind::compare, Op::eq),
    lead("正好", LeadKind::compare, Op::eq),
    // about
    lead("约", LeadKind::compare, Op::about),
    lead("大约", LeadKind::compare, Op::about),
    lead("大概", LeadKind::compare, Op::about),
    lead("大致", LeadKind::compare, Op::about),
    lead("近", LeadKind::compare, Op::about),
    lead("接近", LeadKind::compare, Op::about),
    lead("将近", LeadKind::compare, Op::about),
    lead("预计", LeadKind::compare, Op::about),
    lead("预计为", LeadKind::compare, Op::about),
    lead("预估", LeadKind::compare, Op::about),
    lead("估计", LeadKind::compare, Op::about),
    lead("约为", LeadKind::compare, Op::about),
    lead("约占", LeadKind::compare, Op::about),
    lead("预期", LeadKind::compare, Op::about),
    lead("大约为", LeadKind::compare, Op::about),
    // inside
    lead("控制在", LeadKind::within),
    lead("控制到", LeadKind::within),
    lead("控制", LeadKind::within),
    lead("限制在", LeadKind::within),
    lead("压缩在", LeadKind::within),
    lead("控制在不超过", LeadKind::compare, Op::le),
    lead("限", LeadKind::within),
    lead("压减至", LeadKind::within),
    lead("保持在不超过", LeadKind::compare, Op::le),
    // to a level: the number is the level, the verb says nothing about the comparison
    lead("提高到", LeadKind::plain),
    lead("提高至", LeadKind::plain),
    lead("提升到", LeadKind::plain),
    lead("提升至", LeadKind::plain),
    lead("增加到", LeadKind::plain),
    lead("增加至", LeadKind::plain),
    lead("增长到", LeadKind::plain),
    lead("增长至", LeadKind::plain),
    lead("上升到", LeadKind::plain),
    lead("上升至", LeadKind::plain),
    lead("扩大到", LeadKind::plain),
    lead("扩大至", LeadKind::plain),
    lead("降低到", LeadKind::plain),
    lead("降低至", LeadKind::plain),
    lead("下降到", LeadKind::plain),
    lead("下降至", LeadKind::plain),
    lead("降到", LeadKind::plain),
    lead("降至", LeadKind::plain),
    lead("减少到", LeadKind::plain),
    lead("减少至", LeadKind::plain),
    lead("压减到", LeadKind::plain),
    lead("压缩到", LeadKind::plain),
    lead("压缩至", LeadKind::plain),
    lead("缩短到", LeadKind::plain),
    lead("缩短至", LeadKind::plain),
    lead("缩减至", LeadKind::plain),
    // plain
    lead("完成", LeadKind::plain),
    lead("实现", LeadKind::plain),
    lead("保持", LeadKind::plain),
    lead("保持在", LeadKind::plain),
    lead("维持在", LeadKind::plain),
    lead("稳定在", LeadKind::plain),
    lead("稳定保持在", LeadKind::plain),
    lead("确保", LeadKind::plain),
    lead("确保在", LeadKind::plain),
    lead("应", LeadKind::plain),
    lead("应当", LeadKind::plain),
    lead("须", LeadKind::plain),
    lead("需", LeadKind::plain),
    lead("要", LeadKind::plain),
    lead("均", LeadKind::plain),
    lead("都", LeadKind::plain),
    lead("在", LeadKind::plain),
    lead("是", LeadKind::plain),
    lead("有", LeadKind::plain),
    lead("共", LeadKind::plain),
    lead("共计", LeadKind::plain),
    lead("总计", LeadKind::plain),
    lead("合计", LeadKind::plain),
    lead("累计", LeadKind::plain),
    lead("介于", LeadKind::plain),
    lead("位于", LeadKind::plain),
    lead("处于", LeadKind::plain),
    lead("同比", LeadKind::plain),
    lead("环比", LeadKind::plain),
    lead("较上年", LeadKind::plain),
    lead("比上年", LeadKind::plain),
    lead("较上年度", LeadKind::plain),
    lead("比上年度", LeadKind::plain),
    lead("较去年", LeadKind::plain),
    lead("比去年", LeadKind::plain),
    lead("较上年同期", LeadKind::plain),
    lead("比上年同期", LeadKind::plain),
    lead("较去年同期", LeadKind::plain),
    lead("与上年相比", LeadKind::plain),
    lead("与去年相比", LeadKind::plain),
    lead("较往年", LeadKind::plain),
    lead("原则上", LeadKind::plain),
    lead("人民币", LeadKind::plain),
    lead("必须", LeadKind::plain),
    lead("也", LeadKind::plain),
    lead("力争", LeadKind::soft),
    lead("争取", LeadKind::soft),
    lead("计划", LeadKind::soft),
    lead("拟", LeadKind::soft),
    lead("尽量", LeadKind::soft),
    lead("目标", LeadKind::soft),
    lead("目标值", LeadKind::soft),
    lead("力争完成", LeadKind::soft),
    lead("计划完成", LeadKind::soft),
    // direction of change
    lead("增长", LeadKind::heading, Op::ge),
    lead("提高", LeadKind::heading, Op::ge),
    lead("提升", LeadKind::heading, Op::ge),
    lead("增加", LeadKind::heading, Op::ge),
    lead("上升", LeadKind::heading, Op::ge),
    lead("上涨", LeadKind::heading, Op::ge),
    lead("上浮", LeadKind::heading, Op::ge),
    lead("增幅", LeadKind::heading, Op::ge),
    lead("增速", LeadKind::heading, Op::ge),
    lead("涨幅", LeadKind::heading, Op::ge),
    lead("递增", LeadKind::heading, Op::ge),
    lead("增收", LeadKind::heading, Op::ge),
    lead("扩大", LeadKind::heading, Op::ge),
    lead("增产", LeadKind::heading, Op::ge),
    lead("下降", LeadKind::heading, Op::le),
    lead("降低", LeadKind::heading, Op::le),
    lead("减少", LeadKind::heading, Op::le),
    lead("减轻", LeadKind::heading, Op::le),
    lead("压减", LeadKind::heading, Op::le),
    lead("缩短", LeadKind::heading, Op::le),
    lead("缩减", LeadKind::heading, Op::le),
    lead("下浮", LeadKind::heading, Op::le),
    lead("降幅", LeadKind::heading, Op::le),
    lead("节约", LeadKind::heading, Op::le),
    lead("节省", LeadKind::heading, Op::le),
    lead("下调", LeadKind::heading, Op::le),
    lead("压缩", LeadKind::heading, Op::le),
    lead("递减", LeadKind::heading, Op::le),
    lead("回落", LeadKind::heading, Op::le),
    lead("收窄", LeadKind::heading, Op::le),
    lead("提高了", LeadKind::heading, Op::ge),
    lead("增加了", LeadKind::heading, Op::ge),
    lead("增长了", LeadKind::heading, Op::ge),
    lead("下降了", LeadKind::heading, Op::le),
    lead("降低了", LeadKind::heading, Op::le),
    lead("减少了", LeadKind::heading, Op::le),
    lead("优于", LeadKind::compare, Op::gt),
    lead("好于", LeadKind::compare, Op::gt),
    lead("不差于", LeadKind::compare, Op::ge),
    lead("不逊于", LeadKind::compare, Op::ge),
    lead("前", LeadKind::rank, Op::le),
    lead("￥", LeadKind::money),
    lead("¥", LeadKind::money),
};

struct TrailEntry {
  std::string_view text;
  TrailKind kind;
  Op op;
};
constexpr std::array kTrailWords = {
    TrailEntry{"以上", TrailKind::compare, Op::ge},
    TrailEntry{"及以上", TrailKind::compare, Op::ge},
    TrailEntry{"及其以上", TrailKind::compare, Op::ge},
    TrailEntry{"或以上", TrailKind::compare, Op::ge},
    TrailEntry{"或者以上", TrailKind::compare, Op::ge},
    TrailEntry{"(含)以上", TrailKind::compare, Op::ge},
    TrailEntry{"以上(含)", TrailKind::compare, Op::ge},
    TrailEntry{"含以上", TrailKind::compare, Op::ge},
    TrailEntry{"以上含", TrailKind::compare, Op::ge},
    TrailEntry{"(含本数)以上", TrailKind::compare, Op::ge},
    TrailEntry{"以上(含本数)", TrailKind::compare, Op::ge},
    TrailEntry{"之上", TrailKind::compare, Op::ge},
    TrailEntry{"起", TrailKind::compare, Op::ge},
    TrailEntry{"以上的", TrailKind::compare, Op::ge},
    TrailEntry{"(不含)以上", TrailKind::compare, Op::gt},
    TrailEntry{"以上(不含)", TrailKind::compare, Op::gt},
    TrailEntry{"以下", TrailKind::compare, Op::le},
    TrailEntry{"及以下", TrailKind::compare, Op::le},
    TrailEntry{"及其以下", TrailKind::compare, Op::le},
    TrailEntry{"或以下", TrailKind::compare, Op::le},
    TrailEntry{"(含)以下", TrailKind::compare, Op::le},
    TrailEntry{"以下(含)", TrailKind::compare, Op::le},
    TrailEntry{"(含)以内", TrailKind::compare, Op::le},
    TrailEntry{"以内(含)", TrailKind::compare, Op::le},
    TrailEntry{"(不含)以下", TrailKind::compare, Op::lt},
    TrailEntry{"以下(不含)", TrailKind::compare, Op::lt},
    TrailEntry{"之下", TrailKind::compare, Op::le},
    TrailEntry{"以内", TrailKind::compare, Op::le},
    TrailEntry{"及以内", TrailKind::compare, Op::le},
    TrailEntry{"之内", TrailKind::compare, Op::le},
    TrailEntry{"内", TrailKind::compare, Op::le},
    TrailEntry{"范围内", TrailKind::compare, Op::le},
    TrailEntry{"范围以内", TrailKind::compare, Op::le},
    TrailEntry{"封顶", TrailKind::compare, Op::le},
    TrailEntry{"为限", TrailKind::compare, Op::le},
    TrailEntry{"为上限", TrailKind::compare, Op::le},
    TrailEntry{"左右", TrailKind::compare, Op::about},
    TrailEntry{"上下", TrailKind::compare, Op::about},
    TrailEntry{"多", TrailKind::more, Op::about},
    TrailEntry{"余", TrailKind::more, Op::about},
    TrailEntry{"之间", TrailKind::plain, Op::absent},
    TrailEntry{"间", TrailKind::plain, Op::absent},
    TrailEntry{"不等", TrailKind::plain, Op::absent},
    TrailEntry{"(含)", TrailKind::plain, Op::absent},
    TrailEntry{"整", TrailKind::plain, Op::absent},
    TrailEntry{"区间", TrailKind::plain, Op::absent},
    TrailEntry{"目标", TrailKind::plain, Op::absent},
};

const PrefixIndex& lead_index() {
  static const PrefixIndex index = [] {
    PrefixIndex built;
    for (std::size_t i = 0; i < kLeadWords.size(); ++i) built.add(kLeadWords[i].text, i);
    return built;
  }();
  return index;
}

const PrefixIndex& trail_index() {
  static const PrefixIndex index = [] {
    PrefixIndex built;
    for (std::size_t i = 0; i < kTrailWords.size(); ++i) built.add(kTrailWords[i].text, i);
    return built;
  }();
  return index;
}

}  // namespace

LeadWord lead_word_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) return {};
  const PrefixIndex::Found found = lead_index().longest_at(text, at);
  return found.length == 0 ? LeadWord{} : kLeadWords[found.id];
}

TrailWord trail_word_at(std::string_view text, std::size_t at) {
  const PrefixIndex::Found found = trail_index().longest_at(text, at);
  if (found.length == 0) return {};
  const TrailEntry& entry = kTrailWords[found.id];
  return {found.length, entry.kind, entry.op};
}

}  // namespace jiheng::target
