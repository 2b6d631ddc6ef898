-- Who is for or against what, since when, in how many independent texts, in whose words?
-- One row a holder and target, the best supported first, with its surest piece of evidence. Insufficient means that there
-- are too few independent texts for a verdict.
SELECT
  coalesce(h.name, s.holder_id) AS holder,
  s.verdict,
  coalesce(t.name, replace(replace(s.target_id, 'issue:', ''), '_', ' ')) AS target,
  s.score,
  s.cluster_count AS texts,
  s.outlet_count AS outlets,
  s.first_seen AS since,
  s.top_evidence[1].evidence AS evidence
FROM stance_stats s
LEFT JOIN entities h ON h.entity_id = s.holder_id
LEFT JOIN entities t ON t.entity_id = s.target_id
WHERE s.month = 'all'
ORDER BY s.cluster_count DESC, abs(s.score) DESC, s.holder_id, s.target_id
LIMIT 12;
