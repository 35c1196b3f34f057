// Takes a path and a job, gives what went wrong. Leaves going on to the callers.
#include "engine/app/wall.h"

#include <fmt/format.h>

#include <exception>
#include <new>

namespace jiheng::app {
namespace {

diag::Diagnostic fault(const std::string& path, std::string why) {
  return {"I138",
          fmt::format("读“{}”时程序出错，这份没有读", path),
          std::move(why),
          "别的文件照常读了。请把这份文件（去掉不能外传的内容）报告给维护的人；另存为别的格式往往读得了。",
          {}};
}

}  // namespace

std::optional<diag::Diagnostic> behind_wall(const std::string& path, const std::function<void()>& job) {
  try {
    job();
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    return fault(path, "内存不够。");
  } catch (const std::exception& e) {
    return fault(path, fmt::format("程序里说：{}。", e.what()));
  } catch (...) {
    return fault(path, "程序里没有说原因。");
  }
}

}  // namespace jiheng::app
