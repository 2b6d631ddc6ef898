-- Who gets to speak in each outlet: named people, roles, groups or anonymous sources?
SELECT
  coalesce(a.source, 'unknown') AS outlet,
  count(*) AS quotations,
  round(100.0 * count(*) FILTER (WHERE q.speaker_class = 'named') / count(*), 1) AS named_percent,
  round(100.0 * count(*) FILTER (WHERE q.speaker_class = 'role') / count(*), 1) AS role_percent,
  round(100.0 * count(*) FILTER (WHERE q.speaker_class = 'group') / count(*), 1) AS group_percent,
  round(100.0 * count(*) FILTER (WHERE q.speaker_class = 'anonymous') / count(*), 1) AS anonymous_percent,
  round(100.0 * count(*) FILTER (WHERE q.kind = 'direct') / count(*), 1) AS direct_percent
FROM quotes AS q
JOIN articles AS a USING (article_id)
GROUP BY outlet
ORDER BY quotations DESC, outlet;
