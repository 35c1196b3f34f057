// Takes the bytes of an archive, gives its files. Leaves what they hold to intake, which of them are wanted to app.
#include "engine/office/archive/archive_members.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "engine/base/text.h"
#include "engine/office/text_encoding.h"
#include "engine/office/zip_package.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kShownName = 60;

/// libarchive gives names in the encoding of the locale of its thread: while this stands, in UTF-8, whatever the environment
/// says. One locale for all threads, made once and kept: what the C library builds for it is not taken down beside a reader.
class NamesInUtf8 {
 public:
  NamesInUtf8() {
    static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8 != nullptr) before_ = ::uselocale(utf8);
  }
  NamesInUtf8(const NamesInUtf8&) = delete;
  NamesInUtf8& operator=(const NamesInUtf8&) = delete;
  ~NamesInUtf8() {
    if (before_ != nullptr) ::uselocale(before_);
  }

 private:
  locale_t before_ = nullptr;
};

diag::Diagnostic archive_past_limit(const base::SourcePtr& file, std::string why) {
  return {"I110",
          "压缩包解开后太大，没有读",
          std::move(why),
          "正常的报送材料不会这样；分成几个压缩包，或解开后导入文件夹。",
          {file}};
}

diag::Diagnostic member_too_large(const base::SourcePtr& file, std::string_view name) {
  return {"I101",
          fmt::format("压缩包里的“{}”太大，没有读", name),
          fmt::format("一份文件最多 {} MiB。", kMaxMemberBytes >> 20U),
          "把文件分成几份，每份单独导入。",
          {file}};
}

diag::Diagnostic member_sealed(const base::SourcePtr& file, std::string_view name) {
  return {"I109",
          fmt::format("压缩包里的“{}”要密码，读不了", name),
          "加了密的内容，没有密码看不到。",
          "用密码解开压缩包，再导入解开后的文件夹。",
          {file}};
}

diag::Diagnostic odd_member_name(const base::SourcePtr& file, std::string_view name, std::string_view what) {
  return {"I111",
          fmt::format("压缩包里有名称不正常的文件“{}”，没有读", name),
          std::string(what),
          "请向提供的人要原件，或解开后导入文件夹。",
          {file}};
}

/// Where it is no UTF-8 it is GB 18030; what is neither is shown as far as it can be.
std::string utf8_of_name(std::string_view raw) {
  if (!base::first_invalid_utf8(raw)) return std::string(raw);
  std::string out;
  while (!raw.empty()) {
    std::size_t length = 1;
    char32_t character = static_cast<unsigned char>(raw.front());
    if (character >= 0x80) {
      character = 0;
      for (const std::size_t tried : {std::size_t{2}, std::size_t{4}}) {
        if (character != 0 || tried > raw.size()) continue;
        character = character_of_gb18030(raw.substr(0, tried));
        if (character != 0) length = tried;
      }
    }
    base::append_utf8(out, character == 0 ? U'\uFFFD' : character);
    raw.remove_prefix(length);
  }
  return out;
}

/// With / between folders; empty where the archive holds none that can be read.
std::string name_of_entry(archive_entry* entry) {
  const char* raw = archive_entry_pathname(entry);
  if (raw == nullptr) raw = archive_entry_pathname_utf8(entry);
  std::string name = base::printable(utf8_of_name(raw == nullptr ? "" : raw));
  std::replace(name.begin(), name.end(), '\\', '/');
  while (name.starts_with("./")) name.erase(0, 2);
  return name;
}

/// Why a name is none of a file in the archive; empty for a usual one.
std::string_view oddity_of_member(std::string_view name) {
  if (name.empty()) return "名称是空的，或者读不出来。";
  if (name.front() == '/' || (name.size() > 1 && name[1] == ':')) return "名称是绝对路径。";
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return "名称里有“..”，指到压缩包外面去了。";
    at = end + 1;
  }
  return {};
}

/// Reads the files of one archive one behind the other, and counts.
class ArchiveReader {
 public:
  ArchiveReader(const base::SourcePtr& file, const std::function<bool(std::string_view)>& wanted)
      : file_(file), wanted_(wanted), archive_(archive_read_new(), &archive_read_free) {
    archive* a = archive_.get();
    archive_read_support_format_zip(a);
    archive_read_support_format_7zip(a);
    archive_read_support_format_rar(a);
    archive_read_support_format_rar5(a);
    archive_read_support_format_tar(a);
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
  }

  diag::Result<ArchiveMembers> read() {
    const std::string& bytes = file_->text;
    if (bytes.size() > kMaxPackageBytes)
      return archive_past_limit(file_, fmt::format("文件超过 {} MiB。", kMaxPackageBytes >> 20U));
    opened_ = archive_read_open_memory(archive_.get(), bytes.data(), bytes.size()) == ARCHIVE_OK;
    if (!opened_) return unreadable();
    while (!stopped_ && next()) {
    }
    ArchiveMembers& members = *out_.value;
    if (stopped_ || (members.taken.empty() && members.left.empty() && !out_.problems.empty()))
      return std::move(out_.problems);
    std::sort(members.taken.begin(), members.taken.end(),
              [](const ArchiveMember& a, const ArchiveMember& b) { return a.name < b.name; });
    std::sort(members.left.begin(), members.left.end());
    return std::move(out_);
  }

