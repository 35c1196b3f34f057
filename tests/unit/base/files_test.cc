// Reading, listing and writing against a real folder; a full disk and a folder without rights in a child
// process.
#include "engine/base/files.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>

namespace jiheng::base {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  Files() {
    std::string name = (fs::temp_directory_path() / "jiheng-files-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    fs::permissions(folder_, fs::perms::all);
  }
  ~Files() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string content(const std::string& name) const { return read_file(path(name), 1 << 20).text; }
  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

/// Runs in a child, so that rights and mounts do not outlive it; the child's answer. 77: could not be set up.
int in_child(const std::function<int()>& body) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(body());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int as_number(IoStatus status) { return static_cast<int>(status); }

TEST_F(Files, ReadsBackWhatWasWritten) {
  const std::string bytes("绩效\0\r\n", 9);
  EXPECT_EQ(write_file(path("a.yaml"), bytes, Overwrite::no), IoStatus::ok);
  EXPECT_EQ(content("a.yaml"), bytes);
  EXPECT_EQ(entries(), 1U);
  EXPECT_EQ(write_file(path("empty"), "", Overwrite::no), IoStatus::ok);
  EXPECT_EQ(read_file(path("empty"), 10).status, IoStatus::ok);
}

TEST_F(Files, SaysWhyAFileCannotBeRead) {
  EXPECT_EQ(read_file(path("none"), 10).status, IoStatus::not_found);
  EXPECT_EQ(read_file(path(""), 10).status, IoStatus::is_directory);
  EXPECT_EQ(read_file("/dev/zero", 10).status, IoStatus::not_a_file);
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0666), 0);
  EXPECT_EQ(read_file(path("pipe"), 10).status, IoStatus::not_a_file);
  write_file(path("eleven"), "12345678901", Overwrite::no);
  EXPECT_EQ(read_file(path("eleven"), 10).status, IoStatus::too_large);
  EXPECT_EQ(read_file(path("eleven"), 11).status, IoStatus::ok);
  EXPECT_EQ(read_file(path("eleven") + "/x", 10).status, IoStatus::not_found);
}

