-- Where does a government stand, if what its office holders and organs say counts as its own? And who of them spoke?
SELECT
  coalesce(e.name, r.group_id) AS government,
  r.target_id AS target,
  r.verdict,
  r.score,
  r.cluster_count AS texts,
  r.holders,
  r.top_evidence[1].evidence AS evidence
FROM stance_rollup AS r
LEFT JOIN entities AS e ON e.entity_id = r.group_id
WHERE r.unit = 'office'
ORDER BY r.cluster_count DESC, abs(r.score) DESC, r.group_id, r.target_id
LIMIT 40;
