-- How did attention move: the share of articles that name an actor, month by month, for the ten most named?
WITH top AS (
  SELECT entity_id, name
  FROM entities
  ORDER BY cluster_count DESC, entity_id
  LIMIT 10
)
SELECT
  top.name,
  s.month,
  s.n_a AS articles,
  round(100 * s.share, 1) AS percent_of_articles,
  round(100 * (s.share - lag(s.share) OVER (PARTITION BY s.entity_id ORDER BY s.month)), 1) AS change
FROM entity_stats AS s
JOIN top USING (entity_id)
WHERE s.context = 'article' AND s.voice = 'all' AND s.month NOT IN ('all', 'unknown')
ORDER BY top.name, s.month;
