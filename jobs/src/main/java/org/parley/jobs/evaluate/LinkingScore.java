package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.entity.Entity;
import org.parley.entity.Gazetteer;
import org.parley.entity.Mention;

/**
 * How well mentions are linked. A link is a mention of a known entity; it is right where a label
 * has its bounds (an article aside) and its entity. Bounds of the labels' window limit both sides.
 *
 * <p>An entity with a Wikidata id is compared by that, one without by name: one of its own, which
 * for an entity of the dictionary is any form that leads to its page, or, where nobody knows it,
 * one that the text gives it.
 */
final class LinkingScore {
  /** What kind of expression a label stands on. */
  enum Kind {
    NAME,
    /** "the company", which takes up a name, and mentions by role or group. */
    NOMINAL,
    PRONOUN,
    /** "oncology", "lawyer": common words that the gold data links too. */
    CONCEPT
  }

  /**
   * A gold label.
   *
   * @param begin offset of its first character
   * @param end offset after its last
   * @param wikidataId its entity, or null where no known one is meant
   * @param name the entity's name
   * @param kind what it stands on
   * @param optional whether a system may leave it out
   */
  record Label(int begin, int end, String wikidataId, String name, Kind kind, boolean optional) {
    boolean isKnown() {
      return wikidataId != null;
    }
  }

  /** What was said of a mention. */
  enum Verdict {
    RIGHT,
    /** Another entity than the label's, or an entity where the label says that there is none. */
    WRONG,
    /** There is no label of these bounds. */
    UNLABELLED,
    /** A name that is no known entity's: no link. */
    UNKNOWN
  }

  /** A mention with its entity. */
  record Linked(Mention mention, Entity entity, boolean known) {}

  /** A mention, the label that it was compared with (null where there is none), and the verdict. */
  record Judged(Linked linked, Label label, Verdict verdict) {}

  private static final Set<String> PRONOUNS =
      Set.of(
          ("i me my mine myself you your yours yourself he him his himself she her hers"
                  + " herself it its itself we us our ours ourselves they them their theirs themselves who whom whose")
              .split(" "));

  /** Counts of one kind of mention. */
  private static final class Tally {
    private long links;
    private long right;
    private long named;
    private long rightByName;
    private long labels;
    private long found;
    private long foundByName;
  }

  private final Gazetteer gazetteer;

  /** By plain form: the plain title of the page that the dictionary leads to. */
  private final Map<String, String> pages;

  private final Map<Kind, Tally> tallies = new TreeMap<>();
  private final Tally all = new Tally();
  private final BCubed bCubed = new BCubed();

  LinkingScore(Gazetteer gazetteer, Map<String, String> pages) {
    this.gazetteer = gazetteer;
    this.pages = pages;
  }

  /** Whether an entity is one of the seeds'. */
  boolean isKnown(Entity entity) {
    return gazetteer.entity(entity.id()).isPresent();
  }

  /** The kind of an expression that refers back, by its words. */
  static Kind kindOf(String text, boolean refersBack) {
    if (PRONOUNS.contains(text.toLowerCase(Locale.ROOT))) {
      return Kind.PRONOUN;
    }
    if (refersBack) {
      return Kind.NOMINAL;
    }
    return Character.isLowerCase(text.charAt(0)) ? Kind.CONCEPT : Kind.NAME;
  }

  /** Adds a text: its labels and the mentions inside their window. */
  List<Judged> add(List<Label> labels, List<Linked> mentions) {
    var names = names(mentions);
    var judged = new ArrayList<Judged>();
    var found = new HashSet<Label>();
    var foundByName = new HashSet<Label>();
    var clusters = new HashMap<Label, String>();
    for (var linked : mentions) {
      var mention = linked.mention();
      var at = labels.stream().filter(label -> covers(label, mention)).toList();
      var same =
          at.stream()
              .filter(Label::isKnown)
              .filter(label -> isSame(linked.entity(), label, names))
              .findFirst()
              .orElse(null);
      for (var label : at) {
        clusters.putIfAbsent(label, linked.entity().id());
      }
      boolean optional = at.stream().anyMatch(Label::optional);
      var verdict =
          same != null
              ? linked.known() ? Verdict.RIGHT : Verdict.UNKNOWN
              : !linked.known()
                  ? Verdict.UNKNOWN
                  : at.isEmpty() ? Verdict.UNLABELLED : Verdict.WRONG;
      judged.add(
          new Judged(linked, same != null ? same : at.isEmpty() ? null : at.get(0), verdict));
      var kind = kindOf(mention);
      for (var tally : List.of(all, tally(kind))) {
        if (linked.known() && !(optional && same == null)) {
          tally.links++;
          tally.right += same != null ? 1 : 0;
        }
        // A name without a known entity is right where the gold data knows none either.
        boolean open = at.stream().anyMatch(Label::isKnown);
        if (linked.known() || open) {
          tally.named++;
          tally.rightByName += same != null ? 1 : 0;
        }
      }
      if (same != null) {
        foundByName.add(same);
        if (linked.known()) {
          found.add(same);
        }
      }
    }
    for (var label : labels) {
      if (label.isKnown() && !label.optional()) {
        for (var tally : List.of(all, tally(label.kind()))) {
          tally.labels++;
          tally.found += found.contains(label) ? 1 : 0;
          tally.foundByName += foundByName.contains(label) ? 1 : 0;
        }
      }
    }
    var known = labels.stream().filter(Label::isKnown).toList();
    bCubed.add(
        known.stream().map(Label::wikidataId).toList(), known.stream().map(clusters::get).toList());
    return judged;
  }

