-- Who was suddenly in the news, when, and which headlines went with it?
SELECT
  e.name,
  b.begin_day,
  b.end_day,
  round(b.weight, 1) AS weight,
  b.article_count,
  list(DISTINCT a.title ORDER BY a.title)[1:3] AS headlines
FROM bursts AS b
JOIN entities AS e USING (entity_id)
LEFT JOIN mentions AS m USING (entity_id)
LEFT JOIN articles AS a
  ON a.article_id = m.article_id
  AND a.published_at::DATE BETWEEN b.begin_day AND b.end_day
GROUP BY e.name, b.entity_id, b.begin_day, b.end_day, b.weight, b.article_count
ORDER BY b.weight DESC, e.name, b.begin_day
LIMIT 20;
