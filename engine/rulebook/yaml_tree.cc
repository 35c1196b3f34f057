// Takes the text of one YAML file, gives a tree of texts with places. yaml-cpp's event parser does the
// reading; this adds what it leaves out: duplicate keys, limits on depth and count, places in characters, one
// list of all problems. What the keys mean is the business of the files beside this one.
#include "engine/rulebook/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <system_error>
#include <unordered_set>

#include "engine/base/near_word.h"
#include "engine/base/text.h"

namespace jiheng::rulebook {
namespace {

using base::Place;
using base::Source;
using diag::Diagnostic;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMaxProblemsOfTree = 100;

/// Thrown by the handler to leave the parser; never leaves this file.
struct Stop {};

/// yaml-cpp counts bytes from 0; places count characters from 1. Marks mostly come in order, so the count
/// goes on from the last one: linear over the file.
class PlaceFinder {
 public:
  /// `text` is what is parsed: that of the source without its mark, with whole characters.
  PlaceFinder(std::shared_ptr<const Source> source, std::string_view text)
      : source_(std::move(source)), text_(text), joined_(!source_->text.ends_with(text)) {}

  std::string_view text() const { return text_; }

  Place at(const YAML::Mark& mark) {
    if (mark.is_null()) return {source_, 0, 0, 0};
    const auto offset = std::min(text_.size(), static_cast<std::size_t>(std::max(mark.pos, 0)));
    const std::size_t line_start =
        offset - std::min(offset, static_cast<std::size_t>(std::max(mark.column, 0)));
    if (mark.line != line_ || offset < offset_) {
      line_ = mark.line;
      offset_ = line_start;
      column_ = 1;
    }
    while (offset_ < offset) {
      if (joined_ && text_.substr(offset_).starts_with("\\U")) column_ += 2;  // was twelve characters, is ten
      offset_ += base::decode_at(text_, offset_).bytes;
      ++column_;
    }
    return {source_, mark.line + 1, column_, 0};
  }

