// The schemes tests read: the shipped ones, and the examples of docs/scheme-language.md.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"

namespace jiheng::rulebook {

/// Every scheme below rules/ (units.yaml and words.yaml are none), by name.
inline std::vector<SourcePtr> shipped_schemes() {
  std::vector<SourcePtr> sources;
  for (const std::string& path : base::list_files(JIHENG_SOURCE_DIR "/rules", {".yaml"}, 100).paths) {
    auto text = base::read_file(path, kMaxFileBytes).text;
    const auto source = std::make_shared<const base::Source>(base::Source{path, std::move(text)});
    const auto tree = read_yaml(source);
    if (tree && tree->find("方案") != nullptr) sources.push_back(source);
  }
  return sources;
}

/// The blocks ```yaml of the page, each made a whole scheme. The name tells the line of the page.
inline std::vector<SourcePtr> page_schemes() {
  const std::string page = base::read_file(JIHENG_SOURCE_DIR "/docs/scheme-language.md", kMaxFileBytes).text;
  const std::string fence = "```yaml\n";
  std::vector<SourcePtr> sources;
  for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    const auto line = std::count(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    at += fence.size();
    std::string text = page.substr(at, page.find("```", at) - at);
    if (!text.starts_with("方案")) {
      text = "方案: 例\n名称: 例\n适用年度: 2023\n来源: [{文号: 例, 状态: 已见}]\n总分: 100\n" + text;
    }
    sources.push_back(std::make_shared<const base::Source>(
        base::Source{"docs/scheme-language.md 第 " + std::to_string(line) + " 行", std::move(text)}));
  }
  return sources;
}

}  // namespace jiheng::rulebook
