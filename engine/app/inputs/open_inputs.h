// engine/app/inputs/open_inputs.h: the files a command names -> the documents in them, read on all threads in one stated order.
// Takes   what input_files.h gives. An archive is as many documents as it has files that are read, an archive in it too;
//         their names are "提交.zip/甲单位/自评.xlsx". Old office files are written anew first, all in one go (old_office.h).
// Gives   for each document what the work on it gave.
// Fails   per document: C101, I101, I138; the ids of archive_members.h and old_office.h, I106 an archive too deep in others. What
//         is wrong with one takes only that away.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/input_files.h"
#include "engine/app/inputs/old_office.h"
#include "engine/app/wall.h"
#include "engine/base/parallel.h"
#include "engine/base/place.h"
#include "engine/diag/append.h"
#include "engine/diag/diagnostic.h"
#include "engine/intake/read_document.h"

namespace jiheng::app {

/// What the caller lends to the reading; nothing of it changes what is read.
struct Means {
  OfficeProgram office = {};
  /// Called on any thread, often: so many of all documents known so far are done.
  std::function<void(std::size_t done, std::size_t all)> progress = {};
  /// The same: so many of the pages of one document are read.
  std::function<void(const std::string& name, std::size_t page, std::size_t pages)> pages = {};
};

struct InputDocument {
  base::SourcePtr source;
  bool in_folder = false;  ///< or in an archive: found there, not named
  intake::Ending ending = intake::Ending::of_the_bytes;
  office::PageProgress progress = {};
};

/// What one document gave, for the table at the end.
struct InputTally {
  std::string path;
  std::size_t tables = 0;
  bool read = false;        ///< false: what was wrong is among the problems
  bool scorecards = false;  ///< a file of its own kind, not a document
};

/// One document, or what was said in the place of one.
struct OpenedInput {
  std::string path;
  std::optional<InputDocument> document;
  bool old = false;  ///< to be written anew
  std::vector<diag::Diagnostic> problems;
};

/// The documents of one file, archives opened; never throws. Old office files are left as they are.
std::vector<OpenedInput> open_input(const InputFile& file, const std::optional<std::string>& standard_input,
                                    Take take, const base::FileStore& store);

/// Old ones get the bytes that were written anew; those that could not be lose their document.
void renew_old_inputs(const OfficeProgram& program, const std::vector<OpenedInput*>& old);

template <class Read>
struct InputRead {
  std::string path;
  bool in_folder = false;
  std::optional<Read> read;  ///< none: nothing could be read, and the problems say why
  std::vector<diag::Diagnostic> problems;
  /// Notes alone, of an archive: no input by itself.
  bool is_remark() const { return !read && !diag::has_errors(problems); }
};

/// `work(document) -> Read` for one document that is open, and no longer old; what it throws is I138.
template <class Read, class Work>
InputRead<Read> read_opened(OpenedInput input, const Work& work) {
  InputRead<Read> out{std::move(input.path), input.document && input.document->in_folder, std::nullopt, {}};
  std::optional<diag::Diagnostic> fault;
  if (input.document) fault = behind_wall(out.path, [&] { out.read = work(*input.document); });
  out.problems = std::move(input.problems);
  if (fault) {
    out.read.reset();
    out.problems.push_back(std::move(*fault));
  }
  return out;
}

/// The same for every document: archives and old files after all others, but the answers in their order.
template <class Read, class Work>
std::vector<InputRead<Read>> read_inputs(const std::vector<InputFile>& files,
                                         const std::optional<std::string>& standard_input, Take take,
                                         unsigned threads, const Means& means, const base::FileStore& store,
                                         const Work& work) {
  struct Piece {
    OpenedInput input;
    std::optional<InputRead<Read>> read;
  };
  std::atomic<std::size_t> done = 0;
  std::atomic<std::size_t> all = files.size();
  const auto read_piece = [&](Piece& piece) {
    if (means.pages) {
      piece.input.document->progress = [&means, path = piece.input.path](std::size_t page,
                                                                         std::size_t pages) {
        means.pages(path, page, pages);
      };
    }
    piece.read = read_opened<Read>(std::move(piece.input), work);
    ++done;
    if (means.progress) means.progress(done, all);
  };
  std::vector<std::vector<Piece>> pieces(files.size());
  base::in_parallel(files.size(), threads, [&](std::size_t i) {
    for (OpenedInput& input : open_input(files[i], standard_input, take, store))
      pieces[i].push_back({std::move(input), std::nullopt});
    if (pieces[i].size() != 1) all += pieces[i].size() - 1;
    const bool alone = pieces[i].size() == 1;
    for (Piece& piece : pieces[i]) {
      if (!piece.input.document) {
        ++done;
      } else if (alone && !piece.input.old) {
        read_piece(piece);
      }
    }
  });
  std::vector<OpenedInput*> old;
  std::vector<Piece*> open;
  for (std::vector<Piece>& of_file : pieces) {
    for (Piece& piece : of_file) {
      if (!piece.read && piece.input.old && piece.input.document) old.push_back(&piece.input);
    }
  }
  if (!old.empty()) renew_old_inputs(means.office, old);
  for (std::vector<Piece>& of_file : pieces) {
    for (Piece& piece : of_file) {
      if (!piece.read && piece.input.document) open.push_back(&piece);
    }
  }
  base::in_parallel(open.size(), threads, [&](std::size_t i) { read_piece(*open[i]); });
  std::vector<InputRead<Read>> out;
  for (std::vector<Piece>& of_file : pieces) {
    for (Piece& piece : of_file)
      out.push_back(piece.read ? *std::move(piece.read) : read_opened<Read>(std::move(piece.input), work));
  }
  return out;
}

}  // namespace jiheng::app
