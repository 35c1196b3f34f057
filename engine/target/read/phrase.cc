// Takes a run of words, cuts it into the longest words of rules/words.yaml, and judges what the row of them
// says:
//   答案      达成预期指标
//   是与否    是, 已完成, 未发生
//   引用      按照…标准, 预算内, 不低于上年
//   定性      [主语] [副词] 变化动词 | 形容词,  副词 + 动词 + 短宾语
// A verb that measures nothing (服务, 维护…权益) and everything else is unreadable (T104).
#include "engine/target/read/phrase.h"

#include <algorithm>
#include <array>

#include "engine/target/read/prefix_index.h"
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

using namespace std::string_view_literals;

using Role = Piece::Role;

constexpr std::size_t kMaxItems = 48;
constexpr std::size_t kMaxPhraseCharacters = 30;
constexpr std::size_t kShortObject = 10;  ///< characters of an object behind adverb and verb: sure
constexpr std::size_t kLongObject = 16;   ///< … and debatable up to here
constexpr std::size_t kTinyObject = 6;    ///< characters of an object behind a change verb without adverb

/// One word, or a run of characters no word covers.
struct Item {
  std::size_t begin = 0;
  std::size_t end = 0;
  const Word* word = nullptr;
  bool particle = false;  ///< 的, 和, 得到: says nothing
  bool is(WordPart part) const { return word != nullptr && word->as(part) != nullptr; }
  bool unknown() const { return word == nullptr && !particle; }
};

struct Items {
  std::array<Item, kMaxItems> all;
  std::size_t count = 0;
  bool overflow = false;
};

constexpr std::array kParticles = {
    "得到"sv, "得以"sv, "予以"sv, "给予"sv, "加以"sv, "及以上"sv, "以上"sv, "的"sv, "和"sv, "与"sv,
    "及"sv,   "且"sv,   "并"sv,   "而"sv,   "地"sv,   "了"sv,     "、"sv,   ","sv,  ";"sv,  "。"sv,
    "("sv,    ")"sv,    "“"sv,    "”"sv,    "\""sv,   "!"sv,      "！"sv,   "'"sv,  "《"sv, "》"sv};

std::size_t particle_length(const Cell& cell, std::size_t at, std::size_t end) {
  static const PrefixIndex index = [] {
    PrefixIndex built;
    for (std::size_t i = 0; i < kParticles.size(); ++i) built.add(kParticles[i], i);
    return built;
  }();
  return index.longest_at(cell.text.substr(0, end), at).length;
}

void cut(const Cell& cell, std::size_t begin, std::size_t end, Items& items) {
  std::size_t at = begin;
  while (at < end) {
    Item item{at, at, nullptr, false};
    const WordTable::Found found = cell.context.words.longest_at(cell.text, at);
    const std::size_t particle = particle_length(cell, at, end);
    if (found.length != 0 && at + found.length <= end && found.length >= particle) {
      item.end = at + found.length;
      item.word = found.word;
    } else if (particle != 0) {
      item.end = at + particle;
      item.particle = true;
    } else {
      item.end = at + cell.step(at);
    }
    at = item.end;
    if (item.unknown() && items.count != 0 && items.all[items.count - 1].unknown()) {
      items.all[items.count - 1].end = item.end;
      continue;
    }
    if (items.count == kMaxItems) {
      items.overflow = true;
      return;
    }
    items.all[items.count++] = item;
  }
}

std::size_t characters(const Cell& cell, std::size_t begin, std::size_t end) {
  std::size_t n = 0;
  for (std::size_t i = begin; i < end; i += cell.step(i)) ++n;
  return n;
}

/// The judgement while it is made.
struct Judge {
  Cell& cell;
  std::size_t begin;
  std::size_t end;
  Predicate& out;
  Items items;

  std::string_view text() const { return cell.text.substr(begin, end - begin); }
  const Item& at(std::size_t i) const { return items.all[i]; }

