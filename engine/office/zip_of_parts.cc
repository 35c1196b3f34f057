// Takes parts, gives the zip around them. What is in the parts is the callers'.
#include "engine/office/zip_of_parts.h"

#include <zip.h>

#include <memory>
#include <new>

namespace jiheng::office {
namespace {

struct ZipSourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using ZipSource = std::unique_ptr<zip_source_t, ZipSourceFree>;

/// 1980-01-01, 00:00: the first moment a zip can say.
constexpr zip_uint16_t kFirstDay = 0x21;

void add_part(zip_t* archive, const ZipPart& part) {
  zip_source_t* source = zip_source_buffer(archive, part.text.data(), part.text.size(), 0);
  const zip_int64_t index =
      source == nullptr ? -1 : zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    if (source != nullptr) zip_source_free(source);
    throw std::bad_alloc();
  }
  zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, kFirstDay, 0);
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) throw std::bad_alloc();
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size) throw std::bad_alloc();
  return bytes;
}

}  // namespace

std::string zip_of_parts(std::span<const ZipPart> parts) {
  // libzip reads the texts when it closes the archive: they must live until then.
  const ZipSource buffer(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!buffer) throw std::bad_alloc();
  zip_t* archive = zip_open_from_source(buffer.get(), ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) throw std::bad_alloc();
  zip_source_keep(buffer.get());  // closing the archive gives its own hold back
  try {
    for (const ZipPart& part : parts) add_part(archive, part);
  } catch (...) {
    zip_discard(archive);
    throw;
  }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    throw std::bad_alloc();
  }
  return bytes_of(buffer.get());
}

}  // namespace jiheng::office
