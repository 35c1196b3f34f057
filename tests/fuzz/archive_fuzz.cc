// Any bytes as an archive or an old office file: no crash, nothing past the limits; names are UTF-8 and lead nowhere outside, files
// stand in order, each name once. What is an archive in it is opened too.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/base/text.h"
#include "engine/intake/document_kind.h"
#include "engine/office/archive/archive_members.h"
#include "engine/office/old/old_office_file.h"

namespace {

void open(const jiheng::base::SourcePtr& file, int depth) {
  const auto members =
      jiheng::office::members_of_archive(file, [](std::string_view name) { return !name.ends_with(".png"); });
  if (!members) {
    if (members.problems.empty()) std::abort();
    return;
  }
  const std::string* before = nullptr;
  for (const auto& member : members.value->taken) {
    if (jiheng::base::first_invalid_utf8(member.name) || member.name.empty()) std::abort();
    if (member.name.starts_with('/') || ("/" + member.name + "/").find("/../") != std::string::npos)
      std::abort();
    if (member.bytes.size() > jiheng::office::kMaxMemberBytes) std::abort();
    if (before != nullptr && !(*before < member.name)) std::abort();
    before = &member.name;
    const auto inside =
        std::make_shared<const jiheng::base::Source>(jiheng::base::Source{member.name, member.bytes});
    static_cast<void>(jiheng::intake::kind_of(inside));
    if (depth == 0 && jiheng::office::is_archive(member.bytes)) open(inside, 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file =
      std::make_shared<const jiheng::base::Source>(jiheng::base::Source{"t", std::string(data, data + size)});
  static_cast<void>(jiheng::office::old_office_file_in(file->text));
  static_cast<void>(jiheng::intake::container_of(file));
  open(file, 0);
  return 0;
}
