-- Who is quoted most, by how many independent outlets, and in their own words or in paraphrase?
-- Copies of one story count once: the unit is the near-duplicate cluster.
SELECT
  e.name AS speaker,
  count(DISTINCT a.cluster_id) AS independent_texts,
  count(DISTINCT a.source) AS outlets,
  count(*) FILTER (WHERE q.kind = 'direct') AS direct,
  count(*) FILTER (WHERE q.kind = 'indirect') AS indirect,
  count(*) FILTER (WHERE q.kind = 'mixed') AS mixed
FROM quotes AS q
JOIN articles AS a USING (article_id)
JOIN entities AS e ON e.entity_id = q.speaker_id
GROUP BY e.entity_id, e.name
ORDER BY independent_texts DESC, speaker
LIMIT 30;
