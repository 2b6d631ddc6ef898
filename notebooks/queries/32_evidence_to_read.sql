-- Is the sure evidence right? A hundred rows to hold against their texts, the same ones for everybody who draws them.
SELECT
  s.article_id,
  s.sentence_index,
  s.holder_id,
  s.target_id,
  s.polarity,
  s.confidence,
  s.frame,
  s.evidence
FROM stance_evidence AS s
WHERE s.confidence >= 0.8 AND s.polarity <> 0
ORDER BY md5(concat(s.article_id, ' ', s.sentence_index, ' ', s.holder_id, ' ', s.target_id)), s.time, s.begin
LIMIT 100;
