// The session as a page's script calls it: plain functions, texts by their address and length. The page has one session, made
// when it is first asked for something, so that the page is ready before its rules are read; these and the pages of findings
// stand in files that are put into it when it is built.
// Takes   UTF-8 texts, ended by a zero. Gives  texts that stay until the next call.
#include <cstddef>
#include <string>

#include "engine/web/session.h"

namespace {

std::string the_answer;

jiheng::web::Session& the_session() {
  static jiheng::web::Session session("/rules", "/findings");
  return session;
}

}  // namespace

extern "C" {

void jiheng_put(const char* name, const char* bytes, std::size_t length) {
  the_session().put(name, std::string(bytes, length));
}

const char* jiheng_call(const char* method, const char* parameters) {
  the_answer = the_session().call(method, parameters);
  return the_answer.c_str();
}

const char* jiheng_bytes() { return the_session().bytes().data(); }

std::size_t jiheng_bytes_length() { return the_session().bytes().size(); }
}
