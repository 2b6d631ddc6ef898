-- Whose tie is it: which pairs are linked by the journalists, and which only by the people they quote?
-- The share of quotes is that of sentences with both which lie inside quotations.
SELECT
  a.name AS entity_a,
  b.name AS entity_b,
  sum(c.n_ab) FILTER (WHERE c.voice = 'narrator') AS by_narrator,
  sum(c.n_ab) FILTER (WHERE c.voice = 'quote') AS in_quotes,
  sum(c.n_ab) FILTER (WHERE c.voice = 'caption') AS in_captions,
  round(
    coalesce(sum(c.n_ab) FILTER (WHERE c.voice = 'quote'), 0)
      / nullif(sum(c.n_ab) FILTER (WHERE c.voice IN ('narrator', 'quote')), 0), 2) AS quote_share
FROM cooccurrence AS c
JOIN entities AS a ON a.entity_id = c.entity_a
JOIN entities AS b ON b.entity_id = c.entity_b
WHERE c.context = 'sentence' AND c.month = 'all' AND c.voice <> 'all'
GROUP BY a.name, b.name
HAVING sum(c.n_ab) >= 5
ORDER BY quote_share DESC NULLS LAST, in_quotes DESC NULLS LAST, a.name, b.name
LIMIT 40;
