// Takes sources of scheme files, gives their ids and trees. Leaves what a tree says to scheme_from_yaml.
#include "engine/rulebook/scheme_files.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/text.h"

namespace jiheng::rulebook {
namespace {

/// The value of the line "方案: hubei-2023"; nullopt for a file without such a line, and where only YAML can tell the value.
std::optional<std::string> id_in_head(std::string_view text) {
  constexpr std::string_view kKey = "方案: ";
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.starts_with(kKey)) continue;
    const std::string_view value = base::trimmed(line.substr(kKey.size()));
    const bool goes_on = text.starts_with(' ') || text.starts_with('\t');
    if (goes_on || value.empty() || value.front() == '-' || value == "null" || value == "Null" ||
        value == "NULL" || value.find_first_not_of(kPlain) != std::string_view::npos) {
      return std::nullopt;
    }
    return std::string(value);
  }
  return std::nullopt;
}

}  // namespace

SchemeFiles::SchemeFiles(const std::vector<SourcePtr>& sources) {
  for (const SourcePtr& source : sources) files_.push_back({source, {}, {}});
}

const std::string& SchemeFiles::id(std::size_t i) {
  File& file = files_[i];
  if (!file.id) file.id = id_in_head(file.source->text);
  if (!file.id) {
    const auto& parsed = tree(i);
    const YamlNode* node = parsed ? parsed->find("方案") : nullptr;
    file.id = node != nullptr && node->kind == YamlNode::Kind::scalar ? node->text : std::string();
  }
  return *file.id;
}

const diag::Result<YamlNode>& SchemeFiles::tree(std::size_t i) {
  File& file = files_[i];
  if (!file.tree) file.tree = read_yaml(file.source);
  return *file.tree;
}

}  // namespace jiheng::rulebook
