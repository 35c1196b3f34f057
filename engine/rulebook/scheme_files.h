// engine/rulebook/scheme_files.h: scheme files side by side, for those that inherit from one another.
// Takes   their sources, each name once.
// Gives   the id of each by its head, and its tree, parsed when first asked for and then kept. Not for several threads.
// Fails   as yaml_tree.h, in the tree; a file whose id cannot be told has an empty one.
// Source  docs/scheme-language.md, "继承"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/scheme.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"

namespace jiheng::rulebook {

class SchemeFiles {
 public:
  explicit SchemeFiles(const std::vector<SourcePtr>& sources);

  std::size_t size() const { return files_.size(); }
  const SourcePtr& source(std::size_t i) const { return files_[i].source; }
  /// What its key 方案 says: read off its line where that can be read in one way only, else out of the tree.
  const std::string& id(std::size_t i);
  const diag::Result<YamlNode>& tree(std::size_t i);

 private:
  struct File {
    SourcePtr source;
    std::optional<std::string> id;
    std::optional<diag::Result<YamlNode>> tree;
  };
  std::vector<File> files_;
};

/// The scheme of one of the files; those it inherits from are looked for among the others.
diag::Result<model::Scheme> scheme_from_files(SchemeFiles& files, std::size_t index);

}  // namespace jiheng::rulebook
