-- On which stances do outlets disagree: one shows a holder in favour, another the same holder against?
WITH by_outlet AS (
  SELECT
    s.holder_id,
    s.target_id,
    a.source,
    sum(s.polarity * s.confidence) AS balance,
    count(DISTINCT a.cluster_id) AS texts
  FROM stance_evidence AS s
  JOIN articles AS a USING (article_id)
  WHERE s.time = 'now' AND s.polarity <> 0 AND a.source IS NOT NULL
  GROUP BY s.holder_id, s.target_id, a.source
)
SELECT
  holder_id AS holder,
  target_id AS target,
  list(source ORDER BY source) FILTER (WHERE balance > 0) AS shown_in_favour_by,
  list(source ORDER BY source) FILTER (WHERE balance < 0) AS shown_against_by,
  sum(texts) AS texts
FROM by_outlet
GROUP BY holder_id, target_id
HAVING count(*) FILTER (WHERE balance > 0) > 0 AND count(*) FILTER (WHERE balance < 0) > 0
ORDER BY texts DESC, holder, target
LIMIT 30;
