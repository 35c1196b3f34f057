// Loading 1,000 and 2,000 scorecard files of 12 indicators in one call: time, time a file, and the high-water
// mark of memory. The sizes run in this order, so that the mark of each is its own.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"

namespace jiheng {
namespace {

namespace fs = std::filesystem;

std::string card_text(int number) {
  std::string text = fmt::format(
      "类型: 项目\n年度: 2023\n方案: hubei-2023\n项目名称: 第 {0} 个项目\n单位名称: "
      "某县人力资源和社会保障局\n"
      "主管部门: 人力资源和社会保障局\n填报日期: 2024年2月26日\n"
      "预算:\n  单位: 万元\n  预算数: {0}.5\n  执行数: {0}\n  自报执行率: 100.00\n  自报得分: "
      "20\n绩效指标:\n",
      number);
  for (int row = 0; row < 12; ++row) {
    text += fmt::format(
        "  - 一级: 产出指标\n    二级: 数量指标\n    三级: 2023 年受理劳动仲裁案件数（第 {} 类）\n    目标: "
        "≥{} 例\n"
        "    完成: {} 例\n    自报得分: 6.5\n",
        row + 1, 100 + row, 120 + row);
  }
  return text + "自报总分: 98\n偏差原因: 年初目标按往年数据测算\n改进措施: 无\n";
}

/// A folder of files that is gone with the program.
class Folder {
 public:
  explicit Folder(int files)
      : path_(fs::temp_directory_path() / fmt::format("jiheng-load-bench-{}", getpid())) {
    fs::create_directories(path_);
    for (int i = 0; i < files; ++i) {
      const std::string path = (path_ / fmt::format("p{:04}.yaml", i)).string();
      if (base::write_file(path, card_text(i), base::Overwrite::yes) != base::IoStatus::ok) {
        throw std::runtime_error("cannot write " + path);
      }
    }
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

std::vector<model::Scorecard> load_folder(const std::string& folder) {
  std::vector<model::Scorecard> cards;
  for (const std::string& path : base::list_files(folder, {".yaml"}, 100000).paths) {
    auto text = base::read_file(path, rulebook::kMaxFileBytes).text;
    auto read = rulebook::scorecards_from_yaml(
        std::make_shared<const base::Source>(base::Source{path, std::move(text)}));
    for (model::Scorecard& card : *read) cards.push_back(std::move(card));
  }
  return cards;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void load_files(benchmark::State& state) {
  const auto files = static_cast<int>(state.range(0));
  const Folder folder(files);
  std::size_t cards = 0;
  for (auto _ : state) {
    const auto loaded = load_folder(folder.path());
    cards = loaded.size();
    benchmark::DoNotOptimize(loaded.data());
  }
  if (cards != static_cast<std::size_t>(files)) state.SkipWithError("not every file was loaded");
  state.counters["files/s"] =
      benchmark::Counter(static_cast<double>(files), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(load_files)->Arg(1000)->Arg(2000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jiheng
