// Takes files, gives their bytes unpacked; takes texts, gives them packed. Leaves what is in them to the others.
#include "engine/bulk/packed.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "engine/base/file_writer.h"

namespace jiheng::bulk {
namespace {

constexpr std::string_view kGzip = ".gz";
constexpr std::string_view kZstd = ".zst";
constexpr std::size_t kPiece = std::size_t{1} << 16;

diag::Diagnostic cannot_be_read(const std::string& path, base::IoStatus status) {
  return {"C101", fmt::format("读不了“{}”：{}", path, base::describe(status)), "", "核对文件名和权限。", {}};
}

/// Why the library gave up: what is packed is damaged, or the file itself could not be read.
diag::Diagnostic gave_up(archive* a, const std::string& path) {
  const int error = archive_errno(a);
  const bool of_the_system = error > 0 && error != EILSEQ;  // which stands for a wrong format
  if (of_the_system) return cannot_be_read(path, base::status_of_error(error));
  return {"I108",
          fmt::format("“{}”解到一半解不下去了", path),
          "文件没有传完，或者损坏了。",
          "重新取得这个文件；前面解开的表已经算了。",
          {}};
}

la_ssize_t append_to(archive*, void* out, const void* bytes, std::size_t count) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), count);
  return static_cast<la_ssize_t>(count);
}

}  // namespace

struct PackedFile::Reader {
  archive* opened = archive_read_new();
  int descriptor = -1;
  bool at_end = false;
  std::string_view rest;  ///< of the piece that was unpacked last
};

void PackedFile::Close::operator()(Reader* reader) const {
  archive_read_free(reader->opened);
  if (reader->descriptor > STDIN_FILENO) ::close(reader->descriptor);
  delete reader;
}

Packing packing_of(std::string_view path) {
  return path.ends_with(kGzip) ? Packing::gzip : path.ends_with(kZstd) ? Packing::zstd : Packing::none;
}

std::string_view without_packing(std::string_view path) {
  const Packing packing = packing_of(path);
  if (packing == Packing::none) return path;
  return path.substr(0, path.size() - (packing == Packing::gzip ? kGzip : kZstd).size());
}

std::optional<std::string> packed(std::string_view text, Packing packing) {
  if (packing == Packing::none) return std::string(text);
  std::string out;
  const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), &archive_write_free);
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                       &archive_entry_free);
  archive* a = writer.get();
  archive_write_set_format_raw(a);
  archive_write_set_bytes_per_block(a, 0);
  if (packing == Packing::gzip) {
    archive_write_add_filter_gzip(a);
    archive_write_set_filter_option(a, "gzip", "timestamp", nullptr);
  } else {
    archive_write_add_filter_zstd(a);
  }
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  const bool done = archive_write_open(a, &out, nullptr, append_to, nullptr) == ARCHIVE_OK &&
                    archive_write_header(a, entry.get()) == ARCHIVE_OK &&
                    archive_write_data(a, text.data(), text.size()) == static_cast<la_ssize_t>(text.size()) &&
                    archive_write_close(a) == ARCHIVE_OK;
  return done ? std::optional(std::move(out)) : std::nullopt;
}

diag::Result<PackedFile> PackedFile::open(const std::string& path) {
  PackedFile file;
  file.path_ = path;
  file.reader_.reset(new Reader);
  Reader& reader = *file.reader_;
  reader.descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (reader.descriptor < 0) return cannot_be_read(path, base::status_of_error(errno));
  archive* a = reader.opened;
  archive_read_support_filter_gzip(a);
  archive_read_support_filter_zstd(a);
  archive_read_support_format_raw(a);
  archive_read_support_format_empty(a);
  if (archive_read_open_fd(a, reader.descriptor, kPiece) != ARCHIVE_OK) return gave_up(a, path);
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(a, &entry);
  if (status != ARCHIVE_OK && status != ARCHIVE_EOF) return gave_up(a, path);
  reader.at_end = status == ARCHIVE_EOF;
  return file;
}

std::optional<diag::Diagnostic> PackedFile::read(std::size_t most, std::string& out) {
  archive* a = reader_->opened;
  const std::size_t before = out.size();
  out.reserve(before + most);
  std::optional<diag::Diagnostic> problem;
  while (out.size() - before < most && (!reader_->rest.empty() || !reader_->at_end)) {
    if (reader_->rest.empty()) {
      const void* piece = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(a, &piece, &size, &offset);
      reader_->at_end = status != ARCHIVE_OK && status != ARCHIVE_WARN;
      if (reader_->at_end && status != ARCHIVE_EOF) problem = gave_up(a, path_);
      if (!reader_->at_end) reader_->rest = {static_cast<const char*>(piece), size};
    }
    const std::string_view taken = reader_->rest.substr(0, most - (out.size() - before));
    out += taken;
    reader_->rest.remove_prefix(taken.size());
  }
  const auto unpacked = static_cast<std::size_t>(archive_filter_bytes(a, 0));
  const auto packed_size = static_cast<std::size_t>(archive_filter_bytes(a, -1));
  if (!problem && unpacked > kInflationFree && unpacked / kMostInflation > packed_size) {
    reader_->at_end = true;
    reader_->rest = {};
    out.resize(before);
    problem = {"I110",
               fmt::format("“{}”解开后是压缩时的 {} 倍以上，没有读完", path_, kMostInflation),
               "正常的表压不了这么小。",
               "核对文件；前面解开的表已经算了。",
               {}};
  }
  return problem;
}

}  // namespace jiheng::bulk
