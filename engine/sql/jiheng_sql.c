/* The functions of the extension, as PostgreSQL calls them. Takes their arguments, gives what libjiheng's C face gives.
   Nothing of C++ is called but through jiheng.h, which throws nothing and calls nothing of PostgreSQL: no error of the
   server jumps over a frame of C++. Rows that were scored are remembered behind the handle, one a backend. */
#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/numeric.h"

#include "jiheng.h"

/* What the server looks up by its name; all else is hidden. */
#pragma GCC visibility push(default)

PG_MODULE_MAGIC;

void _PG_init(void);

PG_FUNCTION_INFO_V1(sql_jiheng_parse);
PG_FUNCTION_INFO_V1(sql_jiheng_kind);
PG_FUNCTION_INFO_V1(sql_jiheng_low);
PG_FUNCTION_INFO_V1(sql_jiheng_high);
PG_FUNCTION_INFO_V1(sql_jiheng_status);
PG_FUNCTION_INFO_V1(sql_jiheng_score);
PG_FUNCTION_INFO_V1(sql_jiheng_findings);
PG_FUNCTION_INFO_V1(sql_jiheng_scheme_version);

#pragma GCC visibility pop

static jiheng_rules *opened = NULL;

/* A text of the C face as one of the server: copied, converted, without the line end. */
static char *taken(char *bytes) {
  char *copy;
  size_t length;

  if (bytes == NULL) return pstrdup("");
  copy = pstrdup(bytes);
  jiheng_free(bytes);
  length = strlen(copy);
  if (length > 0 && copy[length - 1] == '\n') copy[length - 1] = '\0';
  return pg_any_to_server(copy, strlen(copy), PG_UTF8);
}

static char *in_utf8(char *text) { return pg_server_to_any(text, strlen(text), PG_UTF8); }

static void refuse(const char *said) {
  ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("jiheng: %s", said)));
}

/* The rules that were installed with this version of the extension, and no others. */
static jiheng_rules *rules_opened(int level) {
  char share[MAXPGPATH];
  char *folder;
  char *said = NULL;

  if (opened != NULL) return opened;
  get_share_path(my_exec_path, share);
  folder = psprintf("%s/extension/jiheng-%s/rules", share, jiheng_version());
  if (jiheng_open(folder, &opened, &said) != JIHENG_DONE || opened == NULL)
    ereport(level, (errcode(ERRCODE_CONFIG_FILE_ERROR), errmsg("jiheng: %s", taken(said))));
  else
    jiheng_free(said);
  pfree(folder);
  return opened;
}

/* In shared_preload_libraries the rules are read once, for all backends. A server that has none starts all the same. */
void _PG_init(void) {
  if (process_shared_preload_libraries_in_progress) (void)rules_opened(WARNING);
}

static char *parsed(text *cell) {
  char *json = NULL;
  char *said = NULL;
  char *bytes = in_utf8(text_to_cstring(cell));

  if (jiheng_parse(rules_opened(ERROR), bytes, 0, 0, NULL, &json, &said) == JIHENG_NOT_DONE) refuse(taken(said));
  return taken(json);
}

static Datum jsonb_of(char *json) { return DirectFunctionCall1(jsonb_in, CStringGetDatum(json)); }

Datum sql_jiheng_parse(PG_FUNCTION_ARGS) { PG_RETURN_DATUM(jsonb_of(parsed(PG_GETARG_TEXT_PP(0)))); }

Datum sql_jiheng_kind(PG_FUNCTION_ARGS) {
  /* Quotes inside a text of JSON stand behind a backslash: this can only be the key. */
  static const char key[] = ",\"kind\":\"";
  char *json = parsed(PG_GETARG_TEXT_PP(0));
  char *kind = strstr(json, key);
  char *end = kind == NULL ? NULL : strchr(kind + sizeof key - 1, '"');

  if (end == NULL) elog(ERROR, "jiheng: no kind");
  kind += sizeof key - 1;
  PG_RETURN_TEXT_P(cstring_to_text_with_len(kind, end - kind));
}

