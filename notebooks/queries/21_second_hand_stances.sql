-- Which stances rest on what others say: who ascribes a view to whom, and does the holder say so too?
SELECT
  coalesce(e.name, s.holder_id) AS holder,
  s.target_id AS target,
  count(*) FILTER (WHERE s.channel IN ('direct', 'indirect')) AS own_words,
  count(*) FILTER (WHERE s.channel = 'third_party') AS ascribed,
  count(*) FILTER (WHERE s.channel = 'act') AS shown_by_acts,
  count(*) FILTER (WHERE s.channel = 'inferred') AS inferred,
  list(DISTINCT s.source_chain[1] ORDER BY s.source_chain[1]) FILTER (WHERE s.channel = 'third_party') AS ascribed_by
FROM stance_evidence AS s
LEFT JOIN entities AS e ON e.entity_id = s.holder_id
GROUP BY holder, target
HAVING count(*) FILTER (WHERE s.channel = 'third_party') > 0
ORDER BY ascribed DESC, own_words, holder, target
LIMIT 40;