  bool give(Kind kind, bool sure) {
    out.kind = kind;
    out.sureness = sure ? Sureness::sure : Sureness::debatable;
    out.wording = text();
    return true;
  }

  /// Index of the first item that is no particle, from i on.
  std::size_t solid(std::size_t i) const {
    while (i < items.count && at(i).particle) ++i;
    return i;
  }

  bool whole_word(WordPart part, const WordEntry*& entry) const {
    const std::size_t i = solid(0);
    if (i >= items.count || !at(i).is(part) || solid(i + 1) < items.count) return false;
    entry = at(i).word->as(part);
    return true;
  }

  bool read_answer() {
    const std::size_t i = solid(0);
    if (i >= items.count || !at(i).is(WordPart::answer)) return false;
    if (characters(cell, at(i).end, end) > 20) return false;
    const WordEntry& entry = *at(i).word->as(WordPart::answer);
    out.standing = Standing{entry.scale, entry.strength, entry.negated, false, entry.direction};
    return give(Kind::qualitative, !entry.debatable);
  }

  bool read_yes_or_no() {
    const WordEntry* entry = nullptr;
    bool yes = true;
    bool whole = true;
    if (!whole_word(WordPart::yes, entry)) {
      yes = false;
      if (!whole_word(WordPart::no, entry)) {
        // 已完成全部工作: with a little behind it
        const std::size_t i = solid(0);
        if (i >= items.count || characters(cell, begin, end) > 12) return false;
        const bool told = cell.starts(at(i).begin, "已") || cell.starts(at(i).begin, "未") ||
                          cell.starts(at(i).begin, "完成");
        yes = at(i).is(WordPart::yes);
        if (!told || (!yes && !at(i).is(WordPart::no))) return false;
        entry = at(i).word->as(yes ? WordPart::yes : WordPart::no);
        whole = false;
      }
    }
    out.answer = yes;
    return give(Kind::boolean, whole && !entry->debatable);
  }

  /// 无上访, 未发生安全事故: did it happen? No.
  bool read_none_of() {
    const std::size_t i = solid(0);
    if (i >= items.count) return false;
    std::size_t rest = 0;
    for (const std::string_view head :
         {"未发生"sv, "无发生"sv, "没有发生"sv, "不发生"sv, "未出现"sv, "不出现"sv, "不产生"sv, "不造成"sv,
          "没有出现"sv, "无一起"sv, "无一例"sv, "无"sv, "没有"sv, "杜绝"sv, "零"sv}) {
      if (cell.starts(at(i).begin, head)) {
        rest = at(i).begin + head.size();
        break;
      }
    }
    if (rest == 0 || rest >= end || characters(cell, rest, end) > 14) return false;
    out.answer = false;
    return give(Kind::boolean, false);
  }

  /// End of the first sign or comparison word (成本≤预算, 不低于上年); 0: none.
  std::size_t compared_at() const {
    if (characters(cell, begin, end) > 20) return 0;
    for (std::size_t i = begin; i < end; i += cell.step(i)) {
      if (const SignRun run = sign_run_at(cell.text, i); run.length != 0) return i + run.length;
      const LeadWord word = lead_word_at(cell.text, i);
      const bool compares = word.kind == LeadWord::Kind::compare || word.kind == LeadWord::Kind::within;
      if (word.length > 3 && compares) return i + word.length;
    }
    return 0;
  }

