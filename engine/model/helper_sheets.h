// engine/model/helper_sheets.h: the sheets a workbook of ours has beside its forms: report writes them, intake leaves them.
// Gives   names and titles of those sheets, in one place for who writes and who reads them.
// Source  docs/report.md
#pragma once

#include <array>
#include <string_view>

namespace jiheng::model {

/// `title` is the whole text of the first cell; with the name it tells the sheet from one that a person wrote.
struct HelperSheet {
  std::string_view name;
  std::string_view title;
};

inline constexpr HelperSheet kOverviewSheet = {"总览", "绩效自评总览"};
inline constexpr HelperSheet kRulesSheet = {"计分说明", "计分说明：每一项得分的规则、算式和出处"};
inline constexpr HelperSheet kDeviationsSheet = {
    "偏差说明", "偏差说明：未完成、失分、大幅超额和待核的项目；〔请填写…〕处由填表人写"};
inline constexpr HelperSheet kCalculationSheet = {
    "计算",
    "本页是各表得分的算法，不用填写。没有改动（1）的行用算好的得分；改过的行把目标、完成拆成符号、数字和单位"
    "，单位相同才比较，"
    "按方案的规则从前往后算。百分数按比率（96% 是 0.96）；方向 1 是越高越好，-1 "
    "是越低越好。看不懂、比不了的是“待核”，"
    "请用 jiheng score 重新计分。"};

/// What 评分标准 and the scheme's 计算 ask for and the forms have no cell for. It is filled in and read back, so it is none of
/// those left; told by how its title begins and ends, for it once spoke of 评分标准 alone.
inline constexpr HelperSheet kDataSheet = {"计算数据",
                                           "计算数据：评分标准和方案的算式要知道的，一项一格，填在“填”一栏"};
inline constexpr std::string_view kDataSheetBegins = "计算数据：评分标准";
inline constexpr std::string_view kDataSheetEnds = "要知道的，一项一格，填在“填”一栏";

inline constexpr std::array<HelperSheet, 4> kHelperSheets = {kOverviewSheet, kRulesSheet, kDeviationsSheet,
                                                             kCalculationSheet};

}  // namespace jiheng::model
