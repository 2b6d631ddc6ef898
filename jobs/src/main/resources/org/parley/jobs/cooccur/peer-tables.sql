-- What CooccurBench times Parley against: the same counts and measures, by DuckDB over the same Parquet files.
-- After this one, peer-sentence.sql and peer-article.sql: of the contexts that are asked for.

-- Ids, months and voices as numbers, as Parley has them. A slice is a month (0 is all) and a voice, and margins are joined
-- by one number for slice and entity: with the columns apart, DuckDB first joins all margins of a slice with each other.
CREATE TEMP TABLE entity AS
SELECT entity_id, CAST(row_number() OVER (ORDER BY entity_id) AS INTEGER) AS e
FROM (SELECT DISTINCT entity_id FROM read_parquet('$warehouse/mentions/*/*.parquet'));

CREATE TEMP TABLE article AS
SELECT
  article_id,
  CAST(row_number() OVER () AS INTEGER) AS article,
  CAST(dense_rank() OVER (ORDER BY text_id) AS INTEGER) AS text,
  CAST(dense_rank() OVER (ORDER BY cluster_id) AS INTEGER) AS cluster,
  CAST(dense_rank() OVER (ORDER BY source) AS INTEGER) AS outlet,
  CAST(published_at AS DATE) AS day,
  CAST(dense_rank() OVER (ORDER BY month) AS INTEGER) AS m,
  month,
  text_id,
  row_number() OVER (PARTITION BY cluster_id ORDER BY published_at NULLS LAST, article_id) = 1 AS counts
FROM read_parquet('$warehouse/articles/*/*.parquet', hive_partitioning = true, hive_types_autocast = false);

CREATE TEMP TABLE mention AS
SELECT DISTINCT article, sentence_index AS place, v, e
FROM (
  SELECT
    article, sentence_index,
    unnest([CASE voice WHEN 'narrator' THEN 0 WHEN 'quote' THEN 1 ELSE 2 END, 3]) AS v, e
  FROM read_parquet('$warehouse/mentions/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)
  JOIN article USING (article_id)
  JOIN entity USING (entity_id)
);

CREATE TEMP TABLE windows AS
WITH months AS (
  SELECT m, month, count(*) AS articles, sum(len(sentences)) AS sentences
  FROM article
  JOIN read_parquet('$warehouse/annotations/*.parquet') USING (text_id)
  WHERE counts
  GROUP BY m, month
)
FROM months
UNION ALL
SELECT 0, 'all', sum(articles), sum(sentences) FROM months;

CREATE TEMP MACRO slice(m, v) AS CAST(coalesce(m, 0) * 4 + v AS INTEGER);
CREATE TEMP MACRO key(slice, e) AS CAST(slice AS BIGINT) << 32 | e;

CREATE TEMP MACRO measured(n_ab, n_a, n_b, n) AS {
  'expected': n_a * n_b / n,
  'lift': n_ab * n / (n_a * n_b),
  'npmi': CASE WHEN n_ab = n THEN 1 ELSE ln(n_ab * n / (n_a * n_b)) / -ln(n_ab / n) END,
  'g2': (CASE WHEN n_ab >= n_a * n_b / n THEN 2 ELSE -2 END) * (
    n_ab * ln(n_ab * n / (n_a * n_b))
    + CASE WHEN n_a = n_ab THEN 0 ELSE (n_a - n_ab) * ln((n_a - n_ab) * n / (n_a * (n - n_b))) END
    + CASE WHEN n_b = n_ab THEN 0 ELSE (n_b - n_ab) * ln((n_b - n_ab) * n / (n_b * (n - n_a))) END
    + CASE WHEN n - n_a - n_b + n_ab = 0 THEN 0
      ELSE (n - n_a - n_b + n_ab) * ln((n - n_a - n_b + n_ab) * n / ((n - n_a) * (n - n_b))) END),
  'log_odds': ln((n_ab + 0.5) * (n - n_a - n_b + n_ab + 0.5) / ((n_a - n_ab + 0.5) * (n_b - n_ab + 0.5))),
  'log_odds_se': sqrt(1 / (n_ab + 0.5) + 1 / (n_a - n_ab + 0.5) + 1 / (n_b - n_ab + 0.5) + 1 / (n - n_a - n_b + n_ab + 0.5)),
  'jaccard': n_ab / (n_a + n_b - n_ab),
  'dice': 2 * n_ab / (n_a + n_b),
  't_score': (n_ab - n_a * n_b / n) / sqrt(n_ab)
};
