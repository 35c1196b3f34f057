// engine/model/report_outline.h: the outline of a 自评报告 as data: its headings, and under each what the program fills in and what
// is left to people.
// Takes   nothing. Numbers of headings are not written: they follow from where a heading stands.
// Source  docs/form-language.md, "自评报告的提纲"; the files are rules/forms/reports/*.yaml, read by rulebook/report_outline_from_yaml.cc
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"
#include "engine/model/scheme.h"

namespace jiheng::model {

/// What the program writes under a heading.
enum class ReportPart {
  blank,             ///< 空: 〔请填写：…〕
  points,            ///< 得分
  method,            ///< 计分办法
  execution,         ///< 执行率
  met,               ///< 完成的指标
  missed,            ///< 未完成的指标
  problems,          ///< 问题和原因
  improvement,       ///< 改进措施
  attachment,        ///< 附件
  goals,             ///< 年度目标
  money,             ///< 资金
  projects,          ///< 所属项目
  execution_detail,  ///< 预算执行分析
  indicators,        ///< 指标分析: a heading and a table for each 一级指标
  evidence           ///< 佐证
};

struct ReportPartName {
  std::string_view name;
  ReportPart part;
};
inline constexpr std::array<ReportPartName, 14> kReportParts = {
    {{"得分", ReportPart::points},
     {"计分办法", ReportPart::method},
     {"执行率", ReportPart::execution},
     {"完成的指标", ReportPart::met},
     {"未完成的指标", ReportPart::missed},
     {"问题和原因", ReportPart::problems},
     {"改进措施", ReportPart::improvement},
     {"附件", ReportPart::attachment},
     {"年度目标", ReportPart::goals},
     {"资金", ReportPart::money},
     {"所属项目", ReportPart::projects},
     {"预算执行分析", ReportPart::execution_detail},
     {"指标分析", ReportPart::indicators},
     {"佐证", ReportPart::evidence}}};

/// Words on a project's report, and those on a department's where they differ.
struct ReportWords {
  std::string project;
  std::optional<std::string> department;
  const std::string& of(bool of_department) const {
    return of_department && department ? *department : project;
  }
};

struct ReportItem {
  ReportPart part = ReportPart::blank;
  ReportWords blank;  ///< what people are to write
};

struct ReportSection {
  ReportWords title;
  bool on_project = true;
  bool on_department = true;
  std::vector<ReportItem> items;
  std::vector<ReportSection> below;
};

struct ReportOutline {
  std::string name;   ///< 提纲: 湖北
  std::string title;  ///< 名称
  std::vector<SourceNote> sources;
  ReportWords heading;  ///< 标题: behind what the report is about: 绩效自评报告
  std::vector<ReportSection> sections;
  base::Place place;
};

}  // namespace jiheng::model
