-- Which pairs came closer, or drifted apart, from one month in which they were named together to the next?
-- The change of their log odds with its 95% interval; pairs of at least three independent texts in both months.
WITH months AS (
  SELECT
    entity_a,
    entity_b,
    month,
    n_ab,
    log_odds,
    log_odds_se,
    lag(month) OVER pair AS month_before,
    lag(n_ab) OVER pair AS n_ab_before,
    lag(log_odds) OVER pair AS log_odds_before,
    lag(log_odds_se) OVER pair AS se_before
  FROM cooccurrence
  WHERE context = 'sentence'
    AND voice = 'all'
    AND month NOT IN ('all', 'unknown')
    AND NOT part_of
    AND cluster_count > 2
  WINDOW pair AS (PARTITION BY entity_a, entity_b ORDER BY month)
),
changes AS (
  SELECT *, log_odds - log_odds_before AS change, sqrt(log_odds_se * log_odds_se + se_before * se_before) AS se
  FROM months
  WHERE month_before IS NOT NULL
)
SELECT
  a.name AS actor_a,
  b.name AS actor_b,
  c.month_before,
  c.month,
  c.n_ab_before AS sentences_before,
  c.n_ab AS sentences,
  round(c.change, 2) AS change,
  round(c.change - 1.96 * c.se, 2) AS ci_low,
  round(c.change + 1.96 * c.se, 2) AS ci_high
FROM changes AS c
JOIN entities AS a ON a.entity_id = c.entity_a
JOIN entities AS b ON b.entity_id = c.entity_b
WHERE abs(c.change) > 1.96 * c.se
ORDER BY abs(c.change) / c.se DESC, actor_a, actor_b
LIMIT 30;
