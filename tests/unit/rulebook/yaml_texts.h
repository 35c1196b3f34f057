// Texts and files as sources, and problems with their places, for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/diag/diagnostic.h"

namespace jiheng::rulebook {

inline const std::string kRoot = JIHENG_SOURCE_DIR;

inline base::SourcePtr yaml_source(std::string text, std::string name = "f.yaml") {
  return std::make_shared<const base::Source>(base::Source{std::move(name), std::move(text)});
}

/// The bytes of a file; "" where there is none.
inline std::string file_text(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// "L104@2:1 L108@3:5": every problem with its place.
inline std::string ids_and_places(const std::vector<diag::Diagnostic>& problems) {
  std::string out;
  for (const auto& p : problems) {
    out += (out.empty() ? "" : " ") + p.id + "@" + std::to_string(p.place.line) + ":" +
           std::to_string(p.place.column);
  }
  return out;
}

/// The keys a loader takes where a file has the key 没有的键: its message lists them. `text` is the file.
inline std::set<std::string> keys_taken(const std::vector<diag::Diagnostic>& problems,
                                        const std::string& text) {
  for (const auto& p : problems) {
    if (p.id != "L108") continue;
    const std::string before = "这里能用的键：";
    std::istringstream words(p.why.substr(p.why.find(before) + before.size()));
    std::set<std::string> keys;
    for (std::string word; words >> word;) {
      if (word.ends_with("。")) word.resize(word.size() - std::string("。").size());
      keys.insert(word);
    }
    return keys;
  }
  ADD_FAILURE() << "no L108: " << text;
  return {};
}

}  // namespace jiheng::rulebook
