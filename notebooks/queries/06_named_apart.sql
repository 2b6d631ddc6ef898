-- Which much-named actors are kept apart: together in far fewer articles than their numbers would lead one to expect?
-- Each is named by five outlets, or else the local lists of one outlet come first; and neither name is part of the other,
-- or else a last name alone comes first that is somebody's beside it.
SELECT
  a.name AS actor_a,
  b.name AS actor_b,
  c.n_a AS articles_a,
  c.n_b AS articles_b,
  c.n_ab AS together,
  round(c.expected, 1) AS expected,
  round(c.log_odds, 2) AS log_odds,
  round(c.ci_high, 2) AS ci_high
FROM cooccurrence AS c
JOIN entities AS a ON a.entity_id = c.entity_a
JOIN entities AS b ON b.entity_id = c.entity_b
WHERE c.context = 'article'
  AND c.voice = 'all'
  AND c.month = 'all'
  AND NOT c.part_of
  AND c.expected >= 5
  AND c.ci_high < 0
  AND a.outlet_count >= 5
  AND b.outlet_count >= 5
  AND NOT contains(a.name, b.name)
  AND NOT contains(b.name, a.name)
ORDER BY c.ci_high, actor_a, actor_b
LIMIT 30;
