-- Where does everybody stand on each issue: how many holders for, against, of two minds, and how many are heard too rarely to say?
SELECT
  target_id AS issue,
  count(*) FILTER (WHERE verdict = 'favour') AS favour,
  count(*) FILTER (WHERE verdict = 'against') AS against,
  count(*) FILTER (WHERE verdict = 'mixed') AS mixed,
  count(*) FILTER (WHERE verdict = 'undecided') AS undecided,
  count(*) FILTER (WHERE verdict = 'insufficient') AS insufficient,
  sum(evidence_count) AS pieces_of_evidence
FROM stance_stats
WHERE target_kind = 'issue' AND month = 'all'
GROUP BY target_id
ORDER BY pieces_of_evidence DESC, issue;
