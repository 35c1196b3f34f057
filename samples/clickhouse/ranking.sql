SELECT `单位名称`, uniqExact(`编号`) AS `表数`,
       toDecimal64(100, 2) * sum(toDecimal64(`最低得分`, 2)) / sum(toDecimal64(`分值`, 2)) AS `最低得分率`,
       toDecimal64(100, 2) * sum(toDecimal64(`最高得分`, 2)) / sum(toDecimal64(`分值`, 2)) AS `最高得分率`
FROM scored WHERE `三级指标` != '' GROUP BY `单位名称` ORDER BY `最低得分率` DESC, `单位名称`