 private:
  std::shared_ptr<const Source> source_;
  std::string_view text_;
  bool joined_;
  int line_ = -1;
  std::size_t offset_ = 0;
  int column_ = 1;
};

/// The four digits of "\ud83d" at `at`, where they are half of a character between `first` and `first` + 0x3ff.
std::optional<unsigned> half_at(std::string_view text, std::size_t at, unsigned first) {
  if (text.size() < at + 6 || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned half = 0;
  const char* const end = text.data() + at + 6;
  const auto read = std::from_chars(text.data() + at + 2, end, half, 16);
  return read.ec == std::errc() && read.ptr == end && half >= first && half < first + 0x400
             ? std::optional(half)
             : std::nullopt;
}

/// JSON writes a rare character as two halves ("\ud842\udfb7"), which YAML does not know.
std::string with_whole_characters(std::string text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || text[begin] != '{' || text.find("\\u") == std::string::npos) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto high = half_at(text, at, 0xD800);
    const auto low = high ? half_at(text, at + 6, 0xDC00) : std::nullopt;
    if (low) {
      out += fmt::format("\\U{:08x}", 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00));
      at += 12;
      continue;
    }
    const std::size_t length = text[at] == '\\' && at + 1 < text.size() ? 2 : 1;
    out.append(text, at, length);
    at += length;
  }
  return out;
}

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(PlaceFinder places, std::vector<Diagnostic>& problems)
      : places_(std::move(places)), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    end_open_quote(mark);
    refuse_anchor(mark, anchor);
    YamlNode node;
    node.place = place_of_blank(mark);
    close_scalar(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse_anchor(mark, 1);
    YamlNode node;
    node.place = places_.at(mark);
    close_scalar(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    end_open_quote(mark);
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    YamlNode node;
    node.place = places_.at(mark);
    node.quoted = tag == "!" && is_quotation_mark(mark);
    if (node.quoted) {
      quote_end_ = end_of_quoted(mark);
      ++node.place.column;  // behind the quotation mark
    }
    node.place.length = static_cast<int>(base::count_characters(value));
    node.text = value;
    close_scalar(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, anchor, YamlNode::Kind::sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, tag, anchor, YamlNode::Kind::mapping);
  }
  void OnMapEnd() override { close(); }

  YamlNode take() { return std::move(root_); }

 private:
  struct Frame {
    YamlNode node;
    bool key_next = true;  // mappings only
    bool skip_value = false;
    std::unordered_set<std::string> seen;
  };

  void report(std::string id, std::string message, std::string why, std::string fix, Place place) {
    problems_.push_back(
        {std::move(id), std::move(message), std::move(why), std::move(fix), std::move(place)});
    if (problems_.size() >= kMaxProblemsOfTree) throw Stop();
  }

  /// yaml-cpp puts a blank value where the next token stands, often a line below: its key says where it is.
  Place place_of_blank(const YAML::Mark& mark) {
    if (stack_.empty()) return places_.at(mark);
    const Frame& frame = stack_.back();
    const bool value = frame.node.kind == YamlNode::Kind::mapping && !frame.key_next && !frame.skip_value;
    return value ? frame.node.keys.back().second : places_.at(mark);
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    report("L105", "这里用了 YAML 的锚点或引用（& 或 *）",
           "引用会让人看不出一个数从哪里来，也能把小文件撑成很大。",
           "把内容照写一遍；以 & 或 * 开头的文字请加引号。", places_.at(mark));
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    report("L105", fmt::format("这里用了 YAML 的标签“{}”", tag), "文件里的值一律是文字，不需要标签。",
           "删去标签。", places_.at(mark));
  }

  bool is_quotation_mark(const YAML::Mark& mark) const {
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    return at < places_.text().size() && (places_.text()[at] == '\'' || places_.text()[at] == '"');
  }

  /// Byte behind the closing quotation mark. yaml-cpp ends an open one silently at the next line that is not
  /// indented; the next event then comes before this byte (end_open_quote).
  std::size_t end_of_quoted(const YAML::Mark& mark) {
    const std::string_view text = places_.text();
    const auto begin = static_cast<std::size_t>(mark.pos);
    const char quote = text[begin];
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
      if (quote == '"' && text[at] == '\\') {
        ++at;
      } else if (text[at] == quote) {
        if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote) return at + 1;
        ++at;
      }
    }
    refuse_open_quote(mark);
  }

  [[noreturn]] void refuse_open_quote(const YAML::Mark& mark) {
    problems_.push_back(
        {"L103", "这里不是合法的 YAML", "引号没有结束。", "在文字后面补上引号。", places_.at(mark)});
    throw Stop();
  }

  void end_open_quote(const YAML::Mark& mark) {
    if (!mark.is_null() && static_cast<std::size_t>(std::max(mark.pos, 0)) < quote_end_)
      refuse_open_quote(mark);
  }

  void count_node(const Place& place) {
    if (++nodes_ <= kMaxYamlNodes) return;
    report("L102", fmt::format("文件的内容超过 {} 项", kMaxYamlNodes),
           "为防止失控的文件占满内存，项数有上限。", "把文件拆成几个。", place);
    throw Stop();
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind) {
    end_open_quote(mark);
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    Place place = places_.at(mark);
    count_node(place);
    if (static_cast<int>(stack_.size()) >= kMaxYamlDepth) {
      report("L102", fmt::format("嵌套超过 {} 层", kMaxYamlDepth),
             "表和方案用不到这么深的层次，多半是括号没有配对。", "检查这里的括号和缩进。", place);
      throw Stop();
    }
    if (!stack_.empty() && stack_.back().node.kind == YamlNode::Kind::mapping && stack_.back().key_next) {
      report("L103", "键必须是一个词，不能是列表或一组键值", "", "把键写成文字。", place);
      throw Stop();
    }
    Frame frame;
    frame.node.kind = kind;
    frame.node.place = std::move(place);
    stack_.push_back(std::move(frame));
  }

  void close() {
    YamlNode node = std::move(stack_.back().node);
    stack_.pop_back();
    attach(std::move(node));
  }

  void close_scalar(YamlNode node) {
    count_node(node.place);
    if (!stack_.empty() && stack_.back().node.kind == YamlNode::Kind::mapping && stack_.back().key_next) {
      take_key(std::move(node));
    } else {
      attach(std::move(node));
    }
  }

  void take_key(YamlNode key) {
    Frame& frame = stack_.back();
    frame.key_next = false;
    frame.skip_value = false;
    if (key.text == "<<" && !key.quoted) {
      frame.skip_value = true;
      report("L105", "这里用了 YAML 的合并键 <<", "合并会让人看不出一个数从哪里来。", "把内容照写一遍。",
             key.place);
    } else if (!frame.seen.insert(key.text).second) {
      frame.skip_value = true;
      report("L104", fmt::format("键“{}”写了两次", key.text), "同一个键有两个值，不知道该用哪个。",
             "删去一个。", key.place);
    }
    if (!frame.skip_value) frame.node.keys.emplace_back(std::move(key.text), std::move(key.place));
  }

  void attach(YamlNode node) {
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = stack_.back();
    if (frame.node.kind == YamlNode::Kind::mapping) frame.key_next = true;
    if (!frame.skip_value) frame.node.items.push_back(std::move(node));
  }

  PlaceFinder places_;
  std::vector<Diagnostic>& problems_;
  std::vector<Frame> stack_;
  std::size_t nodes_ = 0;
  std::size_t quote_end_ = 0;
  YamlNode root_;
};

