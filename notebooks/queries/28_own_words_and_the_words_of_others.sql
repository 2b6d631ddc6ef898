-- Does what a holder says himself differ from what he does, and from what others say of him? One column a channel; and what he held before.
SELECT
  coalesce(e.name, b.holder_id) AS holder,
  b.target_id AS target,
  max(b.score) FILTER (WHERE b.value = 'direct') AS own_words,
  max(b.score) FILTER (WHERE b.value = 'indirect') AS reported,
  max(b.score) FILTER (WHERE b.value = 'act') AS acts,
  max(b.score) FILTER (WHERE b.value = 'third_party') AS others_say,
  max(b.score) FILTER (WHERE b.value = 'past') AS before,
  max(b.score) FILTER (WHERE b.value = 'now') AS now
FROM stance_breakdown AS b
LEFT JOIN entities AS e ON e.entity_id = b.holder_id
WHERE b.dimension IN ('channel', 'time')
GROUP BY holder, target
HAVING count(*) FILTER (WHERE b.dimension = 'channel') > 1
ORDER BY holder, target
LIMIT 60;
