// Takes files, cuts them where cards end. Leaves what stands in the lines to card_lines.cc.
#include "engine/bulk/blocks_from_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/json.h"
#include "engine/bulk/cells.h"

namespace jiheng::bulk {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view first_line_of(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

int lines_in(std::string_view text) {
  constexpr std::size_t kPiece = 255;  // counted in a byte each: many bytes at once
  int lines = 0;
  for (std::size_t at = 0; at < text.size(); at += kPiece) {
    unsigned char in_piece = 0;
    for (const char c : text.substr(at, kPiece))
      in_piece = static_cast<unsigned char>(in_piece + (c == '\n' ? 1 : 0));
    lines += in_piece;
  }
  return lines;
}

/// Places in it are cells, as in a sheet: 全县!C5.
std::string sheet_name(std::string_view path) {
  if (path == "-") return "表";
  path = without_packing(path);
  path.remove_prefix(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
  return std::string(path.substr(0, std::max<std::size_t>(path.rfind('.'), 1)));
}

}  // namespace

bool BlocksFromFiles::open_next() {
  while (next_path_ < paths_.size()) {
    const std::string& path = paths_[next_path_++];
    auto file = PackedFile::open(path);
    if (!file) {
      problems_.push_back(std::move(file.problems.front()));
      continue;
    }
    file_ = std::move(*file);
    source_ = std::make_shared<const base::Source>(base::Source{path, {}, sheet_name(path)});
    buffer_.clear();
    line_ = 1;
    at_end_ = false;
    broken_ = false;
    if (read_head()) return true;
  }
  return false;
}

bool BlocksFromFiles::read_head() {
  fill();
  if (broken_ && buffer_.empty()) {
    file_.reset();
    return false;
  }
  if (buffer_.starts_with(kByteOrderMark)) buffer_.erase(0, kByteOrderMark.size());
  const std::string line(first_line_of(buffer_));
  if (base::begins_as_object(buffer_)) {
    source_ =
        std::make_shared<const base::Source>(base::Source{source_->name, {}, {}});  // places are of a text
    if (line == "{") {
      leave_file({"B101",
                  "这是一整份 JSON，不是一行一张表",
                  "一行一张表，边读边算；整份的要读完才知道有什么。",
                  "用 jq -c '.cards[]' 拆成一行一张表，或者用 jiheng score 计分。",
                  {source_, 1, 0, 0}});
      return false;
    }
    source_ =
        std::make_shared<const base::Source>(base::Source{source_->name, {}, {}});  // places are of a text
    return take_head(head_of_cards(), "{");
  }
  if (line.size() == buffer_.size() && !at_end_) {
    leave_file({"B107", "第一行太长", "", "第一行写栏目。", {source_, 1, 0, 0}});
    return false;
  }
  auto head = table_head(line, source_);
  if (!head) {
    leave_file(std::move(head.problems.front()));
    return false;
  }
  if (!take_head(std::move(*head), line)) return false;
  buffer_.erase(0, std::min(buffer_.find('\n'), buffer_.size() - 1) + 1);
  line_ = 2;
  return true;
}

bool BlocksFromFiles::take_head(TableHead head, const std::string& line) {
  if (!head_) {
    head_ = std::move(head);
    head_line_ = line;
  } else if (line != head_line_) {
    leave_file({"B101",
                "这个文件的栏目与前面的文件不一样",
                "几个文件写成一份结果，栏目要一样。",
                "改成一样的栏目，或者分开计分。",
                {source_, 1, 0, 0}});
    return false;
  }
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
  auto problem = file_->read(kBlockBytes, buffer_);
  at_end_ = problem.has_value() || buffer_.size() - before < kBlockBytes;
  broken_ = problem.has_value();
  if (problem) problems_.push_back(std::move(*problem));
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
  if (at_end_ && !broken_) return text.size();
  std::size_t end = text.rfind('\n');
  if (end == std::string_view::npos) return 0;
  if (head_->cards) return end + 1;
  std::optional<std::string_view> last;
  while (true) {
    const std::size_t before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = first_line_of(text.substr(begin, end - begin));
    const std::string_view id = line.empty() ? line : id_of(line);
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
      // Twice as much each time: what is there is looked at anew.
      const std::size_t wanted = std::min(2 * buffer_.size(), kMostCardBytes);
      while (!at_end_ && buffer_.size() < wanted) fill();
      end = end_of_cards();
    }
    if (end == 0 && broken_) {
      file_.reset();
      continue;
    }
    if (end == 0 && !at_end_) {
      leave_file({"B107",
                  fmt::format("一张表或一行超过 {} 字节", kMostCardBytes),
                  "",
                  "核对编号一栏：各张表要写各自的编号。",
                  {source_, line_, 0, 0}});
      continue;
    }
    std::string rest = buffer_.substr(end);
    buffer_.resize(end);
    // A source of its own for each block: threads that count references of one hinder each other.
    Block block{std::make_shared<const base::Source>(*source_), &*head_,
                std::exchange(buffer_, std::move(rest)), line_, 0};
    const int breaks = lines_in(block.text);
    block.lines = static_cast<std::size_t>(breaks) + 1;
    line_ += breaks;
    if (at_end_ && buffer_.empty()) file_.reset();
    if (!block.text.empty()) return block;
  }
}

}  // namespace jiheng::bulk