/// yaml-cpp's own words, in the user's.
std::string why_not_yaml(std::string_view message) {
  struct Phrase {
    std::string_view english;
    std::string_view chinese;
  };
  constexpr Phrase kPhrases[] = {
      {"illegal map value", "这一行里有两个冒号，或上一行的缩进、引号没有结束。"},
      {"end of map not found", "缩进与上面的行对不齐。"},
      {"end of sequence not found", "列表的缩进与上面的行对不齐。"},
      {"end of map flow not found", "花括号 { 没有配对的 }。"},
      {"end of sequence flow not found", "方括号 [ 没有配对的 ]。"},
      {"illegal flow end", "多了一个右括号，或左括号没有配对。"},
      {"illegal EOF in scalar", "引号没有结束。"},
      {"illegal document indicator in scalar", "引号没有结束。"},
      {"illegal block entry", "这里不能用列表的短横“-”：看缩进是否对齐。"},
      {"illegal tab when looking for indentation", "缩进里有制表符，请用空格。"},
      {"unknown token", "这个符号不能作文字的开头；含 @ % ` 等符号的文字请加引号。"},
      {"unknown escape character", "双引号里的 \\ 有特别的意思，请改用单引号。"},
      {"alias not found for anchor", "* 在 YAML 里有特别的意思，请给这段文字加引号。"},
      {"invalid anchor", "& 在 YAML 里有特别的意思，请给这段文字加引号。"},
      {"alias", "* 在 YAML 里有特别的意思，请给这段文字加引号。"},
      {"Bad file", "文件不完整。"},
  };
  for (const Phrase& phrase : kPhrases) {
    if (message.find(phrase.english) != std::string_view::npos) return std::string(phrase.chinese);
  }
  return "括号、引号、缩进或冒号不合 YAML 的写法。";
}

Place start_of(const std::shared_ptr<const Source>& source) { return {source, 1, 1, 0}; }

/// Place of a byte: line and column in characters.
Place place_of_byte(const std::shared_ptr<const Source>& source, std::size_t offset) {
  const std::string_view before = std::string_view(source->text).substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = base::count_characters(before.substr(start)) + 1;
  return {source, static_cast<int>(line), static_cast<int>(column), 1};
}

/// Size and encoding, before a parser sees the bytes.
std::vector<Diagnostic> problems_of_bytes(const std::shared_ptr<const Source>& source) {
  const std::string_view text = source->text;
  if (text.size() > kMaxFileBytes) {
    return {{"L102",
             fmt::format("文件有 {} 字节，超过上限 {} 字节", text.size(), kMaxFileBytes),
             "为防止失控的文件占满内存，大小有上限。",
             "把文件拆成几个。",
             {source, 0, 0, 0}}};
  }
  if (const auto invalid = base::first_invalid_utf8(text)) {
    return {{"L101", "文件不是 UTF-8 编码的文本",
             "这里的字节不成文字；可能是二进制文件，或用 GB18030/GBK 保存的文本。", "用编辑器另存为 UTF-8。",
             place_of_byte(source, *invalid)}};
  }
  if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
    return {{"L101", "文件里有空字节，不是文本", "可能是二进制文件或 UTF-16 文本。", "用编辑器另存为 UTF-8。",
             place_of_byte(source, zero)}};
  }
  return {};
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].first == key) return &items[i];
  }
  return nullptr;
}

