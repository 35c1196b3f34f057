// Takes files, opens the archives among them. Leaves reading documents to intake, unpacking to office.
#include "engine/app/inputs/open_inputs.h"

#include <fmt/format.h>

#include <iterator>
#include <memory>

#include "engine/app/document_source.h"
#include "engine/intake/document_kind.h"
#include "engine/office/archive/archive_members.h"

namespace jiheng::app {
namespace {

constexpr int kDeepest = 1;  ///< an archive in an archive is opened, one in that is not

void open_archive(const base::SourcePtr& file, Take take, int depth, std::vector<OpenedInput>& out);

/// A file that is no document by itself is opened, or marked.
void open_source(const base::SourcePtr& file, bool in_folder, Take take, int depth,
                 std::vector<OpenedInput>& out) {
  const auto container = intake::container_of(file);
  OpenedInput input{file->name, InputDocument{file, in_folder}, false, {}};
  if (!container) {
    out.push_back(std::move(input));
    return;
  }
  if (container->ending_misleads) input.problems.push_back(intake::misleading_ending(file, *container));
  if (container->kind != intake::DocumentKind::archive) {
    input.old = true;
    out.push_back(std::move(input));
    return;
  }
  input.document.reset();
  if (depth > kDeepest) input.problems.push_back(intake::nested_archive(file->name));
  if (!input.problems.empty()) out.push_back(std::move(input));
  if (depth <= kDeepest) open_archive(file, take, depth, out);
}

void open_archive(const base::SourcePtr& file, Take take, int depth, std::vector<OpenedInput>& out) {
  auto members =
      office::members_of_archive(file, [take](std::string_view name) { return is_taken(name, take); });
  if (members) {
    for (office::ArchiveMember& member : members->taken) {
      open_source(std::make_shared<const base::Source>(
                      base::Source{fmt::format("{}/{}", file->name, member.name), std::move(member.bytes)}),
                  true, take, depth + 1, out);
    }
    // Where something in it was wrong, that is what there is to say.
    const std::size_t known = members->taken.size() + members.problems.size();
    append(members.problems, what_is_left("压缩包", file->name, known, members->left, take));
  }
  if (!members.problems.empty())
    out.push_back({file->name, std::nullopt, false, std::move(members.problems)});
}

}  // namespace

std::vector<OpenedInput> open_input(const InputFile& file, const std::optional<std::string>& standard_input,
                                    Take take, const base::FileStore& store) {
  std::vector<OpenedInput> out;
  auto fault = behind_wall(file.path, [&] {
    auto source = document_source(file.path, standard_input, store);
    if (!source) {
      out.push_back({file.path, std::nullopt, false, std::move(source.problems)});
      return;
    }
    open_source(*source, file.in_folder, take, 0, out);
  });
  if (fault) return {{file.path, std::nullopt, false, {std::move(*fault)}}};
  return out;
}

void renew_old_inputs(const OfficeProgram& program, const std::vector<OpenedInput*>& old) {
  std::vector<base::SourcePtr> files;
  files.reserve(old.size());
  for (const OpenedInput* input : old) files.push_back(input->document->source);
  auto renewed = renew_old_files(program, files);
  for (std::size_t i = 0; i < old.size(); ++i) {
    append(old[i]->problems, std::move(renewed[i].problems));
    if (renewed[i]) {
      old[i]->document->source = std::move(*renewed[i]);
      old[i]->document->ending = intake::Ending::of_the_original;
    } else {
      old[i]->document.reset();
    }
  }
}

}  // namespace jiheng::app
