// Takes the text of a formula, gives checked tokens. Full-width forms are folded here; a name is one of the
// names given, or the formula is refused. Precedence and arithmetic are left to muParser (dialect.cc).
#include "engine/formula/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/base/near_word.h"
#include "engine/base/text.h"
#include "engine/formula/formula.h"
#include "engine/formula/spellings.h"

namespace jiheng::formula {
namespace {

using base::Decimal;
using base::is_digit;

constexpr int kMaxDepth = 32;

class Reader {
 public:
  Reader(std::string_view text, std::span<const std::string_view> names, const base::Place& place)
      : text_(text), names_(names), place_(place) {}

  diag::Result<std::vector<Token>> read() {
    while (at_ < text_.size() && !stopped_) read_one();
    if (!stopped_) check_end();
    if (!problems_.empty()) return std::move(problems_);
    return std::move(tokens_);
  }

 private:
  struct Bracket {
    std::size_t token;       ///< the open bracket
    const FunctionName* of;  ///< nullptr: a plain bracket
    int arguments = 1;
    bool compared = false;  ///< a comparison stands here already, without 且 or 或 after it
  };

  diag::Diagnostic problem(std::string_view id, std::size_t from, std::size_t bytes, std::string message,
                           std::string why, std::string fix) const {
    base::Place place = place_;
    if (place.line > 0) {
      place.column += static_cast<int>(base::count_characters(text_.substr(0, from)));
      place.length = static_cast<int>(base::count_characters(text_.substr(from, bytes)));
    }
    return {std::string(id), std::move(message), std::move(why), std::move(fix), place};
  }

  /// A problem after which the rest cannot be read sensibly.
  void stop(std::string_view id, std::size_t from, std::size_t bytes, std::string message, std::string why,
            std::string fix) {
    problems_.push_back(problem(id, from, bytes, std::move(message), std::move(why), std::move(fix)));
    stopped_ = true;
  }

  std::string_view piece(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }
  std::size_t offset_of(const Token& t) const {
    return static_cast<std::size_t>(t.written.data() - text_.data());
  }

  void read_one() {
    const base::CodePoint raw = base::decode_at(text_, at_);
    if (base::is_white_space(raw.value)) {
      at_ += raw.bytes;
      return;
    }
    const char32_t c = base::fold_full_width(raw.value);
    const bool point_first =
        c == U'.' && at_ + raw.bytes < text_.size() && is_digit(folded_at(text_, at_ + raw.bytes));
    if (is_digit(c) || point_first) {
      read_number();
    } else if (c == U'(') {
      open_bracket(raw.bytes);
    } else if (c == U')') {
      close_bracket(raw.bytes);
    } else if (is_comma(c)) {
      read_comma(raw.bytes);
    } else if (!read_operator()) {
      read_words();
    }
  }

  bool operand_expected() const { return operand_expected_; }

  /// False, and a problem, when an operand stands where an operator is needed.
  bool may_begin_operand(std::size_t bytes) {
    if (operand_expected()) return true;
    stop("F104", at_, bytes,
         fmt::format("“{}”和“{}”之间少了运算符", tokens_.back().written, text_.substr(at_, bytes)),
         "两个数、两个名字挨在一起，不知道是乘还是别的。", "相乘写 × 或 *，例如 分值×执行率。");
    return false;
  }

  void push(Token token) { tokens_.push_back(token); }

  void read_number() {
    const std::size_t from = at_;
    std::string digits;
    while (at_ < text_.size()) {
      const char32_t c = folded_at(text_, at_);
      if (!is_digit(c) && c != U'.') break;
      digits.push_back(static_cast<char>(c));
      at_ += base::decode_at(text_, at_).bytes;
    }
    const std::size_t number_end = at_;
    const auto value = Decimal::parse(digits);
    const bool leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
    if (!value || digits.front() == '.' || leading_zero || digits.size() > 20) {
      stop("F104", from, at_ - from, fmt::format("看不懂的数“{}”", piece(from, at_)),
           "数只能由数字和一个小数点组成，不写千分位逗号，前面不补 0，最多 20 位。",
           "写成 20 或 20.5 这样的数。");
      return;
    }
    Token token{.kind = Token::Kind::number, .written = {}, .meaning = {}, .value = *value};
    if (!read_suffix(number_end, token)) return;
    token.written = piece(from, at_);
    at_ = from;
    if (!may_begin_operand(token.written.size())) return;
    at_ += token.written.size();
    if (!tokens_.empty() && tokens_.back().meaning == "/" && token.value.is_zero()) {
      problems_.push_back(problem("F106", from, token.written.size(), "公式除以 0", "除以 0 没有结果。",
                                  "改成不为 0 的数，或写成除以一个名字，例如 ÷目标值。"));
    }
    push(token);
    operand_expected_ = false;
  }