TEST_F(Files, OverwritesOnlyWhenTold) {
  write_file(path("a"), "old", Overwrite::no);
  EXPECT_EQ(write_file(path("a"), "new", Overwrite::no), IoStatus::exists);
  EXPECT_EQ(content("a"), "old");
  EXPECT_EQ(write_file(path("a"), "new", Overwrite::yes), IoStatus::ok);
  EXPECT_EQ(content("a"), "new");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(Files, KeepsRightsAndLinks) {
  write_file(path("real"), "old", Overwrite::no);
  fs::permissions(path("real"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("real", path("link"));
  EXPECT_EQ(write_file(path("link"), "new", Overwrite::yes), IoStatus::ok);
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(content("real"), "new");
  EXPECT_EQ(fs::status(path("real")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Files, RefusesToReplaceWhatIsNoFile) {
  EXPECT_EQ(write_file(folder_.string(), "x", Overwrite::yes), IoStatus::is_directory);
  EXPECT_EQ(write_file("/dev/null", "x", Overwrite::yes), IoStatus::not_a_file);
  EXPECT_EQ(write_file(path("no/such/folder/a"), "x", Overwrite::no), IoStatus::not_found);
}

TEST_F(Files, AFailedWriteLeavesTheOldFileWhole) {
  write_file(path("a"), "old", Overwrite::no);
  const int status = in_child([this] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {4096, 4096};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 77;
    return as_number(write_file(path("a"), std::string(100000, 'x'), Overwrite::yes));
  });
  EXPECT_EQ(status, as_number(IoStatus::too_large));
  EXPECT_EQ(content("a"), "old");
  EXPECT_EQ(entries(), 1U) << "the temporary file is gone";
}

TEST_F(Files, SaysThatTheDiskIsFull) {
  const int status = in_child([this] {
    if (::unshare(::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0) return 77;
    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    if (::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=16k") != 0) return 77;
    if (write_file(path("small"), "fits", Overwrite::no) != IoStatus::ok) return 78;
    const int result = as_number(write_file(path("big"), std::string(1 << 20, 'x'), Overwrite::no));
    return fs::exists(path("big")) || entries() != 1 ? 79 : result;
  });
  if (status == 77) GTEST_SKIP() << "no right to mount a small file system here";
  EXPECT_EQ(status, as_number(IoStatus::no_space));
}

TEST_F(Files, ListsInTheSameOrderEverywhere) {
  fs::create_directories(path("b/deep"));
  fs::create_directories(path(".hidden"));
  fs::create_directories(path("link.yaml"));
  for (const char* name :
       {"b/z.yaml", "b/deep/k.yml", "a.yaml", "B.yaml", "绩.yaml", "c.txt", ".h.yaml", ".hidden/x.yaml"}) {
    write_file(path(name), "x", Overwrite::no);
  }
  fs::create_symlink(folder_, path("b/loop"));
  const ListOutcome all = list_files(folder_.string(), {".yaml", ".yml"}, 100);
  EXPECT_EQ(all.status, IoStatus::ok);
  EXPECT_EQ(all.paths, (std::vector<std::string>{path("B.yaml"), path("a.yaml"), path("b/deep/k.yml"),
                                                 path("b/z.yaml"), path("绩.yaml")}));
  EXPECT_EQ(list_files(folder_.string(), {".yaml", ".yml"}, 5).status, IoStatus::ok);
  EXPECT_EQ(list_files(folder_.string(), {".yaml", ".yml"}, 4).status, IoStatus::too_large);
  EXPECT_EQ(list_files(path("none"), {".yaml"}, 5).status, IoStatus::not_found);
  EXPECT_EQ(list_files(path("none"), {".yaml"}, 5).stopped_at, path("none"));
}

TEST_F(Files, StopsAtTooManyLevels) {
  std::string deep = folder_.string();
  for (int i = 0; i < 40; ++i) deep += "/d";
  fs::create_directories(deep);
  const ListOutcome outcome = list_files(folder_.string(), {".yaml"}, 5);
  EXPECT_EQ(outcome.status, IoStatus::too_large);
  EXPECT_FALSE(outcome.stopped_at.empty());
}

TEST_F(Files, SaysWhichFolderCannotBeEntered) {
  fs::create_directories(path("open/closed"));
  fs::permissions(path("open/closed"), fs::perms::none);
  write_file(path("secret"), "x", Overwrite::no);
  fs::permissions(path("secret"), fs::perms::none);
  const int status = in_child([this] {
    if (::geteuid() == 0 && ::seteuid(65534) != 0) return 77;
    const ListOutcome outcome = list_files(folder_.string(), {".yaml"}, 100);
    if (outcome.stopped_at != path("open/closed")) return 78;
    if (read_file(path("secret"), 10).status != IoStatus::no_permission) return 79;
    if (write_file(path("open/closed/x"), "x", Overwrite::no) != IoStatus::no_permission) return 80;
    if (list_files(path("open/closed"), {".yaml"}, 100).status != IoStatus::no_permission) return 81;
    return as_number(outcome.status);
  });
  fs::permissions(path("open/closed"), fs::perms::all);
  EXPECT_EQ(status, as_number(IoStatus::no_permission));
}

TEST_F(Files, CreatesFoldersOnTheWay) {
  EXPECT_EQ(make_folder(path("x/y/z")), IoStatus::ok);
  EXPECT_TRUE(is_folder(path("x/y/z")));
  EXPECT_EQ(make_folder(path("x/y/z")), IoStatus::ok);
  write_file(path("file"), "x", Overwrite::no);
  EXPECT_NE(make_folder(path("file/below")), IoStatus::ok);
  EXPECT_FALSE(is_folder(path("file")));
}

TEST_F(Files, HasAWordForEveryStatus) {
  EXPECT_EQ(describe(IoStatus::not_found), "找不到文件或文件夹");
  EXPECT_EQ(describe(IoStatus::no_space), "磁盘已满");
  EXPECT_EQ(describe(IoStatus::no_permission), "没有权限");
}

}  // namespace
}  // namespace jiheng::base
