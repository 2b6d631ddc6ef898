-- Which stances do articles themselves call past ("earlier", "had demanded"), and what does the same holder say now?
SELECT
  past.holder_id AS holder,
  past.target_id AS target,
  past.polarity AS polarity_then,
  past.evidence AS words_then,
  present.polarity AS polarity_now,
  present.evidence AS words_now,
  past.article_id
FROM stance_evidence AS past
JOIN stance_evidence AS present
  ON present.article_id = past.article_id
  AND present.holder_id = past.holder_id
  AND present.target_id = past.target_id
WHERE past.time = 'past'
  AND present.time = 'now'
  AND past.polarity * present.polarity <= 0
  AND past.polarity <> 0
ORDER BY past.confidence * present.confidence DESC, past.article_id, past.begin, present.begin
LIMIT 50;
