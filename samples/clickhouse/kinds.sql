SELECT dictGetString('jiheng_kind', 'kind', tuple(`目标`)) AS `种类`, count() AS `个数`, min(`目标`) AS `如`
FROM indicator GROUP BY `种类` ORDER BY `个数` DESC, `种类`