  bool read_reference() {
    const std::size_t first = solid(0);
    if (first >= items.count) return false;
    // a phrase that is one all by itself, with a little around it
    std::size_t known = 0;
    bool debatable = false;
    bool found = false;
    for (std::size_t i = 0; i < items.count; ++i) {
      if (at(i).is(WordPart::reference)) {
        found = true;
        debatable = debatable || at(i).word->as(WordPart::reference)->debatable;
        known += at(i).end - at(i).begin;
      }
    }
    if (found && characters(cell, begin, end) <= known / 3 + 12) return give(Kind::reference, !debatable);
    // 合同价, 国家标准: what it points to, and nothing else
    const WordEntry* alone = nullptr;
    if (whole_word(WordPart::basis, alone) && characters(cell, begin, end) > 2)
      return give(Kind::reference, false);
    // 按照 … 标准
    std::size_t head = first;
    while (head < items.count && (at(head).particle || at(head).is(WordPart::adverb)) &&
           !at(head).is(WordPart::basis_head)) {
      ++head;
    }
    if (head >= items.count || characters(cell, begin, end) > 60) return false;
    const bool by = at(head).is(WordPart::basis_head);
    const std::size_t sign_end = by ? 0 : compared_at();
    if (!by && sign_end == 0) return false;
    for (std::size_t i = by ? head + 1 : 0; i < items.count; ++i) {
      if (!at(i).is(WordPart::basis) || at(i).begin < sign_end) continue;
      debatable = !by;
      debatable = debatable || at(i).word->as(WordPart::basis)->debatable;
      return give(Kind::reference, !debatable);
    }
    return false;
  }

  /// The standing of item i with the adverbs before it.
  bool set_standing(std::size_t i) {
    const WordEntry* entry = nullptr;
    for (const WordPart part : {WordPart::adjective, WordPart::change_verb, WordPart::keep_verb,
                                WordPart::deed, WordPart::adverb}) {
      entry = at(i).word->as(part);
      if (entry != nullptr) break;
    }
    if (entry == nullptr) return false;
    if (entry->part == WordPart::deed && i > 0) {  // 及时完成 is as 及时
      const Item& how = at(i - 1);
      if (how.is(WordPart::adjective) && !how.word->as(WordPart::adjective)->scale.empty())
        return set_standing(i - 1);
    }
    Standing standing{entry->scale.empty() ? entry->text : entry->scale, entry->strength, entry->negated,
                      false, entry->direction};
    std::size_t k = i;
    while (k > 0) {
      const Item& before = at(k - 1);
      if (before.is(WordPart::adverb)) {
        const WordEntry& adverb = *before.word->as(WordPart::adverb);
        standing.manner = standing.manner || adverb.manner;
        if (standing.strength != 0) standing.strength = std::max(1, standing.strength + adverb.strength);
      } else if (before.is(WordPart::negation)) {
        standing.negated = !standing.negated;
      } else if (!before.particle) {
        break;
      }
      --k;
    }
    out.standing = standing;
    return true;
  }

  bool has_adverb_before(std::size_t i) const {
    while (i > 0 && at(i - 1).particle) --i;
    return i > 0 && (at(i - 1).is(WordPart::adverb) || at(i - 1).is(WordPart::adjective) ||
                     at(i - 1).is(WordPart::negation));
  }

  bool quality(std::size_t i, bool sure) {
    for (std::size_t k = 0; k < items.count; ++k) {
      const WordEntry* entry = at(k).is(WordPart::adjective) ? at(k).word->as(WordPart::adjective) : nullptr;
      if (entry != nullptr && entry->debatable) sure = false;
    }
    return set_standing(i) && give(Kind::qualitative, sure);
  }