/* The eight arguments of the functions about a row, in the order of jiheng_columns: one row of points. */
static jiheng_points *points_of(FunctionCallInfo fcinfo) {
  const char *cells[8];
  jiheng_columns columns;
  jiheng_points *points = NULL;
  char *said = NULL;
  int i;

  for (i = 0; i < 8; ++i) {
    if (i == 1) {
      cells[i] = psprintf("%d", PG_GETARG_INT32(i));
    } else if (i == 7) {
      cells[i] = DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(i)));
    } else {
      cells[i] = in_utf8(text_to_cstring(PG_GETARG_TEXT_PP(i)));
    }
  }
  columns.rows = 1;
  columns.scheme = &cells[0];
  columns.year = &cells[1];
  columns.level1 = &cells[2];
  columns.level2 = &cells[3];
  columns.name = &cells[4];
  columns.target = &cells[5];
  columns.actual = &cells[6];
  columns.marks = &cells[7];
  if (jiheng_score_rows(rules_opened(ERROR), &columns, &points, &said) == JIHENG_NOT_DONE) refuse(taken(said));
  return points;
}

/* Gives the points back; the row is refused where it has a problem. */
static char *cell_taken(jiheng_points *points, const char *cell) {
  char *copy = pstrdup(cell);
  char *problem = pstrdup(points->problem[0]);

  jiheng_free_points(points);
  if (problem[0] != '\0') refuse(pg_any_to_server(problem, strlen(problem), PG_UTF8));
  pfree(problem);
  return copy;
}

static Datum numeric_of(char *points) {
  return DirectFunctionCall3(numeric_in, CStringGetDatum(points), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

Datum sql_jiheng_low(PG_FUNCTION_ARGS) {
  jiheng_points *points = points_of(fcinfo);
  PG_RETURN_DATUM(numeric_of(cell_taken(points, points->low[0])));
}

Datum sql_jiheng_high(PG_FUNCTION_ARGS) {
  jiheng_points *points = points_of(fcinfo);
  PG_RETURN_DATUM(numeric_of(cell_taken(points, points->high[0])));
}

Datum sql_jiheng_status(PG_FUNCTION_ARGS) {
  jiheng_points *points = points_of(fcinfo);
  PG_RETURN_TEXT_P(cstring_to_text(cell_taken(points, points->status[0])));
}

static char *card_of(Jsonb *card) {
  return in_utf8(JsonbToCString(NULL, &card->root, VARSIZE(card)));
}

Datum sql_jiheng_score(PG_FUNCTION_ARGS) {
  char *card = card_of(PG_GETARG_JSONB_P(0));
  char *scheme = in_utf8(text_to_cstring(PG_GETARG_TEXT_PP(1)));
  jiheng_rules *rules = rules_opened(ERROR);
  char *json = NULL;
  char *said = NULL;

  if (jiheng_score(rules, card, scheme, &json, &said) == JIHENG_NOT_DONE) {
    jiheng_free(json);
    refuse(taken(said));
  }
  jiheng_free(said);
  PG_RETURN_DATUM(jsonb_of(taken(json)));
}

Datum sql_jiheng_findings(PG_FUNCTION_ARGS) {
  char *card = card_of(PG_GETARG_JSONB_P(0));
  jiheng_rules *rules = rules_opened(ERROR);
  char *json = NULL;
  char *said = NULL;

  if (jiheng_check(rules, card, NULL, &json, &said) == JIHENG_NOT_DONE) {
    jiheng_free(json);
    refuse(taken(said));
  }
  jiheng_free(said);
  PG_RETURN_DATUM(jsonb_of(taken(json)));
}

Datum sql_jiheng_scheme_version(PG_FUNCTION_ARGS) {
  (void)fcinfo;
  PG_RETURN_TEXT_P(cstring_to_text(jiheng_rules_version(rules_opened(ERROR))));
}
