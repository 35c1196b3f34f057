// Takes files, cuts them where cards end. Leaves what stands in the lines to card_lines.cc.
#include "engine/bulk/blocks_from_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "engine/base/file_writer.h"
#include "engine/bulk/cells.h"

namespace jiheng::bulk {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view first_line_of(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Places in it are cells, as in a sheet: 全县!C5.
std::string sheet_name(std::string_view path) {
  if (path == "-") return "表";
  path.remove_prefix(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
  return std::string(path.substr(0, std::max<std::size_t>(path.rfind('.'), 1)));
}

diag::Diagnostic unreadable(const std::string& path, base::IoStatus status) {
  return {"C101", fmt::format("读不了“{}”：{}", path, base::describe(status)), "", "核对文件名和权限。", {}};
}

}  // namespace

bool BlocksFromFiles::open_next() {
  while (next_path_ < paths_.size()) {
    const std::string& path = paths_[next_path_++];
    file_.reset(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file_) {
      problems_.push_back(unreadable(path, base::status_of_error(errno)));
      continue;
    }
    source_ = std::make_shared<const base::Source>(base::Source{path, {}, sheet_name(path)});
    buffer_.clear();
    line_ = 1;
    at_end_ = false;
    if (read_head()) return true;
  }
  return false;
}

bool BlocksFromFiles::read_head() {
  fill();
  if (buffer_.starts_with(kByteOrderMark)) buffer_.erase(0, kByteOrderMark.size());
  const std::string line(first_line_of(buffer_));
  if (line.size() == buffer_.size() && !at_end_) {
    leave_file({"B107", "第一行太长", "", "第一行写栏目。", {source_, 1, 0, 0}});
    return false;
  }
  auto head = table_head(line, source_);
  if (!head) {
    leave_file(std::move(head.problems.front()));
    return false;
  }
  if (!head_) {
    head_ = std::move(*head);
    head_line_ = line;
  } else if (line != head_line_) {
    leave_file({"B101",
                "这个文件的栏目与前面的文件不一样",
                "几个文件写成一份结果，栏目要一样。",
                "改成一样的栏目，或者分开计分。",
                {source_, 1, 0, 0}});
    return false;
  }
  buffer_.erase(0, std::min(buffer_.find('\n'), buffer_.size() - 1) + 1);
  line_ = 2;
  return true;
}

void BlocksFromFiles::leave_file(diag::Diagnostic problem) {
  problems_.push_back(std::move(problem));
  file_.reset();
  buffer_.clear();
}

/// One more piece of the file behind what is there.
void BlocksFromFiles::fill() {
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kBlockBytes);
  const std::size_t got = std::fread(buffer_.data() + before, 1, kBlockBytes, file_.get());
  buffer_.resize(before + got);
  at_end_ = got < kBlockBytes;
  if (std::ferror(file_.get()) != 0)
    problems_.push_back(unreadable(source_->name, base::status_of_error(errno)));
}

std::string_view BlocksFromFiles::id_of(std::string_view line) const {
  std::vector<std::string_view> cells;
  split(line, head_->separator, cells);
  const std::size_t at = head_->at(Column::id);
  return at < cells.size() ? cells[at] : std::string_view();
}

/// Where the last card that is surely whole ends; 0 where there is none.
std::size_t BlocksFromFiles::end_of_cards() const {
  const std::string_view text = buffer_;
  if (at_end_) return text.size();
  std::size_t end = text.rfind('\n');
  if (end == std::string_view::npos) return 0;
  std::optional<std::string_view> last;
  while (true) {
    const std::size_t before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view id = id_of(first_line_of(text.substr(begin, end - begin)));
    if (last && !id.empty() && id != *last) return end + 1;
    if (!last && !id.empty()) last = id;
    if (begin == 0) return 0;
    end = before;
  }
}

std::optional<Block> BlocksFromFiles::next() {
  while (true) {
    if (!file_ && !open_next()) return std::nullopt;
    while (!at_end_ && buffer_.size() < kBlockBytes) fill();
    std::size_t end = end_of_cards();
    while (end == 0 && !at_end_ && buffer_.size() < kMostCardBytes) {
      fill();
      end = end_of_cards();
    }
    if (end == 0 && !at_end_) {
      leave_file({"B107",
                  fmt::format("一张表或一行超过 {} 字节", kMostCardBytes),
                  "",
                  "核对编号一栏：各张表要写各自的编号。",
                  {source_, line_, 0, 0}});
      continue;
    }
    Block block{source_, &*head_, buffer_.substr(0, end), line_};
    buffer_.erase(0, end);
    line_ += static_cast<int>(std::count(block.text.begin(), block.text.end(), '\n'));
    if (at_end_ && buffer_.empty()) file_.reset();
    if (!block.text.empty()) return block;
  }
}

}  // namespace jiheng::bulk