  /// "分", "%", "万" … right behind a number. False, and a problem, for a word that is none of them.
  bool read_suffix(std::size_t number_end, Token& token) {
    const Suffix* best = nullptr;
    std::size_t best_bytes = 0;
    for (const Suffix& s : suffixes()) {
      const std::size_t bytes = spelled_at(text_, number_end, s.written);
      if (bytes > best_bytes) {
        best = &s;
        best_bytes = bytes;
      }
    }
    const std::size_t end = end_of_run(text_, number_end);
    const bool no_word = end == number_end && best == nullptr;
    if (no_word || word_operator_at(text_, number_end) != nullptr) return true;
    if (name_at(number_end, end)) return true;  // 20分值: an operator is missing, and that is said next
    if (best != nullptr) {
      const std::size_t after = number_end + best_bytes;
      if (after >= end || word_operator_at(text_, after) != nullptr || name_at(after, end)) {
        token.value = shifted(token.value, best->shift);
        at_ = after;
        return true;
      }
    }
    stop("F104", number_end, end - number_end,
         fmt::format("数后面的“{}”不能用在公式里", piece(number_end, end)),
         "公式里的数后面只认：分 % ‰ 个百分点 万 亿 倍 天 日 个 项 次。",
         "换成其中一个，或只写数；金额按指标目标值的单位写。");
    return false;
  }

  static Decimal shifted(const Decimal& v, int shift) {
    if (shift < 0) return Decimal::of(v.coefficient(), v.places() - shift);
    base::Int128 power = 1;
    for (int i = 0; i < shift; ++i) power *= 10;
    return v * Decimal::of(power, 0);
  }

  bool inside_function() const { return !brackets_.empty() && brackets_.back().of != nullptr; }

  void open_bracket(std::size_t bytes) {
    const bool call = !tokens_.empty() && tokens_.back().kind == Token::Kind::function;
    if (!call && !may_begin_operand(bytes)) return;
    if (brackets_.size() >= kMaxDepth) {
      stop("F102", at_, bytes, fmt::format("括号套得太深（超过 {} 层）", kMaxDepth),
           "套得这样深的公式没人能核对。", "拆成几条规则，或用 计算 先算出中间数。");
      return;
    }
    brackets_.push_back({tokens_.size(), call ? function_ : nullptr});
    push({.kind = Token::Kind::open, .written = text_.substr(at_, bytes), .meaning = "("});
    at_ += bytes;
    operand_expected_ = true;
  }

  void close_bracket(std::size_t bytes) {
    if (brackets_.empty()) {
      stop("F104", at_, bytes, "多了一个右括号", "前面没有与它成对的左括号。",
           "删去它，或在前面补上左括号。");
      return;
    }
    if (operand_expected()) {
      stop("F104", at_, bytes, "右括号前面少了数或名字", "括号里没有写完。", "补上括号里缺的部分。");
      return;
    }
    const Bracket b = brackets_.back();
    if (b.of != nullptr && (b.arguments < b.of->least || (b.of->most > 0 && b.arguments > b.of->most))) {
      const std::size_t from = offset_of(tokens_[b.token]);
      stop("F104", from, at_ + bytes - from,
           fmt::format(
               "函数“{}”写了 {} 个数，应写 {}", b.of->written, b.arguments,
               b.of->most == 0 ? fmt::format("至少 {} 个", b.of->least) : fmt::format("{} 个", b.of->least)),
           "逗号在函数里分隔各个数，不是小数点。", "小数写点号（0.5），各个数之间写一个逗号。");
      return;
    }
    brackets_.pop_back();
    push({.kind = Token::Kind::close, .written = text_.substr(at_, bytes), .meaning = ")"});
    at_ += bytes;
    operand_expected_ = false;
  }

