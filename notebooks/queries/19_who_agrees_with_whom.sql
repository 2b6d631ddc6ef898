-- Who agrees with whom on what both have taken a side on, and who opposes whom?
SELECT
  coalesce(a.name, c.actor_a) AS actor_a,
  coalesce(b.name, c.actor_b) AS actor_b,
  c.shared_targets,
  c.congruence,
  c.conflict,
  c.net
FROM actor_congruence AS c
LEFT JOIN entities AS a ON a.entity_id = c.actor_a
LEFT JOIN entities AS b ON b.entity_id = c.actor_b
WHERE c.shared_targets >= 2
ORDER BY abs(c.net) DESC, c.shared_targets DESC, actor_a, actor_b
LIMIT 40;
