// engine/capi/jiheng.h: Jiheng for programs in C and whatever calls C. The library is libjiheng.so.
// Takes   texts of UTF-8, ended by a zero; a folder of rules (an installed tree has them in share/jiheng/rules).
// Gives   JSON as docs/json.md has it, the same bytes as the program; columns of texts. What a call hands out is the caller's,
//         to be given back by the function named beside it.
// Fails   by what it returns: JIHENG_DONE, JIHENG_FINDINGS, JIHENG_NOT_DONE, the exit codes of the program; `said` is then
//         what the program would say on standard error. Nothing is printed, thrown, or kept behind a handle.
// Units   points are decimal texts, attainment and deviation percent with two places.
// Inside  a handle may be used by any number of threads at once; it is closed when no call of it is under way. The folder of
//         rules stays as it is for as long.
// Source  docs/library.md
#ifndef JIHENG_H
#define JIHENG_H

#include <stddef.h>

#if defined(__GNUC__)
#define JIHENG_API __attribute__((visibility("default")))
#else
#define JIHENG_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

enum {
  JIHENG_DONE = 0,     /* nothing to report */
  JIHENG_FINDINGS = 1, /* done; an error was found, or a row could not be scored */
  JIHENG_NOT_DONE = 2 /* something could not be done: `said` says what; a JSON that is there holds the rest */
};

/* A folder of rules, opened. */
typedef struct jiheng_rules jiheng_rules;

/* Of the library ("0.2.0"), and of the rules ("2026-11"). They live as long as the library and the handle. */
JIHENG_API const char* jiheng_version(void);
JIHENG_API const char* jiheng_rules_version(const jiheng_rules* rules);

/* *rules is NULL where it could not be opened. */
JIHENG_API int jiheng_open(const char* folder, jiheng_rules** rules, char** said);
JIHENG_API void jiheng_close(jiheng_rules* rules);

/* Every text a call hands out goes back through this; NULL is none. */
JIHENG_API void jiheng_free(char* text);

/* One cell as one JSON object: what `jiheng parse --format jsonl` prints, without the line end. year 0: not known; actual: not
   0 for an actual value, 0 for a target; level2 (二级指标) may be NULL. A cell that cannot be read is a reading too. */
JIHENG_API int jiheng_parse(jiheng_rules* rules, const char* text, int year, int actual, const char* level2,
                            char** json, char** said);

/* A scorecard as JSON, its keys those of docs/scorecard.md; several under 自评表. What `jiheng score - --format json` and
   `jiheng check - --format json` print for it. scheme goes before what the card names; NULL or "": its own. */
JIHENG_API int jiheng_score(jiheng_rules* rules, const char* card, const char* scheme, char** json,
                            char** said);
JIHENG_API int jiheng_check(jiheng_rules* rules, const char* card, const char* scheme, char** json,
                            char** said);

/* Rows of indicators by their columns, each of `rows` texts. A column that is NULL, and a text that is, is blank. */
typedef struct jiheng_columns {
  size_t rows;
  const char* const* scheme;
  const char* const* year;
  const char* const* level1;
  const char* const* level2;
  const char* const* name;
  const char* const* target;
  const char* const* actual;
  const char* const* marks;
} jiheng_columns;

/* What they earn, row by row; "" where there is nothing to say. status is met, missed or undetermined. A row with a problem
   has that alone: it is no row, or what it earns is decided by the rest of its card as well. */
typedef struct jiheng_points {
  size_t rows;
  const char* const* low;
  const char* const* high;
  const char* const* status;
  const char* const* attainment;
  const char* const* deviation;
  const char* const* rule;
  const char* const* problem;
} jiheng_points;

/* What `jiheng bulk` gives the same rows. *points is NULL where it could not be done; it goes back through
   jiheng_free_points(). Rows of the same cells are scored once. JIHENG_FINDINGS: a row has a problem. */
JIHENG_API int jiheng_score_rows(jiheng_rules* rules, const jiheng_columns* columns, jiheng_points** points,
                                 char** said);
JIHENG_API void jiheng_free_points(jiheng_points* points);

#ifdef __cplusplus
}
#endif
#endif
