-- The article context, after peer-tables.sql.
CREATE TEMP TABLE named AS SELECT DISTINCT article, v, e FROM mention;

CREATE TEMP TABLE margin AS
SELECT key(slice(m, v), e) AS slice_e, CAST(count(*) FILTER (counts) AS DOUBLE) AS n_e
FROM named JOIN article USING (article)
GROUP BY GROUPING SETS ((v, m, e), (v, e));

COPY (
  WITH summed AS (
    SELECT
      slice(m, v) AS slice, x.e AS a, y.e AS b,
      CAST(count(*) FILTER (counts) AS DOUBLE) AS n_ab,
      count(*) AS article_count,
      count(DISTINCT text) AS text_count,
      count(DISTINCT cluster) AS cluster_count,
      count(DISTINCT outlet) AS outlet_count,
      min(day) AS first_seen,
      max(day) AS last_seen
    FROM named x JOIN named y USING (article, v) JOIN article USING (article)
    WHERE x.e < y.e AND x.e % $parts = $part
    GROUP BY GROUPING SETS ((v, m, x.e, y.e), (v, x.e, y.e))
  )
  SELECT
    *,
    log_odds - 1.959963984540054 * log_odds_se AS ci_low,
    log_odds + 1.959963984540054 * log_odds_se AS ci_high
  FROM (
  SELECT
    summed.* EXCLUDE (a, b, slice), ['narrator', 'quote', 'caption', 'all'][slice % 4 + 1] AS voice, month,
    x.entity_id AS entity_a, y.entity_id AS entity_b,
    ma.n_e AS n_a, mb.n_e AS n_b, articles AS n,
    unnest(measured(n_ab, ma.n_e, mb.n_e, CAST(articles AS DOUBLE)))
  FROM summed
  JOIN margin ma ON (ma.slice_e = key(slice, a))
  JOIN margin mb ON (mb.slice_e = key(slice, b))
  JOIN windows ON (windows.m = slice // 4)
  JOIN entity x ON (x.e = a)
  JOIN entity y ON (y.e = b)
  WHERE n_ab >= $least
  )
) TO '$out/article/$part.parquet' (COMPRESSION zstd);
DROP TABLE margin;
DROP TABLE named;