  bool read_quality() {
    const std::size_t total = characters(cell, begin, end);
    if (total > kMaxPhraseCharacters || items.overflow) return false;
    std::size_t last = items.count;
    while (last > 0 && at(last - 1).particle) --last;
    if (last == 0) return false;
    --last;
    std::size_t unknown = 0;
    for (std::size_t i = 0; i <= last; ++i) unknown += at(i).unknown() ? 1U : 0U;
    const std::size_t first = solid(0);
    const bool bare_verb_first = (at(first).is(WordPart::keep_verb) || at(first).is(WordPart::change_verb)) &&
                                 !at(first).is(WordPart::adjective) && !at(first).is(WordPart::adverb);

    if (at(last).is(WordPart::adjective)) {
      // 维护社会稳定, 维护稳定: the adjective is the object; 服务满意, 保障有力: it is not
      const bool takes_object =
          at(first).is(WordPart::keep_verb) && at(first).word->as(WordPart::keep_verb)->debatable;
      const bool part_of_object =
          bare_verb_first && first != last && (takes_object || (unknown != 0 && !has_adverb_before(last)));
      if (!part_of_object) return quality(last, true);
      return read_verb_and_object(first, last);
    }
    if (at(last).is(WordPart::change_verb)) {
      if (unknown == 0 || has_adverb_before(last)) return quality(last, true);
      return quality(last, !bare_verb_first);
    }
    if (at(last).is(WordPart::deed) || at(last).is(WordPart::keep_verb)) {
      if (bare_verb_first && first != last) return read_verb_and_object(first, last);  // 促进社会和谐发展
      if (has_adverb_before(last)) return quality(last, true);
      // 及时受理并办结: an adverb earlier in the row still holds
      for (std::size_t i = 0; i < last; ++i) {
        if (unknown == 0 && (at(i).is(WordPart::adverb) || at(i).is(WordPart::adjective)))
          return quality(last, true);
      }
    }
    const bool verb_with_object = bare_verb_first && last > first + 1;  // 提高健康水平
    if (at(last).is(WordPart::tail) && unknown == 0 && !at(first).is(WordPart::keep_verb) &&
        !verb_with_object) {
      for (std::size_t i = last; i-- > 0;) {
        if (at(i).is(WordPart::change_verb) || at(i).is(WordPart::adjective)) {
          const bool short_one = last - i == 1 || has_adverb_before(i);
          return quality(i, short_one);
        }
        if (at(i).is(WordPart::keep_verb) && has_adverb_before(i)) return quality(i, true);
      }
    }
    return read_verb_and_object(first, last);
  }

  /// 有效缓解招工难, 按时足额发放补贴资金, 提高工作效率.
  bool read_verb_and_object(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const bool verb =
          at(i).is(WordPart::change_verb) || at(i).is(WordPart::keep_verb) || at(i).is(WordPart::deed);
      if (!verb) continue;
      const std::size_t object = characters(cell, at(i).end, at(last).end);
      if (has_adverb_before(i)) {
        if (object > kLongObject) return false;
        return quality(i, object <= kShortObject);
      }
      if (i == first && at(i).is(WordPart::change_verb) && object <= kTinyObject) return quality(i, false);
      if (i == first) return false;
    }
    return false;
  }

  /// 每学期初, 每季度首月: over and over, no day of the year.
  bool read_recurring() {
    if (!cell.starts(begin, "每") || characters(cell, begin, end) > 12) return false;
    for (const std::string_view period :
         {"月"sv, "季"sv, "年"sv, "周"sv, "学期"sv, "半年"sv, "日"sv, "天"sv, "旬"sv}) {
      if (!cell.starts(begin + 3, period)) continue;
      out.standing = Standing{"周期", 0, false, false, ""};
      return give(Kind::qualitative, false);
    }
    return false;
  }

  void write_pieces() {
    for (std::size_t i = 0; i < items.count; ++i) {
      const bool read = out.kind != Kind::unreadable && !at(i).unknown();
      const Role role = out.kind == Kind::unreadable ? Role::unread
                        : at(i).particle             ? Role::separator
                        : read                       ? Role::word
                                                     : Role::label;
      cell.notes.piece(role, at(i).begin, at(i).end);
    }
    if (items.overflow) {
      cell.notes.piece(Role::unread, items.count == 0 ? begin : at(items.count - 1).end, end);
    }
  }
};

}  // namespace

void read_phrase(Cell& cell, std::size_t begin, std::size_t end, Predicate& out) {
  Judge judge{cell, begin, end, out, {}};
  cut(cell, begin, end, judge.items);
  const bool read = judge.read_yes_or_no() || judge.read_answer() || judge.read_reference() ||
                    judge.read_quality() || judge.read_none_of() || judge.read_recurring();
  if (!read) {
    out.kind = Kind::unreadable;
    out.sureness = Sureness::debatable;
  }
  judge.write_pieces();
}

}  // namespace jiheng::target
