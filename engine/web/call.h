// engine/web/call.h: what a call of the door is given, and the shapes of what it answers.
// Takes   the JSON of the parameters; it must outlive the Parameters made of it.
// Gives   values by their keys: what is missing, or of another type, is empty; {"result":…} and {"error":…}.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::web {

class Parameters {
 public:
  explicit Parameters(const base::Json& json) : json_(&json) {}
  explicit Parameters(const base::Json&&) = delete;

  std::string text(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  std::optional<std::size_t> number(std::string_view key) const;
  std::vector<std::size_t> numbers(std::string_view key) const;
  bool truth(std::string_view key) const;
  bool has_list(std::string_view key) const { return list(key) != nullptr; }
  /// Of a list of objects each by its own keys.
  std::vector<Parameters> objects(std::string_view key) const;

 private:
  const base::Json::Array* list(std::string_view key) const;

  const base::Json* json_;
};

base::Json error_json(const std::string& message, const std::string& fix);
/// The first of them that is an error.
base::Json error_json(const std::vector<diag::Diagnostic>& problems);
base::Json result_json(base::Json result);

}  // namespace jiheng::web