diag::Result<YamlNode> read_yaml(const std::shared_ptr<const Source>& source) {
  std::vector<Diagnostic> problems = problems_of_bytes(source);
  if (!problems.empty()) return problems;
  const std::size_t skipped = source->text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::string text = with_whole_characters(source->text.substr(skipped));
  TreeBuilder builder(PlaceFinder(source, text), problems);
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      return Diagnostic{"L107", "文件是空的", "没有任何内容可读。", "写上内容，或不要给这个文件。",
                        start_of(source)};
    }
    YamlNode root = builder.take();
    if (root.kind == YamlNode::Kind::scalar && root.text.empty()) {
      return Diagnostic{"L107", "文件是空的", "没有任何内容可读。", "写上内容，或不要给这个文件。",
                        start_of(source)};
    }
    std::vector<Diagnostic> ignored;
    TreeBuilder second(PlaceFinder(source, text), ignored);
    if (problems.empty() && parser.HandleNextDocument(second)) {
      problems.push_back({"L106", "文件里有不止一份 YAML 文档（用 --- 隔开）",
                          "一个文件只读一份，多的不会被悄悄丢掉。", "每份存成一个文件。",
                          second.take().place});
    }
    if (!problems.empty()) return problems;
    return root;
  } catch (const Stop&) {
    return problems;
  } catch (const YAML::Exception& e) {
    PlaceFinder places(source, text);
    problems.push_back({"L103", "这里不是合法的 YAML", why_not_yaml(e.msg),
                        "对照 docs/scorecard.md 或 docs/scheme-language.md 的例子改。", places.at(e.mark)});
    return problems;
  }
}

MappingReader::MappingReader(const YamlNode& node, std::string what, std::vector<Diagnostic>& problems)
    : node_(node), what_(std::move(what)), problems_(problems), ok_(node.kind == YamlNode::Kind::mapping) {
  if (ok_) return;
  problems_.push_back({"L109", fmt::format("“{}”应是一组“键: 值”", what_), "",
                       "写成“键: 值”，每行一个，或写在 { } 里。", node.place});
}

MappingReader::~MappingReader() { finish(); }

const YamlNode* MappingReader::optional(std::string_view key) {
  asked_.emplace_back(key);
  return ok_ ? node_.find(key) : nullptr;
}

const YamlNode* MappingReader::required(std::string_view key) {
  const YamlNode* value = optional(key);
  if (ok_ && value == nullptr) {
    problems_.push_back({"L110", fmt::format("“{}”里没有“{}”", what_, key), "这一项必须写明，不能猜。",
                         fmt::format("加上“{}: …”。", key), node_.place});
  }
  return value;
}

void MappingReader::finish() {
  if (finished_ || !ok_) return;
  finished_ = true;
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const auto& [key, place] : node_.keys) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string_view near = base::near_word(key, known);
    std::string all;
    for (const std::string_view name : known) all += (all.empty() ? "" : " ") + std::string(name);
    problems_.push_back(
        {"L108", fmt::format("“{}”里没有“{}”这个键", what_, key), fmt::format("这里能用的键：{}。", all),
         near.empty() ? "改成上面的键，或删去。" : fmt::format("是不是想写“{}”？", near), place});
  }
}

std::string scalar_text(const YamlNode& node, std::string_view what, std::vector<Diagnostic>& problems) {
  if (node.kind == YamlNode::Kind::scalar) return node.text;
  problems.push_back(
      {"L109", fmt::format("“{}”应是一段文字或一个数", what), "", "不要写成列表或一组键值。", node.place});
  return {};
}

}  // namespace jiheng::rulebook
