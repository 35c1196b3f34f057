// Takes squeezed text, compares it with the words of notes, opinions and signatures. Leaves what becomes of them to the readers.
#include "engine/intake/words/foot_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/base/text.h"
#include "engine/intake/words/column_role.h"
#include "engine/intake/words/form_words.h"
#include "engine/intake/words/word_lists.h"

namespace jiheng::intake {

bool is_foot(std::string_view squeezed) {
  constexpr std::string_view kFronts[] = {
      "注:",      "备注:",  "说明:",      "填表说明",     "填报说明", "注释",  "注1",   "备注1",
      "填表须知", "附件:",  "其他需说明", "其他需要说明", "[下载",    "[打印", "[关闭", "【下载",
      "【打印",   "【关闭", "(盖章)",     "(公章)",       "(签章)",   "(签字)"};
  constexpr std::string_view kWords[] = {
      "说明", "注",   "评价结论", "自评结论", "综合评价", "存在问题", "存在的问题", "相关建议", "有关建议",
      "下载", "打印", "盖章",     "签字",     "单位盖章", "部门盖章", "负责人签字", "经验做法", "主要问题"};
  constexpr std::string_view kEnds[] = {"审核意见", "初审意见", "复核意见", "审批意见", "审查意见",
                                        "审定意见", "评审意见", "部门意见", "单位意见", "股室意见",
                                        "科室意见", "处室意见", "(盖章)",   "(公章)",   "(签章)"};
  constexpr std::size_t kLongest = 24;  // characters
  if (starts_with_any(squeezed, kFronts)) return true;
  if (base::count_characters(squeezed) > kLongest) return false;
  if (ends_with_any(squeezed, kEnds)) return true;
  const std::string word = without_notes(squeezed);
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords) ||
         ends_with_any(word, kEnds);
}

bool is_completion_answer(const FormWords& forms, std::string_view squeezed) {
  constexpr std::string_view kAnswers[] = {"完成", "未完成", "部分完成", "达标", "正常", "良好", "无"};
  constexpr std::string_view kFronts[] = {
      "已",   "按",   "全部", "全面", "基本",       "均",     "圆满",   "如期",       "超额", "顺利",
      "正常", "正在", "及时", "较好", "完成情况良", "完成良", "完成较", "全年完成全", "100%", "目标完成"};
  if (heading_role(forms, squeezed)) return false;
  if (std::find(std::begin(kAnswers), std::end(kAnswers), squeezed) != std::end(kAnswers)) return true;
  return starts_with_any(squeezed, kFronts) && !squeezed.ends_with("值") && !squeezed.ends_with("分");
}

}  // namespace jiheng::intake
