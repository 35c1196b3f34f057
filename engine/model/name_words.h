// engine/model/name_words.h: what the name of an indicator says it is about: a rate, a number of people, a cost.
// Words are data (rules/names.yaml); a name is read by how it ends and by what is in it.
// Source  rules/names.yaml
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::model {

/// A name as it is looked up: without white space, full-width forms folded, without a bracket or a full stop at its end.
std::string plain_name(std::string_view name);

/// Words a name may end in, kept by their last byte: few of them are looked at for a name.
class Endings {
 public:
  Endings() = default;
  explicit Endings(const std::vector<std::string>& words);
  /// The first of them, in their order, that the name ends in; nullptr where there is none.
  const std::string* first_of(std::string_view name) const;

 private:
  std::array<std::vector<std::string>, 256> by_last_byte_;
};

struct NameList {
  std::vector<std::string> endings;   ///< 结尾
  std::vector<std::string> contains;  ///< 含
  std::vector<std::string> except;    ///< 不算: endings that are something else (效率 is no rate)
  /// `name` is a plain_name. O(length x words).
  bool fits(std::string_view name) const;
  /// By its ending alone.
  bool ends(std::string_view name) const;
};

/// Which way is better, where the name says so. A name says "less" when it speaks of the amount of a bad or costly thing:
/// one of `ills` or `costs` with nothing but `amounts` behind it (投诉率, 办理时限; not 投诉办结率); an ill must have none of
/// `undone_by` before it (受理投诉件数, 无事故). It says "more" when it ends in one of `drops` (失业率降幅, 成本节约率).
struct WayWords {
  Endings ills;                        ///< 坏事
  Endings costs;                       ///< 耗费: time, money, and what is said to go down
  Endings amounts;                     ///< 后面
  std::vector<std::string> undone_by;  ///< 前面不能有
  Endings drops;                       ///< 降幅
  /// `name` is a plain_name. O(length x words).
  bool says_less(std::string_view name) const;
  bool says_more(std::string_view name) const;
};

/// 人数 is counted in 人: any unit of its family or dimension will do.
struct NamedUnit {
  std::vector<std::string> endings;
  std::vector<std::string> units;  ///< one of each family that is right
};

struct NameWords {
  NameList rate;           ///< 比率: a share by its name: 及时率, 占比
  NameList count;          ///< 计数: a number of things: 人数, 数量
  NameList share;          ///< 份额: a percentage makes sense: 按时发放, 应补尽补
  NameList saving;         ///< 节省: costs of which more is better: 节约金额
  NameList limited;        ///< 限量: outcomes of which less is better: 投诉, 事故
  NameList cost;           ///< 成本: belongs to a group of costs though it is no amount: 成本控制率
  NameList standard;       ///< 标准: money for one: 人均补贴标准
  NameList duration;       ///< 期限: a length of time, no day: 受理时限
  NameList timeliness;     ///< 时效
  NameList satisfaction;   ///< 满意
  NameList awareness;      ///< 知晓: no satisfaction
  NameList beneficiaries;  ///< 受益: a number of people: neither a cost nor a quality
  NameList capped;         ///< 不过百: a share of a whole: never above 100%
  WayWords way;            ///< 反向: less is better, whatever the scheme reads a bare number as
  std::vector<NamedUnit> units;  ///< 量词
};

}  // namespace jiheng::model
