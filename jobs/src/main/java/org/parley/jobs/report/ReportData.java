package org.parley.jobs.report;

import java.util.List;
import java.util.Map;

/**
 * What the page shows, as the scripts read it. Days are ISO dates or null, entities and issues are
 * named by their ids, measures have the units of the tables that they come from.
 *
 * @param corpus what was read
 * @param entities the entities and issues that the page names, the most mentioned first
 * @param pairs pairs of entities that share sentences, the best supported first
 * @param stances holders and targets, those with a verdict first
 * @param excerpts sentences that the pairs and stances point to
 * @param articles where the sentences stand
 * @param timeline mentions over time
 * @param bursts stretches of attention, the strongest first
 * @param agreements pairs of holders who took sides on the same targets
 * @param blocs groups of holders who agree more than they disagree, the largest first
 * @param left what the tables hold and the page leaves out
 */
record ReportData(
    Corpus corpus,
    List<Entity> entities,
    List<Pair> pairs,
    List<Stance> stances,
    List<Excerpt> excerpts,
    List<Article> articles,
    Timeline timeline,
    List<Burst> bursts,
    List<Agreement> agreements,
    List<List<String>> blocs,
    List<LeftOut> left) {

  /** Counts of records; {@code copies} are articles that nearly repeat an earlier one. */
  record Corpus(
      long articles,
      long texts,
      long clusters,
      long copies,
      String first,
      String last,
      long undated,
      List<Outlet> outlets,
      List<Count> languages,
      List<Reject> rejects,
      List<Count> statuses,
      List<Trouble> troubles) {}

  record Outlet(String name, long articles, String first, String last) {}

  record Count(String what, long count) {}

  /** Records that were rejected for one reason, with one of them as an example. */
  record Reject(String stage, String reason, long count, String example) {}

  /** An article that was not annotated whole. */
  record Trouble(String title, String source, String status, String reason) {}

  /** An entity, or an issue (type {@code issue}), of which the counts are 0. */
  record Entity(
      String id,
      String name,
      String type,
      long mentions,
      long articles,
      long clusters,
      long outlets,
      String community,
      double pagerank,
      String wikidata) {}

  /** Two entities in one sentence; {@code months} hold the same measures of single months. */
  record Pair(
      String a,
      String b,
      long n,
      double expected,
      double npmi,
      double g2,
      double odds,
      double low,
      double high,
      double q,
      boolean part,
      boolean backbone,
      long clusters,
      long outlets,
      String first,
      String last,
      List<List<Object>> months,
      List<Integer> excerpts) {}

  /** A holder's stance towards a target; {@code months} are month, score, low, high, texts. */
  record Stance(
      String holder,
      String target,
      String verdict,
      double score,
      double low,
      double high,
      double favour,
      long texts,
      long articles,
      long outlets,
      String first,
      String last,
      List<List<Object>> months,
      List<Evidence> evidence) {}

  /** A place that shows a stance: {@code begin} and {@code end} are offsets in the excerpt. */
  record Evidence(
      int excerpt,
      int begin,
      int end,
      int polarity,
      double score,
      double confidence,
      String channel,
      String time,
      boolean conditional,
      String frame) {}

  /** A sentence; {@code marks} are begin, end and entity of the mentions in it. */
  record Excerpt(int article, String text, List<List<Object>> marks) {}

  record Article(String title, String source, String url, String day) {}

  /**
   * Independent texts per stretch of time.
   *
   * @param unit day, week or month
   * @param begins first days of the stretches
   * @param all texts of the corpus in each
   * @param entities for an entity, its texts in each
   */
  record Timeline(
      String unit, List<String> begins, List<Long> all, Map<String, List<Long>> entities) {}

  record Burst(String entity, String begin, String end, double weight, long texts) {}

  record Agreement(String a, String b, long shared, long agree, long differ) {}

  /** How many rows of a kind there are and how many of them the page shows. */
  record LeftOut(String what, long shown, long all) {}
}
