#include "engine/base/run_program.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "engine/base/files.h"
#include "engine/base/scratch_folder.h"

namespace jiheng::base {
namespace {

const std::vector<std::string> kEnvironment = {"PATH=/usr/bin:/bin", "WORD=甲"};

RunEnd shell(const std::string& script, int silence = 10000) {
  return run_program({"/bin/sh", "-c", script}, kEnvironment, silence);
}

TEST(RunProgram, HowItEnded) {
  EXPECT_EQ(shell("exit 0"), RunEnd::finished);
  EXPECT_EQ(shell("echo x; echo y >&2; exit 3"), RunEnd::failed);
  EXPECT_EQ(shell("kill -9 $$"), RunEnd::failed);
  EXPECT_EQ(run_program({"/nowhere/soffice"}, {}, 1000), RunEnd::not_started);
  EXPECT_EQ(run_program({}, {}, 1000), RunEnd::not_started);
  EXPECT_EQ(shell("test \"$WORD\" = 甲 && test -z \"$HOME\" && ! read line"), RunEnd::finished);
}

TEST(RunProgram, OneThatIsSilentIsKilledWithAllItStarted) {
  const ScratchFolder folder("/tmp");
  const std::string script = "(echo $$ >" + folder.path() + "/group; sleep 300) & sleep 300 & wait";
  EXPECT_EQ(shell(script, 300), RunEnd::silent);
  std::ifstream file(folder.path() + "/group");
  pid_t group = 0;
  file >> group;
  ASSERT_GT(group, 1);
  for (int tries = 0; tries < 200 && ::kill(-group, 0) == 0; ++tries) ::usleep(10000);
  EXPECT_NE(::kill(-group, 0), 0) << "some of it goes on running";
}

TEST(RunProgram, SignsOfLifeKeepItGoing) {
  EXPECT_EQ(shell("for i in 1 2 3 4; do echo $i; sleep 0.2; done", 2000), RunEnd::finished);
  EXPECT_EQ(shell("yes", 5000), RunEnd::silent);  // prints without end
}

TEST(RunProgram, ItIsEndedFromOutside) {
  std::thread other([] {
    for (int i = 0; i < 100; ++i) {
      ::usleep(10000);
      kill_running_program();
    }
  });
  EXPECT_EQ(shell("sleep 300", 60000), RunEnd::failed);
  other.join();
}

TEST(ScratchFolder, IsThereForAWhile) {
  std::string path;
  {
    const ScratchFolder folder("/tmp");
    path = folder.path();
    ASSERT_TRUE(is_folder(path));
    ASSERT_EQ(make_folder(path + "/a/b"), IoStatus::ok);
    ASSERT_EQ(write_file(path + "/a/b/c", "x", Overwrite::no), IoStatus::ok);
  }
  EXPECT_FALSE(exists(path));
  EXPECT_EQ(ScratchFolder("/nowhere").path(), "");
}

}  // namespace
}  // namespace jiheng::base
