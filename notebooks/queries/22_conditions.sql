-- What would they accept, and on what condition? Stances that hold only if something else happens.
SELECT
  a.published_at,
  a.source AS outlet,
  coalesce(e.name, s.holder_id) AS holder,
  s.target_id AS target,
  CASE s.polarity WHEN 1 THEN 'for' WHEN -1 THEN 'against' ELSE 'undecided' END AS side,
  s.evidence
FROM stance_evidence AS s
JOIN articles AS a USING (article_id)
LEFT JOIN entities AS e ON e.entity_id = s.holder_id
WHERE s.conditional
ORDER BY a.published_at DESC NULLS LAST, s.article_id, s.begin
LIMIT 50;
