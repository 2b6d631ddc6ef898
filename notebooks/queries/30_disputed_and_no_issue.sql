-- What do holders take sides on that no issue covers? The widest first; `parley issues --suggest` writes them as YAML.
SELECT
  label,
  cluster_count AS texts,
  holder_count AS holders,
  favour_count AS favour,
  against_count AS against,
  len(target_ids) AS wordings,
  examples[1].evidence AS example
FROM open_targets
ORDER BY cluster_count DESC, holder_count DESC, group_id
LIMIT 40;
