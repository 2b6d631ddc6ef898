-- Is every record accounted for: articles plus rejects, and texts annotated plus failed, by the tables themselves?
SELECT
  (SELECT count(*) FROM articles) AS articles,
  (SELECT count(*) FROM rejects WHERE stage = 'ingest') AS rejected_at_ingest,
  (SELECT count(DISTINCT text_id) FROM articles) AS distinct_texts,
  (SELECT count(DISTINCT text_id) FROM annotations) AS annotated_texts,
  (SELECT count(DISTINCT text_id) FROM document_status WHERE status = 'failed') AS failed_texts,
  (SELECT count(DISTINCT text_id) FROM document_status WHERE status = 'truncated') AS truncated_texts,
  (SELECT count(DISTINCT text_id) FROM document_status WHERE status = 'timeout') AS timed_out_texts;
