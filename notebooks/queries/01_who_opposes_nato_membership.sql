-- Who opposes NATO membership for Ukraine, since when, in whose words, and in how many independent outlets?
-- One row a holder; a syndicated story counts once. The quotation is the surest piece of evidence.
SELECT
  coalesce(e.name, s.holder_id) AS holder,
  s.first_seen AS since,
  s.cluster_count AS independent_texts,
  s.outlet_count AS outlets,
  round(s.score, 2) AS score,
  round(s.ci_low, 2) AS ci_low,
  round(s.ci_high, 2) AS ci_high,
  s.top_evidence[1].source AS first_outlet,
  s.top_evidence[1].evidence AS words
FROM stance_stats AS s
LEFT JOIN entities AS e ON e.entity_id = s.holder_id
WHERE s.target_id = 'issue:nato_membership_ukraine'
  AND s.month = 'all'
  AND s.verdict = 'against'
ORDER BY s.cluster_count DESC, s.score, s.holder_id;
