-- Who is talked about but hardly ever heard: many mentions, few quotations of their own?
WITH heard AS (
  SELECT speaker_id AS entity_id, count(DISTINCT article_id) AS articles_heard
  FROM quotes
  WHERE speaker_id IS NOT NULL
  GROUP BY speaker_id
)
SELECT
  e.name,
  e.type,
  e.article_count AS articles_named,
  coalesce(h.articles_heard, 0) AS articles_heard,
  round(coalesce(h.articles_heard, 0) / e.article_count, 2) AS heard_share
FROM entities AS e
LEFT JOIN heard AS h USING (entity_id)
WHERE e.type IN ('person', 'organization', 'country') AND e.article_count >= 5
ORDER BY heard_share, e.article_count DESC, e.name
LIMIT 30;
