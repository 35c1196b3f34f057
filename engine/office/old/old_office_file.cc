// Takes bytes, walks through the directory of the container. Leaves the content to another program.
#include "engine/office/old/old_office_file.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jiheng::office {
namespace {

using OldKind = OldOfficeFile::Kind;

constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kEntryBytes = 128;
constexpr std::size_t kMostEntries = 100000;
constexpr std::uint32_t kNothing = 0xFFFFFFFA;  ///< sectors and entries from here on are none

/// Numbers with the low byte first; 0 past the end.
std::uint32_t little_endian_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  for (std::size_t i = size; i > 0; --i)
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

/// One stream or folder of the directory.
struct OleEntry {
  std::string name;  ///< other than ASCII as ?
  std::uint32_t start = 0;
  std::uint32_t size = 0;
};

class Container {
 public:
  explicit Container(std::string_view bytes)
      : bytes_(bytes),
        shift_(little_endian_at(bytes, 30, 2)),
        small_streams_(little_endian_at(bytes, 56, 4)) {
    if (bytes.size() < kHeaderBytes || (shift_ != 9 && shift_ != 12)) return;
    list_tables();
    if (tables_.empty()) return;
    for (const std::uint32_t sector : chain(little_endian_at(bytes, 48, 4))) {
      directory_ += sector_at(sector);
      if (directory_.size() / kEntryBytes > kMostEntries) return;
    }
    list_root();
  }

  const OleEntry* find(std::string_view name) const {
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [name](const OleEntry& e) { return e.name == name; });
    return found == entries_.end() ? nullptr : &*found;
  }
  bool readable() const { return readable_; }

  /// Whether all of a stream is there: of a file that was cut off other programs read what is left, and do not say so.
  bool is_whole(const OleEntry& entry) const {
    const bool small = entry.size < small_streams_;
    std::size_t there = 0;
    for (const std::uint32_t sector : chain(small ? little_endian_at(directory_, 116, 4) : entry.start))
      there += sector_at(sector).size();
    return there >= (small ? little_endian_at(directory_, 120, 4) : entry.size);
  }

  /// The first bytes of a stream: its first sector, or the first small one.
  std::string_view head_of(const OleEntry& entry) const {
    constexpr std::size_t kSmall = 64;
    if (entry.size >= small_streams_) return sector_at(entry.start).substr(0, entry.size);
    const std::vector<std::uint32_t> small = chain(little_endian_at(directory_, 116, 4));
    const std::size_t at = std::size_t{entry.start} * kSmall;
    if ((at >> shift_) >= small.size()) return {};
    const std::string_view sector = sector_at(small[at >> shift_]);
    const std::size_t inside = at & ((std::size_t{1} << shift_) - 1);
    return inside < sector.size() ? sector.substr(inside, std::min<std::size_t>(kSmall, entry.size))
                                  : std::string_view();
  }

 private:
  std::string_view sector_at(std::uint32_t sector) const {
    const std::size_t at = (std::size_t{sector} + 1) << shift_;
    return at < bytes_.size() ? bytes_.substr(at, std::size_t{1} << shift_) : std::string_view();
  }
  std::size_t sectors() const { return (bytes_.size() + (std::size_t{1} << shift_) - 1) >> shift_; }

  /// Where the tables of sectors stand: 109 in the header, the others in a chain of their own.
  void list_tables() {
    for (std::size_t i = 0; i < 109; ++i) put_table(little_endian_at(bytes_, 76 + 4 * i, 4));
    std::uint32_t more = little_endian_at(bytes_, 68, 4);
    const std::size_t numbers = (std::size_t{1} << shift_) / 4 - 1;
    for (std::size_t steps = 0; more < kNothing && more < sectors() && steps < sectors(); ++steps) {
      const std::string_view sector = sector_at(more);
      for (std::size_t i = 0; i < numbers; ++i) put_table(little_endian_at(sector, 4 * i, 4));
      more = little_endian_at(sector, 4 * numbers, 4);
    }
  }
  void put_table(std::uint32_t sector) {
    if (sector < kNothing && sector < sectors() && tables_.size() <= sectors()) tables_.push_back(sector);
  }

  std::uint32_t next_of(std::uint32_t sector) const {
    const std::size_t numbers = (std::size_t{1} << shift_) / 4;
    if (sector / numbers >= tables_.size()) return kNothing;
    return little_endian_at(sector_at(tables_[sector / numbers]), 4 * (sector % numbers), 4);
  }

  std::vector<std::uint32_t> chain(std::uint32_t sector) const {
    std::vector<std::uint32_t> out;
    for (; sector < kNothing && sector < sectors() && out.size() < sectors(); sector = next_of(sector))
      out.push_back(sector);
    return out;
  }

  /// The entries right below the root: those of embedded files stand deeper.
  void list_root() {
    const std::size_t count = directory_.size() / kEntryBytes;
    if (count == 0 || directory_[66] != 5) return;
    std::vector<bool> seen(count);
    std::vector<std::uint32_t> open = {little_endian_at(directory_, 76, 4)};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (at >= count || seen[at]) continue;
      seen[at] = true;
      const std::string_view entry = std::string_view(directory_).substr(at * kEntryBytes, kEntryBytes);
      std::string name;
      const std::uint32_t length = std::min<std::uint32_t>(little_endian_at(entry, 64, 2), 64);
      for (std::size_t i = 0; i + 2 < length; i += 2)
        name += entry[i + 1] == 0 && entry[i] > 0 ? entry[i] : '?';
      entries_.push_back({std::move(name), little_endian_at(entry, 116, 4), little_endian_at(entry, 120, 4)});
      open.push_back(little_endian_at(entry, 68, 4));
      open.push_back(little_endian_at(entry, 72, 4));
    }
    readable_ = !entries_.empty();
  }

  std::string_view bytes_;
  std::uint32_t shift_;
  std::uint32_t small_streams_;  ///< streams below this size stand in small sectors
  std::vector<std::uint32_t> tables_;
  std::string directory_;
  std::vector<OleEntry> entries_;
  bool readable_ = false;
};

/// The record FilePass stands right behind the first one, or behind that of a write protection.
bool has_file_pass(std::string_view head) {
  constexpr std::uint32_t kFilePass = 0x2F;
  for (std::size_t at = 0; at + 4 <= head.size(); at += 4 + little_endian_at(head, at + 2, 2)) {
    if (little_endian_at(head, at, 2) == kFilePass) return true;
  }
  return false;
}

}  // namespace

OldOfficeFile old_office_file_in(std::string_view bytes) {
  if (bytes.starts_with("{\\rtf")) return {OldKind::word, false};
  if (!bytes.starts_with("\xD0\xCF\x11\xE0")) return {};
  const Container container(bytes);
  if (!container.readable()) return {OldKind::damaged, false};
  if (container.find("EncryptedPackage") != nullptr) return {OldKind::sealed, true};
  for (const std::string_view name : {"Workbook", "Book"}) {
    const OleEntry* book = container.find(name);
    if (book != nullptr && !container.is_whole(*book)) return {OldKind::damaged, false};
    if (book != nullptr) return {OldKind::workbook, has_file_pass(container.head_of(*book))};
  }
  if (const OleEntry* word = container.find("WordDocument")) {
    if (!container.is_whole(*word)) return {OldKind::damaged, false};
    constexpr std::uint32_t kEncrypted = 0x100;
    return {OldKind::word, (little_endian_at(container.head_of(*word), 10, 2) & kEncrypted) != 0};
  }
  return {OldKind::other, false};
}

}  // namespace jiheng::office
