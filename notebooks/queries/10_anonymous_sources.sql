-- What do unnamed sources say, about whom, and in which outlet?
SELECT
  a.source AS outlet,
  a.published_at,
  a.title,
  q.speaker_text,
  q.text AS what_they_said,
  list(DISTINCT e.name ORDER BY e.name) AS about
FROM quotes AS q
JOIN articles AS a USING (article_id)
LEFT JOIN mentions AS m ON m.article_id = q.article_id AND m.quote_index = q.quote_index
LEFT JOIN entities AS e USING (entity_id)
WHERE q.speaker_class = 'anonymous'
GROUP BY a.source, a.published_at, a.title, q.article_id, q.quote_index, q.speaker_text, q.text
ORDER BY a.published_at DESC NULLS LAST, q.article_id, q.quote_index
LIMIT 50;