  void read_comma(std::size_t bytes) {
    if (!inside_function()) {
      const std::size_t next = at_ + bytes;
      const bool digits_around = !tokens_.empty() && tokens_.back().kind == Token::Kind::number &&
                                 next < text_.size() && is_digit(folded_at(text_, next));
      if (digits_around) {
        const std::size_t from = offset_of(tokens_.back());
        std::size_t end = next;
        while (end < text_.size() && is_digit(folded_at(text_, end)))
          end += base::decode_at(text_, end).bytes;
        stop("F105", from, end - from, fmt::format("“{}”里的逗号不是小数点", piece(from, end)),
             "公式里逗号只分隔函数的各个数，不作小数点，也不作千分位。",
             fmt::format("小数写成“{}.{}”；千分位逗号请去掉。", tokens_.back().written, piece(next, end)));
      } else {
        stop("F104", at_, bytes, "逗号只能用在函数的括号里", "逗号前后成了两个公式。",
             "只留一个公式，或写成 min(…，…)。");
      }
      return;
    }
    if (operand_expected()) {
      stop("F104", at_, bytes, "逗号前面少了数或名字", "函数里每个逗号前后都要有内容。",
           "补上缺的部分，或删去逗号。");
      return;
    }
    ++brackets_.back().arguments;
    brackets_.back().compared = false;
    push({.kind = Token::Kind::comma, .written = text_.substr(at_, bytes), .meaning = ","});
    at_ += bytes;
    operand_expected_ = true;
  }

  bool read_operator() {
    const Spelling* s = operator_at(text_, at_);
    if (s == nullptr) return false;
    add_operator(s->meaning, spelled_at(text_, at_, s->written));
    return true;
  }

  void add_operator(std::string_view meaning, std::size_t bytes) {
    const bool prefix = operand_expected();
    const std::string_view written = text_.substr(at_, bytes);
    const bool may_be_prefix = meaning == "-" || meaning == "+" || meaning == "!";
    if (prefix && !may_be_prefix) {
      stop("F104", at_, bytes, fmt::format("“{}”前面少了数或名字", written),
           "这个符号要连接前后两个数或条件。", "补上前面缺的部分，或删去这个符号。");
      return;
    }
    if (!prefix && meaning == "!") {
      stop("F104", at_, bytes, fmt::format("“{}”不能写在这里", written), "“非”要写在条件的前面。",
           "例如 非 达标；两个条件之间写 且 或 或。");
      return;
    }
    bool& compared = brackets_.empty() ? compared_ : brackets_.back().compared;
    if (meaning == "&&" || meaning == "||") compared = false;
    if (meaning[0] == '>' || meaning[0] == '<' || meaning == "==" || meaning == "!=") {
      if (compared) {
        stop("F104", at_, bytes, fmt::format("连着写了两个比较号（第二个是“{}”）", written),
             "“80%<=执行率<90%”会先算前一半，结果不是想要的。", "分开写：80%<=执行率 且 执行率<90%。");
        return;
      }
      compared = true;
    }
    push({.kind = Token::Kind::op,
          .written = written,
          .meaning = meaning,
          .value = {},
          .name = 0,
          .prefix = prefix});
    at_ += bytes;
    operand_expected_ = true;
  }

  /// The longest known name that begins at `at` and ends at `end` or before a word operator.
  std::optional<std::size_t> name_at(std::size_t at, std::size_t end) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string_view n = names_[i];
      if (n.empty() || !text_.substr(at, end - at).starts_with(n)) continue;
      const std::size_t after = at + n.size();
      if (after != end && word_operator_at(text_, after) == nullptr) continue;
      if (!best || n.size() > names_[*best].size()) best = i;
    }
    return best;
  }

  bool bracket_follows(std::size_t at) const {
    while (at < text_.size() && base::is_white_space(base::decode_at(text_, at).value)) {
      at += base::decode_at(text_, at).bytes;
    }
    return at < text_.size() && folded_at(text_, at) == U'(';
  }

