// Takes the bytes of a file, gives the parts of the package. Leaves what the parts mean to the readers of workbooks and
// Word files.
#include "engine/office/zip_package.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "engine/base/text.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kShownWidth = 60;

std::string shown(std::string_view name) { return base::clipped(base::printable(name), kShownWidth); }

diag::Diagnostic past_limit(const base::SourcePtr& file, std::string why) {
  return {"I110",
          "文件解开后太大，没有读",
          std::move(why),
          "正常的表格和文档不会这样；用 Excel、Word 或 WPS 打开，另存为新文件再试，或分成几份。",
          {file}};
}

diag::Diagnostic odd_name(const base::SourcePtr& file, std::string_view name, std::string_view what) {
  return {"I111",
          fmt::format("文件里有名称不正常的部分“{}”，没有读", shown(name)),
          std::string(what),
          "办公软件不会写出这样的文件；请向提供的人要原件，或用 Excel、Word、WPS 打开后另存。",
          {file}};
}

/// Why a name cannot be trusted; empty for a usual one.
std::string_view oddity(std::string_view name) {
  if (name.empty()) return "名称是空的。";
  if (name.front() == '/' || (name.size() > 1 && name[1] == ':')) return "名称是绝对路径。";
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return "名称里有“..”，指到文件外面去了。";
    at = end + 1;
  }
  return {};
}

std::string text_of(zip_error_t* error) {
  const int code = zip_error_code_zip(error);
  zip_error_fini(error);
  if (code == ZIP_ER_NOZIP) return "内容不是压缩包，或者文件后半截没有了。";
  if (code == ZIP_ER_INCONS) return "目录和内容对不上。";
  return "压缩包的目录读不出来。";
}

/// Compressed and inflated size of a part against the limits.
std::optional<std::string> past_part_limit(std::size_t inflated, std::size_t compressed) {
  if (inflated > kMaxPartBytes) return fmt::format("其中一部分解开后超过 {} MiB。", kMaxPartBytes >> 20U);
  if (inflated > kInflationFreeBytes && inflated / kMaxInflation > compressed) {
    return fmt::format("其中一部分解开后是压缩时的 {} 倍以上。", kMaxInflation);
  }
  return std::nullopt;
}

}  // namespace

struct ZipPackage::Archive {
  zip_t* zip = nullptr;
  explicit Archive(zip_t* opened) : zip(opened) {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { zip_discard(zip); }
};

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

std::optional<bool> is_office_package(std::string_view bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return std::nullopt;
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (zip == nullptr) {
    zip_source_free(source);
    return std::nullopt;
  }
  constexpr const char* kMarks[] = {"[Content_Types].xml", "mimetype", "OFD.xml"};
  const bool office = std::any_of(std::begin(kMarks), std::end(kMarks), [zip](const char* mark) {
    return zip_name_locate(zip, mark, ZIP_FL_NOCASE) >= 0;
  });
  zip_discard(zip);
  return office;
}

bool is_sealed_office_file(std::string_view bytes) {
  constexpr std::string_view kName = "EncryptedPackage";
  std::string wide;
  for (const char c : kName) wide.append({c, '\0'});
  return bytes.starts_with("\xD0\xCF\x11\xE0") && bytes.find(wide) != std::string_view::npos;
}

diag::Diagnostic damaged(const base::SourcePtr& file, std::string_view part, std::string_view why) {
  return {"I108",
          part.empty() ? "文件损坏，读不了" : fmt::format("文件损坏，“{}”这一部分读不出来", shown(part)),
          std::string(why),
          "重新下载或复制一份；还能打开的话，用 Excel、Word 或 WPS 打开后另存。",
          {file}};
}

diag::Diagnostic password_protected(const base::SourcePtr& file) {
  return {"I109",
          "文件设了打开密码，读不了",
          "加了密的内容，没有密码看不到。",
          "用 Excel、Word 或 WPS 打开，取消密码后另存。",
          {file}};
}

diag::Result<ZipPackage> ZipPackage::open(const base::SourcePtr& file) {
  const std::string& bytes = file->text;
  if (is_sealed_office_file(bytes)) return password_protected(file);
  if (bytes.size() > kMaxPackageBytes) {
    return past_limit(file, fmt::format("文件超过 {} MiB。", kMaxPackageBytes >> 20U));
  }
  if (!is_zip(bytes)) return damaged(file, {}, "开头不是压缩包的样子。");
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return damaged(file, {}, text_of(&error));
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    zip_source_free(source);
    return damaged(file, {}, text_of(&error));
  }
  zip_error_fini(&error);
  ZipPackage package;
  package.file_ = file;
  package.archive_ = std::make_shared<Archive>(zip);
  if (auto problems = package.list_parts(); !problems.empty()) return problems;
  return package;
}

