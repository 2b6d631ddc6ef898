-- What did not get into the corpus, at which stage, why, and in which file is the first of them?
SELECT
  stage,
  reason,
  count(*) AS records,
  count(DISTINCT input_uri) AS files,
  min(input_uri) AS for_example,
  any_value(detail) AS detail
FROM rejects
GROUP BY stage, reason
ORDER BY records DESC, stage, reason;
