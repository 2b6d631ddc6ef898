-- Who is named together in a sentence more than chance explains?
-- Sorted by the lower end of the interval of the log odds ratio, so that a strong pair with little to show for it does
-- not come first; only pairs of two or more independent texts and outlets. Parts of each other (a president and his
-- country) are left out; near-duplicate texts count once.
SELECT
  coalesce(a.name, c.entity_a) AS one,
  coalesce(b.name, c.entity_b) AS other,
  c.n_ab AS sentences,
  c.expected,
  c.log_odds,
  c.ci_low,
  c.ci_high,
  c.q_value,
  c.outlet_count AS outlets
FROM cooccurrence c
LEFT JOIN entities a ON a.entity_id = c.entity_a
LEFT JOIN entities b ON b.entity_id = c.entity_b
WHERE c.context = 'sentence' AND c.month = 'all' AND c.voice = 'all' AND c.q_value < 0.05 AND c.cluster_count > 1
  AND c.outlet_count > 1
  AND NOT c.part_of
ORDER BY c.ci_low DESC, c.entity_a, c.entity_b
LIMIT 10;
