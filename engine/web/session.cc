// Takes words and JSON, gives JSON. What each word does is the desk's, the views' and the outputs'.
#include "engine/web/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/json.h"
#include "engine/diag/catalogue.h"
#include "engine/diag/source_from_file.h"
#include "engine/report/faces/text_from_report.h"
#include "engine/web/call.h"
#include "engine/web/edit_door.h"
#include "engine/web/outputs.h"
#include "engine/web/page_words.h"
#include "engine/web/plan.h"
#include "engine/web/review.h"
#include "engine/web/steps_door.h"
#include "engine/web/views.h"

namespace jiheng::web {

struct Session::State {
  State(const std::string& rules_folder, const std::string& pages_folder)
      : desk(rules_folder, pages_folder) {}

  Desk desk;
  EditDoor edits;
  std::string bytes;
};

namespace {

using base::Json;

/// A number that no table of the desk has is the caller's mistake; it is said, and nothing else happens.
std::optional<std::size_t> table_of(const Desk& desk, const Parameters& parameters) {
  const auto number = parameters.number("table");
  return number && *number < desk.tables() ? number : std::nullopt;
}

Json page_of(const Desk& desk, const Parameters& parameters) {
  const diag::CatalogueEntry* entry = diag::find_entry(parameters.text("id"));
  if (entry == nullptr) return error_json("没有这条提示的说明", "");
  const auto page = diag::source_from_file(fmt::format("{}/{}.md", desk.pages_folder(), entry->id));
  if (!page) return error_json("没有这条提示的说明", "");
  return result_json({{"id", entry->id}, {"title", entry->title}, {"text", (*page)->text}});
}

/// Tables of the desk, each once; a number that none has is left out.
std::vector<std::size_t> tables_named(const Desk& desk, const Parameters& parameters, std::string_view key) {
  std::vector<std::size_t> numbers;
  for (const std::size_t n : parameters.numbers(key)) {
    if (n < desk.tables() && std::find(numbers.begin(), numbers.end(), n) == numbers.end())
      numbers.push_back(n);
  }
  return numbers;
}

Plan plan_of(const Desk& desk, const Parameters& parameters) {
  Plan plan;
  plan.tables = tables_named(desk, parameters, "tables");
  plan.history = tables_named(desk, parameters, "history");
  plan.settings = parameters.texts("settings");
  plan.turn = parameters.text("turn");
  plan.value = parameters.text("value");
  for (const Parameters& scenario : parameters.objects("scenarios"))
    plan.scenarios.push_back({scenario.text("name"), scenario.text("text")});
  plan.match = {parameters.text("match"), parameters.text("match_text")};
  plan.sweeps = parameters.texts("sweeps");
  plan.wanted = parameters.text("wanted");
  plan.vary = parameters.texts("vary");
  plan.uncertain = parameters.texts("uncertain");
  plan.draws = parameters.number("draws").value_or(plan.draws);
  plan.seed = parameters.number("seed").value_or(plan.seed);
  return plan;
}

/// A result, or what is wrong.
Json answer_of(diag::Result<Json> made) {
  return made ? result_json(*std::move(made)) : error_json(made.problems);
}

/// What the program gives as JSON, as it is.
Json planned(Desk& desk, std::string_view method, const Plan& plan) {
  if (method == "advise") return answer_of(advice_view(desk, plan));
  const auto text = plan_in_face(desk, plan, method, "json");
  if (!text) return error_json(text.problems);
  return result_json(std::get<Json>(base::parse_json(*text)));
}

Json decision_list(const std::map<std::string, model::Decision>& decisions) {
  Json list = Json::array();
  for (const auto& [key, d] : decisions)
    list.push_back({{"key", key}, {"opinion", d.opinion}, {"note", d.note}, {"by", d.by}, {"date", d.date}});
  return list;
}

/// Decisions as the page keeps them: an empty one takes what was decided away.
Json decided(Desk& desk, const Parameters& parameters) {
  for (const Parameters& one : parameters.objects("decisions")) {
    const model::Decision decision{one.text("opinion"), one.text("note"), one.text("by"), one.text("date")};
    if (decision.empty()) {
      desk.decisions().erase(one.text("key"));
    } else {
      desk.decisions()[one.text("key")] = decision;
    }
  }
  return result_json({{"decided", desk.decisions().size()}});
}

Json plan_file(Desk& desk, const Plan& plan, const std::string& job, const std::string& face,
               std::string& bytes) {
  auto text = plan_in_face(desk, plan, job, face);
  if (!text) return error_json(text.problems);
  bytes = *std::move(text);
  const std::string_view name = job == "advise" ? "目标建议" : "调目标";
  return result_json({{"name", fmt::format("{}.{}", name, face)}, {"bytes", bytes.size()}});
}

Json handed_out(Desk& desk, const Parameters& parameters, std::string& bytes) {
  if (const std::string job = parameters.text("job"); is_plan_job(job))
    return plan_file(desk, plan_of(desk, parameters), job, parameters.text("face"), bytes);
  auto written = output(desk, wanted_of(desk, parameters));
  if (!written) return error_json(written.problems);
  bytes = std::move(written->text);
  return result_json({{"name", written->name}, {"bytes", bytes.size()}});
}

/// The words of the door, in the order of contract.json.
Json answer(Desk& desk, std::string& bytes, std::string_view method, const Parameters& parameters) {
  if (method == "open") {
    desk.open(parameters.texts("paths"));
    return result_json(desk_view(desk));
  }
  if (method == "desk") return result_json(desk_view(desk));
  if (method == "clear") {
    desk.clear();
    return result_json(desk_view(desk));
  }
  if (method == "schemes") return result_json(schemes_view(desk));
  if (method == "take_scheme" || method == "begin_scheme") {
    const auto begun = desk.begin_scheme(tables_named(desk, parameters, "tables"), parameters.text("scheme"));
    if (!begun) return error_json("没有这个方案", "从列表里选一个。");
    if (method == "begin_scheme") return scoring_json(*begun);
    desk.end_scoring();
    return result_json(desk_view(desk));
  }
  if (method == "check") return result_json(findings_view(desk));
  if (method == "page") return page_of(desk, parameters);
  if (method == "output") return handed_out(desk, parameters, bytes);
  if (method == "plan") return answer_of(plan_view(desk, plan_of(desk, parameters)));
  if (method == "plan_department") return answer_of(department_plan_view(desk, plan_of(desk, parameters)));
  if (is_plan_job(method)) return planned(desk, method, plan_of(desk, parameters));
  if (method == "scenario")
    return answer_of(scenario_view({parameters.text("name"), parameters.text("text")}));
  if (method == "matches") return answer_of(matches_view({parameters.text("name"), parameters.text("text")}));
  if (method == "decide") return decided(desk, parameters);
  if (method == "decisions") return result_json({{"decisions", decision_list(desk.decisions())}});
  if (method == "forget_decisions") {
    desk.decisions().clear();
    return decided(desk, parameters);
  }
  if (method == "drop_brought") {
    Json decisions = decision_list(desk.drop_brought(parameters.texts("files")));
    return result_json({{"desk", desk_view(desk)}, {"decisions", std::move(decisions)}});
  }
  if (method == "read_review") return answer_of(review_read(desk, parameters.text("path")));
  if (method == "compare") return answer_of(comparison_view(desk, parameters.texts("paths")));
  const auto table = table_of(desk, parameters);
  if (method == "why" && table)
    return result_json(why_view(desk, *table, parameters.number("row").value_or(0)));
  return error_json("没有这张表", "");
}

}  // namespace

Session::Session(const std::string& rules_folder, const std::string& pages_folder)
    : state_(std::make_unique<State>(rules_folder, pages_folder)) {}

Session::~Session() = default;

void Session::put(std::string name, std::string bytes) {
  state_->desk.files().put(std::move(name), std::move(bytes));
}

std::string Session::call(std::string_view method, std::string_view parameters) noexcept {
  try {
    const auto read = base::parse_json(parameters);
    if (!std::holds_alternative<Json>(read)) return error_json("这一步没有做成", "").dump();
    const Parameters asked(std::get<Json>(read));
    if (!state_->desk.is_ready()) return error_json(state_->desk.problems()).dump();
    leave_other_steps(state_->desk, method);
    if (auto found = state_->edits.answer(state_->desk, method, asked)) return found->dump();
    if (auto found = step_answer(state_->desk, method, asked)) return found->dump();
    return answer(state_->desk, state_->bytes, method, asked).dump();
  } catch (const std::bad_alloc&) {
    return R"({"error":{"message":"内存不够","fix":"关掉别的网页，少打开几个文件再试。"}})";
  } catch (const std::exception&) {
    return R"({"error":{"message":"程序内部出错，这一步没有做成","fix":"先保存，再重新打开这个网页。"}})";
  }
}

const std::string& Session::bytes() const { return state_->bytes; }

}  // namespace jiheng::web
