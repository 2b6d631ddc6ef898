-- Who changed sides from one month to a later one, and how sure is that?
-- Only pairs of months whose 95% intervals do not overlap, so that a change is more than noise.
WITH monthly AS (
  SELECT holder_id, target_id, month, score, ci_low, ci_high, cluster_count
  FROM stance_stats
  WHERE month NOT IN ('all', 'unknown')
)
SELECT
  coalesce(e.name, before.holder_id) AS holder,
  before.target_id AS target,
  before.month AS from_month,
  round(before.score, 2) AS from_score,
  after.month AS to_month,
  round(after.score, 2) AS to_score,
  before.cluster_count + after.cluster_count AS independent_texts
FROM monthly AS before
JOIN monthly AS after
  ON after.holder_id = before.holder_id
  AND after.target_id = before.target_id
  AND after.month > before.month
LEFT JOIN entities AS e ON e.entity_id = before.holder_id
WHERE before.score * after.score < 0
  AND (before.ci_high < after.ci_low OR after.ci_high < before.ci_low)
ORDER BY abs(after.score - before.score) DESC, holder, target, from_month, to_month;
