// engine/web/page_words.h: what a message says to do, for somebody before the page: nothing to type into a terminal or a file.
// Takes   a message of any room. Gives  its remedy, the page's own where the room's speaks of commands or keys of a file; ""
//         where there is none.
#pragma once

#include <string>

#include "engine/base/json.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::web {

std::string remedy_on_page(const diag::Diagnostic& d);
std::string remedy_on_page(const std::string& id, const std::string& fix);

/// "p26.yaml 第 21 行", "自评.xlsx 的“自评表”表 N2 格", "公开.pdf 第12页 第3行"; without folders. "" where nothing is known.
std::string place_on_page(const base::Place& place);

/// {"id","severity","title","message","why","fix","place"}; words in Chinese, but for the severity.
base::Json message_json(const diag::Diagnostic& d);
base::Json messages_json(const std::vector<diag::Diagnostic>& list);

}  // namespace jiheng::web
