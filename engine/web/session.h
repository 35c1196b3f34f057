// engine/web/session.h: the one door of the page: a word and JSON in, JSON out, bytes beside them. No paths of a disk.
// Takes   call("open", {"paths":[…]}) and the other words of contract.json beside this file; files by put().
// Gives   {"result":…}, or {"error":{"message","fix"}}; bytes of a file that is handed out by bytes().
// Fails   never throws: a fault of the program is an error with I138's sentence, and what was there stays.
// Source  contract.json; docs/architecture.md, "The page"
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace jiheng::web {

class Session {
 public:
  /// The folders of the rules and of the pages of findings.
  Session(const std::string& rules_folder, const std::string& pages_folder);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// A file under its name ("2023/p01.yaml"), to be opened by its name or by that of a folder above it.
  void put(std::string name, std::string bytes);
  std::string call(std::string_view method, std::string_view parameters) noexcept;
  /// What the last "output" gave.
  const std::string& bytes() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace jiheng::web
