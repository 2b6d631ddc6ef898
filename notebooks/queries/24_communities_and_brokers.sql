-- Which camps does the network of names fall into, and who stands in the middle of each?
SELECT
  n.community,
  count(*) AS members,
  round(sum(n.pagerank), 3) AS share_of_attention,
  list(e.name ORDER BY n.pagerank DESC, e.name)[1:8] AS most_central
FROM entity_network AS n
JOIN entities AS e USING (entity_id)
GROUP BY n.community
HAVING count(*) >= 3
ORDER BY share_of_attention DESC, n.community;
