-- Where would an hour of checking pay most: which forms are frequent and were resolved with little confidence?
SELECT
  a.alias,
  e.name AS resolved_to,
  a.rule,
  a.count,
  round(a.mean_confidence, 2) AS mean_confidence,
  round(a.count * (1 - a.mean_confidence), 1) AS expected_errors
FROM entity_aliases AS a
JOIN entities AS e USING (entity_id)
ORDER BY expected_errors DESC, a.alias, resolved_to
LIMIT 40;
