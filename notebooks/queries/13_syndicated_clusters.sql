-- Which stories were printed by several outlets, and who printed them first?
SELECT
  cluster_id,
  count(*) AS copies,
  count(DISTINCT source) AS outlets,
  count(DISTINCT text_id) AS edited_versions,
  min(published_at) AS first_printed,
  arg_min(source, published_at) AS first_outlet,
  arg_min(title, published_at) AS first_title,
  list(DISTINCT source ORDER BY source) AS printed_by
FROM articles
GROUP BY cluster_id
HAVING count(*) > 1
ORDER BY copies DESC, cluster_id
LIMIT 30;
