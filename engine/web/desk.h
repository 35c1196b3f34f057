// engine/web/desk.h: what lies on the desk of a page: the files, the tables read from them, their scores, all in memory.
// Takes   a folder of rules and one of pages of findings (of the program, or of what is inside the page); bytes with names.
// Gives   tables, each under a number that stays its own; results that follow every edit.
// Fails   as app: what is wrong in one file takes only that file away; what was wrong is kept beside the tables.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/check_paths.h"
#include "engine/app/inputs/open_inputs.h"
#include "engine/app/score_paths.h"
#include "engine/base/file_store.h"
#include "engine/intake/scheme_evidence.h"
#include "engine/model/decision.h"
#include "engine/rulebook/language.h"
#include "engine/rulebook/rules.h"
#include "engine/scoring/asked_data.h"
#include "engine/web/history.h"

namespace jiheng::web {

/// One cell to be changed: of a row of the card, or of the card itself.
struct Edit {
  std::optional<std::size_t> row;  ///< of CardResult::indicators
  std::string field;  ///< 实际完成值, 年初目标值, 分值, 评定, 偏差原因, 自报得分; 预算数, 执行数 …
  std::string text;  ///< as typed; empty: blank
};

/// A cell that could not be changed, and why.
struct RefusedEdit {
  Edit edit;
  diag::Diagnostic problem;
};

/// How far the reading of files is. An archive is a file until its turn comes, then as many as there are in it.
struct Reading {
  std::size_t done = 0;  ///< files
  std::size_t files = 0;
  std::size_t tables = 0;  ///< found in them
};

/// How many tables are scored, of how many; of a check how many families of findings were looked for then.
struct Scoring {
  std::size_t done = 0;
  std::size_t all = 0;
  std::size_t families_done = 0;
  std::size_t families = 0;
};

/// What a zip of saved work (saved_work.h) brought beside its tables: whoever saved it wrote that.
struct Brought {
  struct Taken {
    model::Decision before;  ///< what was decided here, empty where nothing was
    model::Decision now;
  };
  std::string file;
  std::vector<std::string> waivers;  ///< its files of waivers
  std::map<std::string, Taken> decisions;
};

/// What an undo or redo was about.
struct Redone {
  std::optional<std::size_t> table;  ///< none: a table is gone
  std::optional<std::size_t> row;    ///< of CardResult::indicators, where it is about rows
  bool tables_changed = false;       ///< one came or went, or several changed: all lines may be others
};

class Desk {
 public:
  /// Problems of the rules themselves are among problems(); nothing can be read then.
  Desk(const std::string& rules_folder, std::string pages_folder);

  base::NamedBytes& files() { return files_; }
  const base::NamedBytes& files() const { return files_; }
  const std::string& pages_folder() const { return pages_folder_; }
  bool is_ready() const { return language_.has_value(); }
  const rulebook::Language& language() const { return *language_; }
  rulebook::Schemes& schemes() { return schemes_; }

  /// Reads the paths among the files, behind what is there, and scores everything. Departments' own tables stand first. A file
  /// of waivers is kept for the checks: the last one opened goes before those that stand beside tables.
  void open(const std::vector<std::string>& paths);
  /// The same in steps, so that whoever waits can be told, and can stop after any of them: what was read stays. What needs
  /// all tables in their order (another reading, a new table, an undo) ends it.
  Reading begin_reading(const std::vector<std::string>& paths);
  Reading read_on(std::size_t files);
  void end_reading();
  /// What was read scored in steps too; `end_reading` scores the rest.
  Scoring begin_scoring();
  Scoring score_on(std::size_t tables);
  void end_scoring();
  /// In the middle of it: the tables and their schemes are again what they were before they were read or given a scheme.
  void give_up_scoring();
  /// A table to fill in, of no file, under a title and id that no other has. nullopt where there is such a table already.
  std::optional<std::size_t> add(model::Scorecard card);
  /// Takes tables off the desk, in one step that can be taken back; with them what the texts of these files say. A name is that
  /// of a file or of an archive.
  void put_away(const std::vector<std::size_t>& numbers, const std::vector<std::string>& files);
  /// Everything: files, tables, results.
  void clear();

  std::size_t tables() const { return tables_.size(); }
  const app::ReadCard& table(std::size_t number) const { return tables_[number]; }
  /// Stays the table's own when others come and go and its number becomes another.
  std::size_t key_of(std::size_t number) const { return keys_[number]; }
  /// What the form says of its scheme, for a table that names none.
  intake::SchemeProposal proposal_of(std::size_t number);
  /// For the tables named, scored in steps as after `begin_scoring`; nullopt where there is no such scheme.
  std::optional<Scoring> begin_scheme(const std::vector<std::size_t>& numbers, const std::string& scheme);

  /// The result of a table; nullptr where it has no scheme, or was left out as the second of two.
  const scoring::CardResult* result_of(std::size_t number) const;
  /// The table a result is of.
  std::size_t number_of(const scoring::CardResult& result) const;
  /// The tables that scored cards are copies of: in their order, some left out.
  std::map<const model::Scorecard*, std::size_t> numbers_of(
      const std::vector<scoring::CardResult>& results) const;

