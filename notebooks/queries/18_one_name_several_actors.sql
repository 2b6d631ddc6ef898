-- Which words stand for different actors in different places (a capital as city and as government, a family name)?
SELECT
  a.alias,
  count(DISTINCT a.entity_id) AS actors,
  sum(a.count) AS uses,
  string_agg(e.name || ' (' || a.count || ', ' || a.rule || ')', '; ' ORDER BY a.count DESC, e.name, a.rule) AS meanings
FROM entity_aliases AS a
JOIN entities AS e USING (entity_id)
GROUP BY a.alias
HAVING count(DISTINCT a.entity_id) > 1
ORDER BY uses DESC, a.alias
LIMIT 40;