 private:
  enum class Bytes { whole, too_large, sealed, broken };

  /// False at the end, where the rest is damaged, or past a limit.
  bool next() {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) return false;
    if (status <= ARCHIVE_FATAL || entry == nullptr) {
      out_.problems.push_back(unreadable());
      return false;
    }
    // A packed archive in a packed archive in …: each layer is a way to make much out of little.
    if (archive_filter_count(archive_.get()) > 2) return stop("压缩了好几层。");
    if (++count_ > kMaxParts) return stop(fmt::format("压缩包里的文件超过 {} 个。", kMaxParts));
    const auto type = archive_entry_filetype(entry);
    const bool file = type == AE_IFREG || type == 0;
    const std::string name = name_of_entry(entry);
    if (!file || name.ends_with('/')) return true;
    const std::string shown = base::clipped_inside(name, kShownName);
    if (!wanted_(name)) {
      out_.value->left.push_back(name);
      std::string ignored;
      static_cast<void>(read_bytes(ignored, false));
      return true;
    }
    std::string_view odd = oddity_of_member(name);
    if (odd.empty() && !names_.insert(name).second) odd = "同一个名称出现了两次。";
    ArchiveMember member{name, {}};
    const bool sealed = archive_entry_is_encrypted(entry) > 0;
    const Bytes got = sealed ? Bytes::sealed : read_bytes(member.bytes, odd.empty());
    if (stopped_) return false;
    if (!odd.empty()) {
      out_.problems.push_back(odd_member_name(file_, shown, odd));
    } else if (got == Bytes::whole) {
      out_.value->taken.push_back(std::move(member));
    } else {
      out_.problems.push_back(got == Bytes::too_large ? member_too_large(file_, shown)
                              : got == Bytes::sealed  ? member_sealed(file_, shown)
                                                     : damaged(file_, name, "内容解不开，或者校验不对。"));
    }
    return true;
  }

  /// Unpacks the entry; bytes that are not kept are counted too.
  Bytes read_bytes(std::string& out, bool keep) {
    std::array<char, 1U << 16U> block;
    std::size_t size = 0;
    while (true) {
      const la_ssize_t got = archive_read_data(archive_.get(), block.data(), block.size());
      if (got < 0)
        return archive_read_has_encrypted_entries(archive_.get()) > 0 ? Bytes::sealed : Bytes::broken;
      if (got == 0) break;
      size += static_cast<std::size_t>(got);
      unpacked_ += static_cast<std::size_t>(got);
      if (unpacked_ > kMaxInflatedBytes) {
        stop(fmt::format("全部解开后超过 {} MiB。", kMaxInflatedBytes >> 20U));
        return Bytes::too_large;
      }
      if (unpacked_ > kInflationFreeBytes && unpacked_ / kMaxInflation > file_->text.size()) {
        stop(fmt::format("解开后是压缩时的 {} 倍以上。", kMaxInflation));
        return Bytes::too_large;
      }
      if (keep && size <= kMaxMemberBytes) out.append(block.data(), static_cast<std::size_t>(got));
    }
    return size > kMaxMemberBytes ? Bytes::too_large : Bytes::whole;
  }

  bool stop(std::string why) {
    stopped_ = true;
    out_.problems.push_back(archive_past_limit(file_, std::move(why)));
    return false;
  }

  diag::Diagnostic unreadable() {
    // Asked of an archive whose kind it could not tell, the library falls.
    if (opened_ && archive_read_has_encrypted_entries(archive_.get()) > 0) return password_protected(file_);
    const bool some = count_ > 0;
    diag::Diagnostic d =
        damaged(file_, {}, some ? "压缩包的后半截读不出来，前面的照读。" : "压缩包的目录读不出来。");
    d.fix = "重新下载或复制一份；还解得开的话，解开后导入文件夹。";
    return d;
  }

  base::SourcePtr file_;
  const std::function<bool(std::string_view)>& wanted_;
  NamesInUtf8 names_in_utf8_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  diag::Result<ArchiveMembers> out_ = ArchiveMembers{};
  std::set<std::string> names_;
  std::size_t count_ = 0;
  std::size_t unpacked_ = 0;
  bool opened_ = false;
  bool stopped_ = false;
};

}  // namespace

bool is_archive(std::string_view bytes) {
  struct Mark {
    std::size_t at;
    std::string_view bytes;
  };
  constexpr Mark kMarks[] = {{0, "PK\x03\x04"},   {0, "PK\x05\x06"},   {0, "7z\xBC\xAF\x27\x1C"},
                             {0, "Rar!\x1A\x07"}, {0, "\x1F\x8B\x08"}, {0, "\xFD\x37zXZ"},
                             {4, "1AY&SY"},  // of bzip2; "BZh" alone may begin a text
                             {257, "ustar"}};
  return std::any_of(std::begin(kMarks), std::end(kMarks), [bytes](const Mark& mark) {
    return bytes.size() > mark.at && bytes.substr(mark.at).starts_with(mark.bytes);
  });
}

diag::Result<ArchiveMembers> members_of_archive(const base::SourcePtr& file,
                                                const std::function<bool(std::string_view)>& wanted) {
  return ArchiveReader(file, wanted).read();
}

}  // namespace jiheng::office
