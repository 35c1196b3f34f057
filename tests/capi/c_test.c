/* jiheng.h from C: what a program does with it that links libjiheng.so. Argument: a folder of rules. */
#include <jiheng.h>
#include <stdio.h>
#include <string.h>

static int failed = 0;

static void expect(int holds, const char *what) {
  if (holds) return;
  failed = 1;
  printf("failed: %s\n", what);
}

static const char *const kCard =
    "{\"类型\":\"项目\",\"编号\":\"p1\",\"年度\":2023,\"方案\":\"national-2020\",\"项目名称\":\"技能培训\","
    "\"预算\":{\"单位\":\"万元\",\"预算数\":100,\"执行数\":80},\"绩效指标\":["
    "{\"一级\":\"产出指标\",\"二级\":\"数量指标\",\"三级\":\"培训人数\",\"目标\":\"≥100人\",\"完成\":\"120人\",\"分值\":50},"
    "{\"一级\":\"满意度指标\",\"三级\":\"学员满意度\",\"目标\":\"≥90%\",\"完成\":\"81%\",\"分值\":40}]}";

int main(int argc, char **argv) {
  jiheng_rules *rules = NULL;
  char *json = NULL;
  char *said = NULL;
  jiheng_points *points = NULL;
  const char *const scheme[] = {"national-2020", "national-2020"};
  const char *const year[] = {"2023", NULL};
  const char *const level1[] = {"满意度指标", "产出指标"};
  const char *const name[] = {"学员满意度", "培训人数"};
  const char *const target[] = {"≥90%", "≥100人"};
  const char *const actual[] = {"81%", "120人"};
  const char *const marks[] = {"40", "五分"};
  jiheng_columns columns;

  if (argc != 2) return 2;
  expect(jiheng_open("/no/such/folder", &rules, &said) == JIHENG_NOT_DONE && rules == NULL && said != NULL,
         "a folder that is not there is said");
  jiheng_free(said);
  expect(jiheng_open(argv[1], &rules, &said) == JIHENG_DONE && said == NULL, "open");
  if (rules == NULL) return 1;
  expect(strcmp(jiheng_version(), "0.2.0") == 0, "version");
  expect(strlen(jiheng_rules_version(rules)) == strlen("2026-11"), "version of the rules");

  expect(jiheng_parse(rules, "≥96%", 0, 0, NULL, &json, NULL) == JIHENG_DONE, "parse");
  expect(json != NULL && strstr(json, "\"op\":\">=\",\"value\":\"96\"") != NULL, "a reading");
  jiheng_free(json);

  /* 10 points x 80% = 8, met: 50, 81/90 of 40 = 36 */
  expect(jiheng_score(rules, kCard, NULL, &json, &said) == JIHENG_DONE && said == NULL, "score");
  expect(json != NULL && strstr(json, "\"total\": \"94.00\"") != NULL, "a total");
  jiheng_free(json);
  expect(jiheng_check(rules, kCard, NULL, &json, &said) == JIHENG_DONE && said == NULL, "check");
  expect(json != NULL && strstr(json, "\"findings\"") != NULL, "findings");
  jiheng_free(json);
  expect(jiheng_score(rules, "{\"a\"", "", &json, &said) == JIHENG_NOT_DONE && json == NULL && said != NULL,
         "what is no card is said");
  jiheng_free(said);

  memset(&columns, 0, sizeof columns);
  columns.rows = 2;
  columns.scheme = scheme;
  columns.year = year;
  columns.level1 = level1;
  columns.name = name;
  columns.target = target;
  columns.actual = actual;
  columns.marks = marks;
  expect(jiheng_score_rows(rules, &columns, &points, &said) == JIHENG_FINDINGS && said == NULL, "score rows");
  if (points != NULL && points->rows == 2) {
    expect(strcmp(points->low[0], "36.00") == 0 && strcmp(points->high[0], "36.00") == 0, "points");
    expect(strcmp(points->status[0], "missed") == 0 && strcmp(points->rule[0], "N2") == 0, "status, rule");
    expect(strcmp(points->attainment[0], "90.00") == 0 && strcmp(points->deviation[0], "-10.00") == 0, "rates");
    expect(points->problem[0][0] == '\0' && points->problem[1][0] != '\0' && points->low[1][0] == '\0', "a bad row");
  } else {
    expect(0, "two rows");
  }
  jiheng_free_points(points);
  jiheng_free_points(NULL);
  jiheng_close(rules);
  printf(failed ? "failed\n" : "ok\n");
  return failed;
}