std::vector<diag::Diagnostic> ZipPackage::list_parts() {
  const auto count =
      static_cast<std::size_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive_->zip, 0)));
  if (count > kMaxParts) {
    return {past_limit(file_, fmt::format("压缩包里有 {} 个部分，最多 {} 个。", count, kMaxParts))};
  }
  std::size_t inflated = 0;
  std::size_t compressed = 0;
  for (std::size_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    const char* raw = zip_get_name(archive_->zip, i, ZIP_FL_ENC_RAW);
    constexpr zip_uint64_t kNeeded =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (raw == nullptr || zip_stat_index(archive_->zip, i, 0, &stat) != 0 ||
        (stat.valid & kNeeded) != kNeeded) {
      return {damaged(file_, {}, "目录里有一项读不出来。")};
    }
    std::string name = raw;
    std::replace(name.begin(), name.end(), '\\', '/');  // as old programs for .NET write
    if (const std::string_view what = oddity(name); !what.empty()) return {odd_name(file_, name, what)};
    if (stat.encryption_method != ZIP_EM_NONE) return {password_protected(file_)};
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
      return {damaged(file_, name, "用了办公文件不用的压缩方法。")};
    }
    if (auto why = past_part_limit(stat.size, stat.comp_size)) return {past_limit(file_, *why)};
    inflated += stat.size;
    compressed += stat.comp_size;
    if (inflated > kMaxInflatedBytes) {
      return {past_limit(file_, fmt::format("全部解开后超过 {} MiB。", kMaxInflatedBytes >> 20U))};
    }
    // Parts that share their bytes are the other way to make much out of little.
    if (compressed > file_->text.size()) return {damaged(file_, {}, "各部分加起来比文件还大，目录不可信。")};
    if (name.back() == '/') continue;
    if (!parts_.emplace(base::ascii_lower(name), i).second)
      return {odd_name(file_, name, "同一个名称出现了两次。")};
    names_.push_back(name);
  }
  return {};
}

bool ZipPackage::has(std::string_view name) const { return parts_.contains(base::ascii_lower(name)); }

diag::Result<std::string> ZipPackage::read(std::string_view name, std::size_t limit) const {
  const auto found = parts_.find(base::ascii_lower(name));
  if (found == parts_.end()) return damaged(file_, name, "文件里没有这一部分。");
  zip_stat_t stat;
  if (zip_stat_index(archive_->zip, found->second, 0, &stat) != 0) return damaged(file_, name, "大小不明。");
  if (stat.size > limit) {
    return past_limit(file_, fmt::format("“{}”这一部分解开后超过 {} MiB。", shown(name), limit >> 20U));
  }
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(
      zip_fopen_index(archive_->zip, found->second, 0), &zip_fclose);
  if (part == nullptr) return damaged(file_, name, "找不到它的开头。");
  constexpr std::size_t kStep = 1U << 16U;
  std::string out;
  out.reserve(std::min<std::size_t>(stat.size, kInflationFreeBytes));
  while (true) {
    const std::size_t before = out.size();
    out.resize(before + kStep);
    const zip_int64_t got = zip_fread(part.get(), out.data() + before, kStep);
    if (got < 0) return damaged(file_, name, "内容解不开，或者校验不对。");
    out.resize(before + static_cast<std::size_t>(got));
    if (out.size() > stat.size) return past_limit(file_, "内容比目录里说的大。");
    if (got == 0) break;
  }
  if (out.size() != stat.size) return damaged(file_, name, "内容比目录里说的小。");
  return out;
}

}  // namespace jiheng::office
