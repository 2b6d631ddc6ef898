-- What became of every document? Records read are articles and rejects; distinct texts are annotated or lost.
SELECT stage, what, n
FROM (
  SELECT 1 AS place, 'ingest' AS stage, 'articles' AS what, count(*) AS n FROM articles
  UNION ALL
  SELECT 2, stage, 'rejected: ' || reason, count(*) FROM rejects GROUP BY stage, reason
  UNION ALL
  SELECT 3, 'ingest', 'distinct texts', count(DISTINCT text_id) FROM articles
  UNION ALL
  SELECT 4, stage, 'texts ' || status, count(*) FROM document_status GROUP BY stage, status
)
ORDER BY place, n DESC, what;
