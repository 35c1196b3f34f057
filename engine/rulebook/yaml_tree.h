// engine/rulebook/yaml_tree.h: YAML text -> a strict tree of texts with places.
// Takes   one document of at most kMaxFileBytes. Every scalar stays text: nothing is turned into numbers or booleans
//         here (010 is "010", 是 is "是").
// Fails   L101 not UTF-8, L102 too large or too deep, L103 not YAML, L104 duplicate key, L105 anchors, aliases, tags
//         and merges are refused, L106 more than one document, L107 empty file.
// Source  docs/scheme-language.md, "文件"
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/diag/source_from_file.h"

namespace jiheng::rulebook {

using diag::kMaxFileBytes;
inline constexpr int kMaxYamlDepth = 32;
inline constexpr std::size_t kMaxYamlNodes = 400000;

struct YamlNode {
  enum class Kind { scalar, sequence, mapping };
  Kind kind = Kind::scalar;
  bool quoted = false;  ///< a quoted scalar: "" is an empty text, not a blank
  base::Place place;
  std::string text;                                       ///< scalar
  std::vector<YamlNode> items;                            ///< sequence; mapping: values
  std::vector<std::pair<std::string, base::Place>> keys;  ///< mapping: keys[i] belongs to items[i]

  /// The value of a key; nullptr if it is not there or this is no mapping.
  const YamlNode* find(std::string_view key) const;
};

/// All problems of the file at once; a value only where there is none.
diag::Result<YamlNode> read_yaml(const std::shared_ptr<const base::Source>& source);

/// Reads one mapping strictly: every key that is asked for is noted, and finish() reports the ones that were not
/// (L108 unknown key, with a near word if there is one). Problems go to the list given.
class MappingReader {
 public:
  /// `what` names the mapping in messages: "预算", "规则 Q1". The node and the list must outlive the reader.
  MappingReader(const YamlNode& node, std::string what, std::vector<diag::Diagnostic>& problems);
  MappingReader(const YamlNode&&, std::string, std::vector<diag::Diagnostic>&) = delete;
  ~MappingReader();
  MappingReader(const MappingReader&) = delete;
  MappingReader& operator=(const MappingReader&) = delete;

  /// False when the node is no mapping (reported as L109).
  bool ok() const { return ok_; }
  const YamlNode* optional(std::string_view key);
  /// Reports L110 at the mapping's place when the key is missing.
  const YamlNode* required(std::string_view key);
  /// Reports the keys nobody asked for. Called by the destructor if not before.
  void finish();

 private:
  const YamlNode& node_;
  std::string what_;
  std::vector<diag::Diagnostic>& problems_;
  std::vector<std::string> asked_;
  bool ok_ = true;
  bool finished_ = false;
};

/// The scalar's text; L109 where the node is a list or a mapping.
std::string scalar_text(const YamlNode& node, std::string_view what, std::vector<diag::Diagnostic>& problems);

}  // namespace jiheng::rulebook
