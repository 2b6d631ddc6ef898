-- Which pairs stand out: strong, sure, and named together in many texts of several outlets?
-- Sorted by the lower end of the interval, which needs no minimum count of its own; but without one of texts and outlets, a
-- spokesman and his house, or a list under every article of one outlet, come first. Names that hold each other are left out.
SELECT
  a.name AS one,
  b.name AS other,
  c.n_ab AS sentences,
  round(c.expected, 1) AS expected,
  round(c.log_odds, 2) AS log_odds,
  round(c.ci_low, 2) AS ci_low,
  round(c.ci_high, 2) AS ci_high,
  c.q_value,
  c.cluster_count AS independent_texts,
  c.outlet_count AS outlets,
  c.first_seen,
  c.last_seen
FROM cooccurrence AS c
JOIN entities AS a ON a.entity_id = c.entity_a
JOIN entities AS b ON b.entity_id = c.entity_b
WHERE c.context = 'sentence'
  AND c.voice = 'all'
  AND c.month = 'all'
  AND NOT c.part_of
  AND c.q_value < 0.05
  AND c.cluster_count >= 5
  AND c.outlet_count > 2
  AND NOT contains(a.name, b.name)
  AND NOT contains(b.name, a.name)
ORDER BY c.ci_low DESC, one, other
LIMIT 30;
