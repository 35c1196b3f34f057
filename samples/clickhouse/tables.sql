CREATE TABLE indicator (`编号` String, `名称` String, `年度` UInt16, `方案` String, `单位名称` String, `一级指标` String,
  `二级指标` String, `三级指标` String, `目标` String, `完成` String, `分值` String) ENGINE = MergeTree() PARTITION BY `年度`
  ORDER BY (`单位名称`, `编号`);
CREATE TABLE scored (`编号` String, `名称` String, `年度` UInt16, `方案` String, `单位名称` String, `一级指标` String,
  `二级指标` String, `三级指标` String, `目标` String, `完成` String, `分值` String, `得分` String, `最低得分` String,
  `最高得分` String, `结论` String, `完成率` String, `偏离度` String, `规则` String) ENGINE = MergeTree() PARTITION BY `年度`
  ORDER BY (`单位名称`, `编号`)