  private Tally tally(Kind kind) {
    return tallies.computeIfAbsent(kind, k -> new Tally());
  }

  private static Kind kindOf(Mention mention) {
    return switch (mention.kind()) {
      case PRONOUN -> Kind.PRONOUN;
      case NOMINAL, ROLE -> Kind.NOMINAL;
      case NAME, DEMONYM, METONYM -> Kind.NAME;
    };
  }

  private static boolean covers(Label label, Mention mention) {
    int begin = mention.begin() + (article(mention.text()) ? 4 : 0);
    return label.end() == mention.end()
        && (label.begin() == mention.begin() || label.begin() == begin);
  }

  /** Whether a text begins with "the". */
  static boolean article(String text) {
    return text.length() > 4 && text.substring(0, 4).equalsIgnoreCase("the ");
  }

  /** The names that a text gives its entities. */
  private static Map<String, Set<String>> names(List<Linked> mentions) {
    var names = new HashMap<String, Set<String>>();
    for (var linked : mentions) {
      var of = names.computeIfAbsent(linked.entity().id(), id -> new HashSet<>());
      of.add(plain(linked.entity().name()));
      if (!linked.known() && linked.mention().kind() == Mention.Kind.NAME) {
        of.add(plain(linked.mention().text()));
      }
    }
    return names;
  }

  private boolean isSame(Entity entity, Label label, Map<String, Set<String>> names) {
    if (entity.wikidataId() != null) {
      return entity.wikidataId().equals(label.wikidataId());
    }
    var name = plain(label.name());
    return names.get(entity.id()).contains(name)
        || plain(entity.name()).equals(pages.get(name))
        || gazetteer.named(label.name()).filter(entity::equals).isPresent();
  }

  /**
   * A name as it is compared: lower case, without accents, signs and what tells namesakes apart.
   */
  static String plain(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceFirst("\\s*(\\([^)]*\\)|,.*)$", "")
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^the ", "")
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** All figures, in the order in which to print them. */
  Map<String, Object> metrics() {
    var metrics = new LinkedHashMap<String, Object>();
    put(metrics, "", all);
    tallies.forEach(
        (kind, tally) -> put(metrics, kind.name().toLowerCase(Locale.ROOT) + "_", tally));
    bCubed.put(metrics);
    return metrics;
  }

  /** Puts the figures of pronouns and nominals: together, then each F1. */
  void putReferring(Map<String, Object> metrics, String prefix) {
    var pronouns = tally(Kind.PRONOUN);
    var nominals = tally(Kind.NOMINAL);
    long right = pronouns.right + nominals.right;
    long links = pronouns.links + nominals.links;
    long found = pronouns.found + nominals.found;
    long labels = pronouns.labels + nominals.labels;
    metrics.put(prefix + "precision", Agreement.percent(right, links));
    metrics.put(prefix + "recall", Agreement.percent(found, labels));
    metrics.put(prefix + "f1", f1(right, links, found, labels));
    for (var kind : List.of(Kind.PRONOUN, Kind.NOMINAL)) {
      var tally = tally(kind);
      metrics.put(
          prefix + kind.name().toLowerCase(Locale.ROOT) + "_f1",
          f1(tally.right, tally.links, tally.found, tally.labels));
    }
  }

  private static void put(Map<String, Object> metrics, String prefix, Tally tally) {
    var links = Agreement.of(tally.right, tally.links, tally.labels);
    metrics.put(prefix + "precision", links.precision());
    metrics.put(prefix + "recall", Agreement.percent(tally.found, tally.labels));
    metrics.put(prefix + "f1", f1(tally.right, tally.links, tally.found, tally.labels));
    metrics.put(prefix + "links", tally.links);
    metrics.put(prefix + "labels", tally.labels);
    metrics.put(prefix + "by_name_precision", Agreement.percent(tally.rightByName, tally.named));
    metrics.put(prefix + "by_name_recall", Agreement.percent(tally.foundByName, tally.labels));
    metrics.put(
        prefix + "by_name_f1", f1(tally.rightByName, tally.named, tally.foundByName, tally.labels));
  }

  private static double f1(long right, long said, long found, long labels) {
    double precision = said == 0 ? 0 : (double) right / said;
    double recall = labels == 0 ? 0 : (double) found / labels;
    return precision + recall == 0
        ? 0
        : Agreement.rounded(200 * precision * recall / (precision + recall));
  }
}