  /// Changes the card, scores it and its department again. What is wrong with the text: then nothing is changed. `more`: the
  /// text of the last edit, typed on; one undo takes all of it back.
  std::vector<diag::Diagnostic> edit(std::size_t number, const Edit& edit, bool more = false);
  /// Many cells in one step, or `joined` to the last: taken back and made again with it. What cannot be is given back, the
  /// rest is done.
  std::vector<RefusedEdit> edit_cells(std::size_t number, const std::vector<Edit>& edits,
                                      bool joined = false);
  /// A row added, removed, moved (row_steps.h); gives where it is then, of CardResult::indicators.
  diag::Result<std::size_t> edit_rows(std::size_t number, std::size_t row, std::string_view word);
  const History& history() const { return history_; }
  /// The last step taken back, or made again; nullopt where there is none.
  std::optional<Redone> redo(bool forth);

  const app::ScoreOutcome& scored() const { return scored_; }
  const std::vector<intake::PassedOver>& passed_over() const { return passed_over_; }
  const std::vector<diag::Diagnostic>& problems() const { return problems_; }

  /// Of all tables as they are now, compared with the findings of an earlier check where some are given. Its cards point
  /// into it.
  app::CheckOutcome check(std::optional<std::vector<audit::Earlier>> baseline = std::nullopt);
  /// The file of waivers that holds for a table: the one opened by itself, else the one that stands beside it; "".
  std::string waivers_of(std::size_t number) const;
  /// In steps: its tables scored, then each family of findings looked for; `check` gives what was found. Dropped by whatever
  /// else is asked for.
  Scoring begin_check();
  Scoring check_on(std::size_t tables);
  void drop_check();
  /// Of tables that do not lie on the desk, read from the paths among its files.
  app::CheckOutcome check_others(app::CardsRead read, const std::vector<std::string>& paths);
  /// What a reviewer decided of findings, by their keys (review.h). Stays when the desk is cleared.
  const std::map<std::string, model::Decision>& decisions() const { return decisions_; }
  std::map<std::string, model::Decision>& decisions() { return decisions_; }

  /// What the zips that were opened brought, and nobody has dropped.
  const std::vector<Brought>& brought() const { return brought_; }
  /// Takes away what these files brought, the last one first: their waivers; their decisions where nothing else was decided since.
  /// Gives what is decided now of those.
  std::map<std::string, model::Decision> drop_brought(const std::vector<std::string>& files);

  /// Copies of these tables, to be scored apart.
  app::CardsRead cards_as_read(const std::vector<std::size_t>& numbers) const;

 private:
  app::CardsRead cards_as_read() const;
  app::CheckRequest check_request(const std::vector<std::string>& paths) const;
  void tables_of_reading();
  void departments_first();
  void start_scoring();
  void score_all();
  void score_again(std::size_t number);
  std::size_t number_of_key(std::size_t key) const;
  void erase_table(std::size_t number);
  Redone redo(const Step& step, bool forth);
  Redone redo_away(const Away& away, bool forth);
  const scoring::IndicatorResult* row_result(std::size_t number, std::size_t row) const;

  std::string pages_folder_;
  base::NamedBytes files_;
  std::optional<rulebook::Language> language_;
  rulebook::Schemes schemes_;
  std::vector<diag::Diagnostic> problems_;  ///< of the rules and of what was opened
  std::vector<std::string> paths_;          ///< opened, in order
  std::string
      waivers_;  ///< a file of waivers that was opened by itself: for every table, as --waivers of the program
  std::vector<app::ReadCard> tables_;
  std::vector<std::size_t> keys_;  ///< of the tables, beside them: stay their own when numbers move
  std::size_t next_key_ = 0;
  History history_;
  std::vector<model::Claim> claims_;
  std::vector<intake::PassedOver> passed_over_;
  std::size_t read_tables_ = 0;  ///< of documents, so that the next go on counting: t28
  struct Waiting {
    std::vector<std::string> paths;
    std::vector<app::InputFile> files;
    std::size_t next = 0;                      ///< of the files, to be opened
    std::deque<app::OpenedInput> opened = {};  ///< what is in the one before, to be read
    std::size_t done = 0;                      ///< files read, those in archives one by one
    std::size_t first_table = 0;               ///< of tables_, that these files gave
  };
  Waiting waiting_;  ///< files that are being read
  /// What a scoring that is given up takes away again.
  struct Before {
    std::size_t key = 0;  ///< the first of the tables that are new
    std::size_t paths = 0, problems = 0, claims = 0, passed_over = 0, brought = 0;
    std::vector<std::pair<std::size_t, model::Field>> schemes;  ///< of tables, by their keys
  };
  Before before() const;
  Before before_;
  std::optional<app::CardsInScoring> scoring_;  ///< holds the schemes while it lasts
  std::optional<app::CardsInCheck> checking_;   ///< so too
  app::ScoreOutcome scored_;
  std::size_t scored_at_first_ = 0;            ///< cards before tables handed in twice were left out
  std::vector<std::size_t> number_of_result_;  ///< in the order of the results
  std::map<std::size_t, std::unique_ptr<std::vector<model::Scorecard>>>
      changed_;  ///< cards scored by themselves
  std::map<std::string, model::Decision> decisions_;
  std::vector<Brought> brought_;
};

/// Puts the text into the card. `asked`: what 计算数据 of the row is to say, as it was scored last. L202 … of model/sound_card.h and
/// what the field itself asks for; nothing is changed then.
std::vector<diag::Diagnostic> put_edit(model::Scorecard& card, const std::optional<model::RowId>& row,
                                       const Edit& edit, const std::vector<scoring::AskedData>& asked,
                                       const rulebook::Language& language);

}  // namespace jiheng::web
