// 调目标: what the door gives is what the program gives for the same settings, to the byte; turning a figure; nothing on the desk
// changes.
#include <fmt/format.h>

#include <algorithm>

#include "engine/app/advise_paths.h"
#include "engine/app/whatif_curves.h"
#include "engine/app/whatif_paths.h"
#include "engine/report/json/json.h"
#include "engine/rulebook/language.h"
#include "tests/unit/web/contract.h"
#include "tests/unit/web/sessions.h"

namespace jiheng::web {
namespace {

using base::Json;

const std::string kP02 = kTongcheng + "/p02.yaml";

const rulebook::Language& words_of_rules() {
  static const auto language = rulebook::load_language(kRules);
  return *language;
}

scoring::Context context_of_rules() {
  const rulebook::Language& language = words_of_rules();
  return {language.units, language.words, 1, &language.names};
}

std::shared_ptr<const base::Source> option(const std::string& name, const std::string& text) {
  return std::make_shared<const base::Source>(base::Source{name, text});
}

/// What `jiheng whatif PATH --set …` has in hand.
app::WhatifOutcome of_program(const std::string& path, const std::vector<std::string>& settings,
                              const std::vector<std::string>& scenarios = {}) {
  app::WhatifRequest request;
  request.score.paths = {path};
  request.scenarios = scenarios;
  for (const std::string& text : settings) request.settings.push_back(option("--set", text));
  return app::whatif_paths(request, words_of_rules(), rulebook::load_schemes(kRules));
}

/// An answer as the program writes it.
std::string written(const Json& result) { return result.dump(2) + "\n"; }

Json plan_of(std::size_t table, const std::vector<std::string>& settings = {}) {
  Json tables = Json::array();
  tables.push_back(table);
  return {{"tables", std::move(tables)}, {"settings", settings}};
}

Json with(Json parameters, const std::string& key, Json value) {
  parameters[key] = std::move(value);
  return parameters;
}

const Json& row_of_plan(const Json& planned, std::string_view name) {
  const Json::Array& rows = planned.find("rows")->items();
  return *std::find_if(rows.begin(), rows.end(),
                       [&](const Json& row) { return text_at(row, "name") == name; });
}

TEST(Plan, FiguresFollowTheirSettings) {
  TestSession session;
  const std::size_t p02 = number_of(session.open(kTongcheng), "p02");
  const std::string before = session.output({{"job", "score"}, {"face", "json"}});
  const Json as_it_is = session.result("plan", plan_of(p02));
  expect_as_described(as_it_is, "plan");
  EXPECT_EQ(text_at(*as_it_is.find("after"), "total"), "100.00");
  const Json& rate = row_of_plan(as_it_is, "劳动仲裁案件结案率");
  const Json& actual = *rate.find("actual");
  EXPECT_EQ(text_at(actual, "present"), "100");
  EXPECT_EQ(text_at(actual, "unit"), "%");
  // 10 × 96% ÷ 100% = 9.6 of 10, 20 × 18 ÷ 20 = 18 of 20.
  const Json turned = session.result(
      "plan",
      with(with(plan_of(p02, {"预算.执行数=18万元"}), "turn", text_at(actual, "address")), "value", "96"));
  EXPECT_EQ(text_at(*turned.find("after"), "total"), "97.60");
  EXPECT_EQ(text_at(*turned.find("before"), "total"), "100.00");
  EXPECT_EQ(text_at(*turned.find("after"), "execution"), "18");
  const Json& now = row_of_plan(turned, "劳动仲裁案件结案率");
  EXPECT_EQ(text_at(now, "before"), "10");
  EXPECT_EQ(text_at(now, "score"), "9.6");
  EXPECT_EQ(text_at(*now.find("actual"), "text"), "96%");
  EXPECT_EQ(text_at(*now.find("actual"), "was"), "100%");
  ASSERT_EQ(turned.find("settings")->items().size(), 2U);
  EXPECT_EQ(text_at(turned.find("settings")->items()[1], "to"), "96%");
  // The sign and the unit stay: ≤20 万元 turned to 25 is ≤25万元.
  const Json& cost = row_of_plan(as_it_is, "项目成本控制");
  const Json cheaper = session.result(
      "plan", with(with(plan_of(p02), "turn", text_at(*cost.find("target"), "address")), "value", "25"));
  EXPECT_EQ(text_at(*row_of_plan(cheaper, "项目成本控制").find("target"), "text"), "≤25万元");
  // Words are no number to slide, and say why.
  EXPECT_NE(text_at(*row_of_plan(as_it_is, "保护劳动者合法权益").find("actual"), "fixed"), "");
  EXPECT_EQ(session.output({{"job", "score"}, {"face", "json"}}), before);
}

TEST(Plan, TurningTwiceIsTheLastPlace) {
  TestSession session;
  session.open(kP02);
  const std::string address = text_at(
      *row_of_plan(session.result("plan", plan_of(0)), "劳动仲裁案件结案率").find("actual"), "address");
  const Json planned =
      session.result("plan", with(with(plan_of(0, {address + "=50%"}), "turn", address), "value", "90"));
  ASSERT_EQ(planned.find("settings")->items().size(), 1U);
  EXPECT_EQ(text_at(*planned.find("after"), "total"), "99.00");
}

TEST(Plan, WhatCannotBeDoneIsSaid) {
  TestSession session;
  session.open(kP02);
  const auto message = [&](const std::string& word, const Json& parameters) {
    const Json answer = session.call(word, parameters);
    const Json* error = answer.find("error");
    return error == nullptr ? std::string() : text_at(*error, "message");
  };
  EXPECT_NE(message("plan", plan_of(0, {"没有这一项.完成=3"})), "");
  EXPECT_NE(message("plan", plan_of(0, {"no setting"})), "");
  EXPECT_NE(message("plan", with(with(plan_of(0), "turn", "劳动仲裁案件结案率.完成"), "value", "很多")), "");
  EXPECT_NE(message("plan", with(with(plan_of(0), "turn", "保护劳动者合法权益.完成"), "value", "3")), "");
  EXPECT_NE(message("plan", Json::object()), "");
  EXPECT_NE(message("plan", plan_of(99)), "");
  EXPECT_NE(message("sweep", plan_of(0)), "");
  EXPECT_NE(message("solve", plan_of(0)), "");
  EXPECT_NE(message("simulate", with(plan_of(0), "draws", 0)), "");
  EXPECT_NE(message("simulate", with(plan_of(0), "uncertain", std::vector<std::string>{"±"})), "");
  EXPECT_NE(message("advise", Json::object()), "");
  EXPECT_NE(message("scenario", {{"name", "坏.yaml"}, {"text", "改动: 3"}}), "");
  EXPECT_EQ(session.output({{"job", "sweep"}, {"face", "xlsx"}}), "");
}

TEST(Plan, TheJsonIsTheProgrammes) {
  for (const char* name : {"p02", "p26"}) {
    SCOPED_TRACE(name);
    const std::string path = fmt::format("{}/{}.yaml", kTongcheng, name);
    TestSession session;
    session.open(path);
    const app::WhatifOutcome outcome = of_program(path, {"#1.完成=1", "预算.执行数=1"});
    ASSERT_FALSE(outcome.after.empty());
    const Json plan = plan_of(0, {"#1.完成=1", "预算.执行数=1"});
    const Json changed = session.result("whatif", plan);
    expect_as_described(changed, "whatif");
    EXPECT_EQ(written(changed), report::json_from_whatif({outcome.before.scores, outcome.after}));
    const auto& cards = outcome.after.front().scores.cards;
    const Json sensitivity = session.result("sensitivity", plan);
    expect_as_described(sensitivity, "sensitivity");
    EXPECT_EQ(written(sensitivity),
              report::json_from_sensitivity(app::sensitivity_of_cards(cards, context_of_rules())));

    const std::vector<app::ArgumentText> sweeps = {option("--sweep", "预算.执行数=0..30:1")};
    const auto swept = app::sweep_card(cards, sweeps, context_of_rules());
    ASSERT_TRUE(swept);
    const Json curve = session.result("sweep", with(plan, "sweeps", std::vector{sweeps.front()->text}));
    expect_as_described(curve, "sweep");
    EXPECT_EQ(written(curve), report::json_from_sweep(*swept));

    const std::vector<app::ArgumentText> vary = {option("--vary", "预算.执行数")};
    const auto solved = app::solve_card(cards, option("--solve", "总分=80"), vary, context_of_rules());
    ASSERT_TRUE(solved);
    const Json solution = session.result(
        "solve", with(with(plan, "wanted", "总分=80"), "vary", std::vector<std::string>{"预算.执行数"}));
    expect_as_described(solution, "solve");
    EXPECT_EQ(written(solution), report::json_from_solve(*solved));

    std::vector<whatif::Setting> statements = {*whatif::split_setting(option("--uncertain", "全部=±5%"))};
    const auto uncertain = whatif::uncertain_cards(cards, statements, context_of_rules());
    ASSERT_TRUE(uncertain);
    const auto simulation = whatif::simulate(uncertain->cards, {1000, 7, 1}, context_of_rules());
    ASSERT_TRUE(simulation);
    const Json chances = session.result(
        "simulate",
        with(with(with(plan, "uncertain", std::vector<std::string>{"全部=±5%"}), "draws", 1000), "seed", 7));
    expect_as_described(chances, "simulate");
    EXPECT_EQ(written(chances), report::json_from_simulation({*uncertain, *simulation}));
  }
}

TEST(Plan, ScenariosSideBySide) {
  TestSession session;
  session.open(kP02);
  const std::vector<std::string> paths = {kRoot + "/samples/scenarios/保守.yaml",
                                          kRoot + "/samples/scenarios/进取.yaml"};
  Json scenarios = Json::array();
  for (const std::string& path : paths)
    scenarios.push_back({{"name", path}, {"text", base::read_file(path, 1U << 20U).text}});
  const app::WhatifOutcome outcome = of_program(kP02, {}, paths);
  const Json beside = session.result("whatif", with(plan_of(0), "scenarios", scenarios));
  expect_as_described(beside, "whatif");
  EXPECT_EQ(written(beside), report::json_from_whatif({outcome.before.scores, outcome.after}));
  // As the page writes one: JSON, which is YAML.
  const Json read = session.result(
      "scenario",
      {{"name", "a.yaml"}, {"text", R"({"名称":"慢","改动":[{"#2.完成":"95%"},{"预算.执行数":"18"}]})"}});
  expect_as_described(read, "scenario");
  EXPECT_EQ(text_at(read, "name"), "慢");
  EXPECT_EQ(text_at(read.find("changes")->items()[0], "to"), "95%");
}

TEST(Plan, ADepartmentWithTheChangesOfItsTables) {
  const auto table = [](const std::string& id, const std::string& budget) {
    return fmt::format(
        "类型: 项目\n编号: {0}\n年度: 2023\n方案: national-2020\n项目名称: {0} 项目\n单位名称: 某县某局\n"
        "预算: {{单位: 万元, 预算数: {1}, 执行数: {1}}}\n绩效指标:\n"
        "  - {{一级: 产出指标, 二级: 数量指标, 三级: 件数, 目标: ≥100件, 完成: 100件, 分值: 90}}\n",
        id, budget);
  };
  TestSession session;
  session.put_bytes("局/a.yaml", table("a", "30"));
  session.put_bytes("局/b.yaml", table("b", "10"));
  session.result("open", {{"paths", std::vector<std::string>{"局"}}});
  Json asked = plan_of(0, {"b:#1.完成=80件"});
  asked["tables"].push_back(1);
  const Json planned = session.result("plan_department", asked);
  expect_as_described(planned, "plan_department");
  const Json::Array& cards = planned.find("cards")->items();
  ASSERT_EQ(cards.size(), 2U);
  EXPECT_EQ(text_at(*cards[0].find("after"), "total"), "100.00");
  EXPECT_EQ(text_at(*cards[1].find("before"), "total"), "100.00");
  EXPECT_EQ(text_at(*cards[1].find("after"), "total"), "82.00");  // 10 + 90 × 80 ÷ 100
  EXPECT_FALSE(*cards[0].find("changed")->truth());
  EXPECT_TRUE(*cards[1].find("changed")->truth());
  const Json& department = planned.find("departments")->items()[0];
  EXPECT_EQ(text_at(department, "average_before"), "100");
  EXPECT_EQ(text_at(department, "average_after"), "95.5");  // (100 × 30 + 82 × 10) ÷ 40
  EXPECT_EQ(text_at(department, "grades_before"), "优 2 个");
  EXPECT_EQ(text_at(department, "grades_after"), "优 1 个、良 1 个");
  const Json& setting = planned.find("settings")->items()[0];
  EXPECT_EQ(setting.find("table")->whole(), 1);
  EXPECT_EQ(text_at(setting, "from"), "100件");
  EXPECT_EQ(text_at(setting, "to"), "80件");
  // And as it is on the desk.
  EXPECT_EQ(text_at(session.result("desk").find("tables")->items()[1], "total"), "100.00");
}

TEST(Plan, AdviceIsTheProgrammes) {
  const std::string newer = kRoot + "/scorecards/2024-tongcheng";
  TestSession session;
  session.open(kTongcheng);
  const Json desk = session.open(newer);
  Json targets = Json::array();
  Json history = Json::array();
  for (const Json& line : desk.find("tables")->items())
    (*line.find("year")->whole() == 2024 ? targets : history).push_back(*line.find("number"));
  const Json parameters = {{"tables", targets}, {"history", history}};
  const Json advised = session.result("advise", parameters);
  expect_as_described(advised, "advise");
  app::AdviseRequest request;
  request.history.paths = {kTongcheng};
  request.targets.paths = {newer};
  for (app::ScoreRequest* side : {&request.history, &request.targets}) side->without_scheme = true;
  const app::AdviseOutcome outcome = app::advise_paths(
      request, words_of_rules(), rulebook::load_schemes(kRules), rulebook::load_schemes(kRules));
  EXPECT_EQ(written(*advised.find("advice")), report::json_from_advice(outcome.items));
  EXPECT_EQ(session.output(with(with(parameters, "job", "advise"), "face", "json")),
            report::json_from_advice(outcome.items));
  // Each item leads to its row of the desk.
  const Json::Array& items = advised.find("advice")->find("items")->items();
  const Json::Array& at = advised.find("at")->items();
  ASSERT_EQ(items.size(), at.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Json table = session.result("table", {{"table", *at[i].find("table")}});
    if (table.is_null()) continue;  // without a scheme there is no form
    EXPECT_EQ(
        text_at(table.find("rows")->items()[static_cast<std::size_t>(*at[i].find("row")->whole())], "name"),
        text_at(items[i], "indicator"));
  }
}

TEST(Plan, AdviceFollowsAFileOfMatches) {
  const std::string folder = kRoot + "/samples/advise/";
  const std::string text = base::read_file(folder + "对应.yaml", 4096).text;
  TestSession session;
  session.open(folder + "2023.yaml");
  const Json desk = session.open(folder + "2024.yaml");
  Json targets = Json::array();
  Json history = Json::array();
  for (const Json& line : desk.find("tables")->items())
    (*line.find("year")->whole() == 2024 ? targets : history).push_back(*line.find("number"));
  const Json years = {{"tables", targets}, {"history", history}};
  const auto earlier_name = [](const Json& advised) {
    for (const Json& item : advised.find("advice")->find("items")->items()) {
      if (text_at(item, "indicator") == "培训人数" && !item.find("history")->items().empty())
        return text_at(item.find("history")->items()[0], "indicator");
    }
    return std::string();
  };
  EXPECT_NE(earlier_name(session.result("advise", years)), "到课人次");
  const Json matched = with(with(years, "match", "对应.yaml"), "match_text", text);
  EXPECT_EQ(earlier_name(session.result("advise", matched)), "到课人次");  // as the file says
  app::AdviseRequest request;
  request.history.paths = {folder + "2023.yaml"};
  request.targets.paths = {folder + "2024.yaml"};
  request.choices = folder + "对应.yaml";
  for (app::ScoreRequest* side : {&request.history, &request.targets}) side->without_scheme = true;
  const app::AdviseOutcome outcome = app::advise_paths(
      request, words_of_rules(), rulebook::load_schemes(kRules), rulebook::load_schemes(kRules));
  EXPECT_EQ(session.output(with(with(matched, "job", "advise"), "face", "json")),
            report::json_from_advice(outcome.items));
  const Json read = session.result("matches", {{"name", "对应.yaml"}, {"text", text}});
  expect_as_described(read, "matches");
  EXPECT_EQ(
      read.find("choices")->dump(),
      R"([{"table":"","indicator":"培训人数","year":null,"earlier_table":"","earlier_indicator":"到课人次"}])");
  EXPECT_EQ(
      session.result("advise", years).find("earlier")->dump(),
      R"([{"id":"y2023","title":"技能培训补贴","unit":"某县人力资源和社会保障局","year":2023,"rows":["到课人次"]}])");
  // One that names no row of the tables is refused, with its place and without a word of the terminal.
  const Json wrong = session.call("advise", with(with(years, "match", "对应.yaml"), "match_text",
                                                 "对应:\n  - {指标: 没有这一项, 上年指标: 到课人次}\n"));
  ASSERT_NE(wrong.find("error"), nullptr);
  EXPECT_NE(text_at(*wrong.find("error"), "message").find("没有这一项"), std::string::npos);
  EXPECT_EQ(text_at(*wrong.find("error"), "fix").find("--"), std::string::npos);
}

}  // namespace
}  // namespace jiheng::web
