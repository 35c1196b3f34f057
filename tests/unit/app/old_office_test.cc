// The call of LibreOffice, with programs in its place that do what it does on bad days; the real one is in tests/spreadsheet/kinds.py.
#include "engine/app/inputs/old_office.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/base/files.h"
#include "engine/base/scratch_folder.h"
#include "tests/unit/office/ole_files.h"
#include "tests/unit/office/packages.h"

namespace jiheng::app {
namespace {

/// In place of LibreOffice: a script with $out, $target and the files as $@. `result` is a workbook it can copy.
class OldOffice : public testing::Test {
 protected:
  OfficeProgram program(const std::string& script) {
    const std::string path = folder_.path() + "/soffice";
    const std::string text =
        "#!/bin/sh\nwhile [ \"$1\" != --convert-to ]; do shift; done\ntarget=$2; out=$4; shift 4; mkdir -p "
        "\"$out\"\n"
        "log=" +
        folder_.path() + "/log; echo \"$# $target\" >>\"$log\"\nresult=" + folder_.path() +
        "/result\nput() { cp \"$result\" \"$out/$(basename \"${1%.*}\").$target\"; echo \"$1\"; }\n" + script;
    static_cast<void>(base::write_file(path, text, base::Overwrite::yes));
    static_cast<void>(::chmod(path.c_str(), 0700));
    static_cast<void>(
        base::write_file(folder_.path() + "/result",
                         office::package_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", ""}}),
                         base::Overwrite::yes));
    return {path, folder_.path(), 1};
  }
  std::string log() const { return base::read_file(folder_.path() + "/log", 10000).text; }

  base::ScratchFolder folder_{"/tmp"};
};

base::SourcePtr book(const std::string& name, bool sealed = false) {
  return office::archive_file(office::ole_of({{"Workbook", office::workbook_head(sealed)}}), name);
}
base::SourcePtr word(const std::string& name, bool sealed = false) {
  return office::archive_file(office::ole_of({{"WordDocument", office::word_head(sealed)}}), name);
}

/// "a.xls b.doc:I170" in the order of the answers.
std::string shown(const std::vector<diag::Result<base::SourcePtr>>& answers) {
  std::string out;
  for (const auto& answer : answers) {
    out += answer ? (*answer)->name : answer.problems.at(0).id;
    out += " ";
  }
  return out;
}

TEST_F(OldOffice, OneCallTakesAllFilesOfAKind) {
  const auto office = program("for f; do put \"$f\"; done");
  EXPECT_EQ(shown(renew_old_files(office, {book("甲/a.xls"), word("b.wps"), book("c.et"),
                                           office::archive_file("{\\rtf1 x}", "d.rtf")})),
            "甲/a.xls b.wps c.et d.rtf ");
  EXPECT_EQ(log(), "2 xlsx\n2 docx\n");
  EXPECT_EQ(shown(renew_old_files(office, {})), "");
}

TEST_F(OldOffice, WithoutItWhatToDoIsSaid) {
  const auto answers = renew_old_files({}, {book("a.xls"), word("b.doc"), word("c.doc", true)});
  EXPECT_EQ(shown(answers), "I105 I105 I109 ");
  EXPECT_NE(answers[0].problems[0].fix.find("libreoffice-calc"), std::string::npos);
  EXPECT_EQ(shown(renew_old_files({"/nowhere/soffice"}, {book("a.xls"), book("b.xls")})), "I170 I170 ");
  EXPECT_EQ(shown(renew_old_files({"/bin/true", "/nowhere"}, {book("a.xls")})), "I170 ");
}

TEST_F(OldOffice, EachResultIsLookedFor) {
  EXPECT_EQ(shown(renew_old_files(program("put \"$1\"; exit 0"),
                                  {book("a.xls"), book("b.xls"), book("c.xls", true)})),
            "a.xls I170 I109 ");
  EXPECT_EQ(shown(renew_old_files(program("for f; do result=/dev/null put \"$f\"; done"), {book("a.xls")})),
            "I170 ");
}

TEST_F(OldOffice, TheFileItStopsAtIsSaidAndTheOthersGoOn) {
  const std::string crash = "for f; do case $f in */1.xls) [ $# = 3 ] && kill -9 $$;; esac; put \"$f\"; done";
  EXPECT_EQ(shown(renew_old_files(program(crash), {book("a.xls"), book("b.xls"), book("c.xls")})),
            "a.xls I170 c.xls ");
  EXPECT_EQ(log(), "3 xlsx\n1 xlsx\n");
  const std::string hang = "for f; do case $f in */0.xls) [ $# = 2 ] && sleep 300;; esac; put \"$f\"; done";
  const auto answers = renew_old_files(program(hang), {book("a.xls"), book("b.xls")});
  EXPECT_EQ(shown(answers), "I170 b.xls ");
  EXPECT_NE(answers[0].problems[0].why.find("1 秒"), std::string::npos);
}

TEST_F(OldOffice, OneThatAlwaysCrashesIsNotCalledForEver) {
  std::vector<base::SourcePtr> files;
  for (int i = 0; i < 40; ++i) files.push_back(book("a.xls"));
  for (const auto& answer : renew_old_files(program("exit 1"), files))
    EXPECT_EQ(answer.problems.at(0).id, "I170");
  const std::string calls = log();
  EXPECT_EQ(std::count(calls.begin(), calls.end(), '\n'), 11);
}

TEST_F(OldOffice, NothingIsLeftBehind) {
  static_cast<void>(renew_old_files(program("put \"$1\""), {book("a.xls")}));
  EXPECT_EQ(base::list_files(folder_.path(), {""}, 100).paths.size(), 3U);  // the script, its log, the result
}

}  // namespace
}  // namespace jiheng::app
