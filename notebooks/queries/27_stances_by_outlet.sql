-- Which outlet shows a holder how? Score and texts outlet by outlet, where at least two outlets show a stance.
SELECT
  coalesce(e.name, b.holder_id) AS holder,
  b.target_id AS target,
  b.value AS outlet,
  b.score,
  b.ci_low,
  b.ci_high,
  b.cluster_count AS texts,
  b.top_evidence[1].evidence AS evidence
FROM stance_breakdown AS b
LEFT JOIN entities AS e ON e.entity_id = b.holder_id
WHERE b.dimension = 'outlet'
QUALIFY count(*) OVER (PARTITION BY b.holder_id, b.target_id) > 1
ORDER BY holder, target, b.score DESC, outlet
LIMIT 60;
