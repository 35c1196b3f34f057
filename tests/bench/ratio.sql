-- The regular expression and the ratio alone in DuckDB, as ratio.awk: rows.csv of the working folder -> duckdb.csv.
COPY (
  WITH cells AS (
    SELECT *,
      regexp_extract(目标, '^(≥|≤|不高于|)([0-9.]+)(.*)$', ['sign', 'number', 'unit']) AS t,
      regexp_extract(完成, '^(≥|≤|不高于|)([0-9.]+)(.*)$', ['sign', 'number', 'unit']) AS a
    FROM read_csv('rows.csv', all_varchar = true)),
  numbers AS (
    SELECT *, try_cast(t.number AS DOUBLE) AS target, try_cast(a.number AS DOUBLE) AS actual,
      try_cast(分值 AS DOUBLE) AS marks FROM cells)
  SELECT * EXCLUDE (t, a, target, actual, marks),
    CASE WHEN 行 <> '指标' OR t.unit <> a.unit OR target IS NULL OR actual IS NULL THEN NULL
         WHEN t.sign IN ('≤', '不高于') THEN round(marks * least(1, target / nullif(actual, 0)), 2)
         ELSE round(marks * least(1, actual / nullif(target, 0)), 2) END AS 得分
  FROM numbers
) TO 'duckdb.csv' (HEADER);
