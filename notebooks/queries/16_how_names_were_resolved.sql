-- Which words stand for an actor, by which rule, how often and how surely? Here: the forms of the ten most named actors.
WITH top AS (
  SELECT entity_id, name
  FROM entities
  ORDER BY mention_count DESC, entity_id
  LIMIT 10
)
SELECT top.name, a.alias, a.rule, a.count, round(a.mean_confidence, 2) AS mean_confidence
FROM entity_aliases AS a
JOIN top USING (entity_id)
ORDER BY top.name, a.count DESC, a.alias, a.rule;
