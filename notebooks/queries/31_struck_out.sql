-- Which rows of evidence has a person struck out, and what do they say?
SELECT
  s.article_id,
  s.sentence_index,
  s.holder_id,
  s.target_id,
  s.polarity,
  s.evidence
FROM stance_evidence AS s
WHERE s.struck
ORDER BY s.article_id, s.sentence_index, s.begin, s.holder_id, s.target_id
LIMIT 100;
