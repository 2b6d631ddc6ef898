-- Which pairs were named together for the first time in the last month of the corpus, in at least two independent texts?
WITH last_day AS (
  SELECT max(last_seen) AS day
  FROM cooccurrence
  WHERE context = 'article' AND voice = 'all' AND month = 'all'
)
SELECT
  c.first_seen,
  a.name AS entity_a,
  b.name AS entity_b,
  c.cluster_count AS independent_texts,
  c.outlet_count AS outlets
FROM cooccurrence AS c
CROSS JOIN last_day
JOIN entities AS a ON a.entity_id = c.entity_a
JOIN entities AS b ON b.entity_id = c.entity_b
WHERE c.context = 'article'
  AND c.voice = 'all'
  AND c.month = 'all'
  AND NOT c.part_of
  AND c.first_seen > last_day.day - INTERVAL 30 DAY
  AND c.cluster_count >= 2
ORDER BY c.first_seen DESC, c.cluster_count DESC, a.name, b.name
LIMIT 50;
