// Takes the tallies of the documents read, gives the table of them.
#include "engine/cli/inputs_said.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/base/text.h"
#include "engine/cli/data_folders.h"

namespace jiheng::cli {
namespace {

constexpr std::size_t kShownFiles = 30;  ///< that gave tables; those that gave none are all shown
constexpr std::size_t kWidestPath = 50;

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, base::display_width(text)), ' ');
}

}  // namespace

app::Means means_of(Console& console) {
  return {office_program(), [&console](std::size_t done, std::size_t all) { console.progress(done, all); },
          [&console](const std::string& name, std::size_t page, std::size_t pages) {
            console.progress_in(name, page, pages);
          }};
}

void say_inputs(const std::vector<app::InputTally>& inputs, Console& console) {
  std::vector<const app::InputTally*> files;
  std::size_t tables = 0;
  std::size_t unread = 0;
  for (const app::InputTally& input : inputs) {
    if (input.scorecards) continue;
    files.push_back(&input);
    tables += input.tables;
    unread += input.read ? 0 : 1;
  }
  if (files.size() < 2) return;
  console.say(fmt::format("共 {} 份文件，{} 张表{}：", files.size(), tables,
                          unread == 0 ? std::string() : fmt::format("，{} 份没有读", unread)));
  std::size_t width = 0;
  for (const app::InputTally* file : files)
    width = std::max(width, std::min(kWidestPath, base::display_width(base::printable(file->path))));
  std::size_t shown = 0;
  std::size_t others = 0;
  for (const app::InputTally* file : files) {
    const bool usual = file->read && file->tables > 0;
    if (usual && !console.verbose() && shown == kShownFiles) {
      ++others;
      continue;
    }
    if (usual) ++shown;
    console.say(fmt::format("  {}  {}",
                            padded(base::clipped_inside(base::printable(file->path), kWidestPath), width),
                            !file->read         ? "没有读，原因见上"
                            : file->tables == 0 ? "没有绩效表"
                                                : fmt::format("{} 张表", file->tables)));
  }
  if (others > 0) console.say(fmt::format("  其余 {} 份都有表，用 --verbose 看全部", others));
}

}  // namespace jiheng::cli
