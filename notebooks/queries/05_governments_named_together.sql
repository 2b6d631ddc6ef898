-- Which governments are named in one sentence more often than chance explains, after correction for the many pairs that were tested?
-- At least three independent texts of two outlets, or else a list of far countries in one text comes first.
-- npmi tells how strong, q_value how unlikely under chance, independent_texts how broad the base is.
SELECT
  a.name AS country_a,
  b.name AS country_b,
  c.n_ab AS sentences,
  round(c.expected, 1) AS expected,
  round(c.npmi, 2) AS npmi,
  c.q_value,
  c.cluster_count AS independent_texts,
  c.outlet_count AS outlets
FROM cooccurrence AS c
JOIN entities AS a ON a.entity_id = c.entity_a AND a.type = 'country'
JOIN entities AS b ON b.entity_id = c.entity_b AND b.type = 'country'
WHERE c.context = 'sentence'
  AND c.voice = 'all'
  AND c.month = 'all'
  AND NOT c.part_of
  AND c.n_ab > c.expected
  AND c.q_value < 0.01
  AND c.cluster_count > 2
  AND c.outlet_count > 1
ORDER BY c.npmi DESC, c.n_ab DESC, country_a, country_b
LIMIT 30;