  /// A run of letters: a name, a function, 且 或 非, or several of them without spaces (达标且正向).
  void read_words() {
    const std::size_t end = end_of_run(text_, at_);
    if (end == at_) {
      const std::size_t bytes = std::max<std::size_t>(base::decode_at(text_, at_).bytes, 1);
      stop("F104", at_, bytes, fmt::format("公式里不能写“{}”", text_.substr(at_, bytes)),
           "公式由名字、数、运算符和括号组成。", "删去这个符号。");
      return;
    }
    while (at_ < end && !stopped_) {
      if (const auto name = name_at(at_, end)) {
        add_name(*name);
        continue;
      }
      if (const Spelling* word = word_operator_at(text_, at_)) {
        add_operator(word->meaning, word->written.size());
        continue;
      }
      std::size_t stop_at = at_;
      while (stop_at < end && (stop_at == at_ || word_operator_at(text_, stop_at) == nullptr)) {
        stop_at += base::decode_at(text_, stop_at).bytes;
      }
      const FunctionName* function = function_named(piece(at_, stop_at));
      if (function != nullptr && bracket_follows(stop_at)) {
        add_function(function, stop_at - at_);
      } else {
        add_unknown(stop_at);
      }
    }
  }

  void add_name(std::size_t index) {
    const std::size_t bytes = names_[index].size();
    if (!may_begin_operand(bytes)) return;
    push({.kind = Token::Kind::name,
          .written = text_.substr(at_, bytes),
          .meaning = {},
          .value = {},
          .name = index});
    at_ += bytes;
    operand_expected_ = false;
  }

  void add_function(const FunctionName* function, std::size_t bytes) {
    if (!may_begin_operand(bytes)) return;
    function_ = function;
    push({.kind = Token::Kind::function, .written = text_.substr(at_, bytes), .meaning = function->meaning});
    at_ += bytes;
  }

  /// Reading goes on behind an unknown name, so that all of them are reported.
  void add_unknown(std::size_t end) {
    const std::string_view word = piece(at_, end);
    std::vector<std::string_view> candidates(names_.begin(), names_.end());
    for (const FunctionName& f : functions()) candidates.push_back(f.written);
    const std::string_view near = base::near_word(word, candidates);
    std::string known;
    for (const std::string_view n : names_) {
      if (!known.empty()) known += ' ';
      known += n;
    }
    problems_.push_back(problem("F103", at_, word.size(), fmt::format("不认识的名字“{}”", word),
                                fmt::format("这里可以用的名字：{}。", known.empty() ? "（没有）" : known),
                                near.empty() ? "换成上面的名字；自己的数在 计算 或 计算数据 里先写出来。"
                                             : fmt::format("是不是想写“{}”？", near)));
    if (!may_begin_operand(word.size())) {
      problems_.pop_back();  // the unknown name is the cause; the missing operator only follows from it
    }
    if (bracket_follows(end)) stopped_ = true;
    at_ = end;
    push({.kind = Token::Kind::name, .written = word, .meaning = {}});
    operand_expected_ = false;
  }

  void check_end() {
    if (tokens_.empty()) return;
    if (operand_expected()) {
      const Token& last = tokens_.back();
      stop("F104", offset_of(last), last.written.size(), fmt::format("“{}”后面少了数或名字", last.written),
           "公式没有写完。", "补上后面缺的部分，或删去这个符号。");
    } else if (!brackets_.empty()) {
      const Token& open = tokens_[brackets_.back().token];
      stop("F104", offset_of(open), open.written.size(), "左括号没有与它成对的右括号", "公式没有写完。",
           "补上右括号。");
    }
  }

  std::string_view text_;
  std::span<const std::string_view> names_;
  base::Place place_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  std::vector<diag::Diagnostic> problems_;
  std::vector<Bracket> brackets_;
  const FunctionName* function_ = nullptr;  ///< the function just named; its bracket comes next
  bool operand_expected_ = true;
  bool compared_ = false;
  bool stopped_ = false;
};

}  // namespace

diag::Result<std::vector<Token>> read_tokens(std::string_view text, std::span<const std::string_view> names,
                                             const base::Place& place) {
  if (base::trimmed(text).empty()) {
    return diag::Diagnostic{"F101", "公式是空的", "没有公式就算不出得分。",
                            "写一个公式，例如 分值×完成值÷目标值。", place};
  }
  const std::size_t characters = base::count_characters(text);
  if (characters > kMaxFormulaCharacters) {
    return diag::Diagnostic{"F102",
                            fmt::format("公式太长：{} 个字，最多 {} 个字", characters, kMaxFormulaCharacters),
                            "这样长的公式没人能核对。", "拆成几条规则，或用 计算 先算出中间数。", place};
  }
  return Reader(text, names, place).read();
}

}  // namespace jiheng::formula
