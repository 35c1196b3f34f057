// engine/standard/read/clauses.h: tokens -> parts, each a list of clauses: a condition and what it gives.
// Inside the room only.
// Takes   the tokens of a text. Gives  parts by ①②③, clauses in the order of the text, and what belongs to no clause.
// Leaves  what a condition means to build.h.
// Source  docs/standard-language.md
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/standard/read/tokens.h"

namespace jiheng::standard {

struct RawClause {
  std::vector<const Token*> condition;  ///< words, values, 否则; breaks between them too
  const Token* per = nullptr;           ///< 每…
  const Token* effect = nullptr;
  const Token* cap = nullptr;                              ///< 最多扣…, behind it
  const Token* partial = nullptr;                          ///< 不足1%按1%计算
  bool floored = false;                                    ///< 扣完为止 stands behind it
  std::optional<base::Decimal> floored_at = std::nullopt;  ///< 扣满10分为止
  bool floored_to = false;  ///< 扣至3分为止: what is left, not what is taken

  std::size_t begin() const;
  std::size_t end() const;
};

struct RawPart {
  int number = 0;  ///< of its marker; 0: none
  std::vector<RawClause> clauses;
  std::vector<const Token*> rest;   ///< behind the last clause, without an effect
  const Token* header = nullptr;    ///< 满分5分, (5分) behind an effect
  const Token* baseline = nullptr;  ///< 以100%为标准, 目标340天
  const Token* definition = nullptr;
  const Token* rank = nullptr;
  const Token* and_so_on = nullptr;
  const Token* whole_cap = nullptr;  ///< 以上项目累计扣分不超过2分
  std::size_t begin = 0;
};

std::vector<RawPart> parts(std::string_view text, const std::vector<Token>& tokens);

}  // namespace jiheng::standard
