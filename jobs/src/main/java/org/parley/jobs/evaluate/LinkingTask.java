package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.entity.DictionaryEntry;
import org.parley.entity.DictionaryLinker;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Entity;
import org.parley.entity.Gazetteer;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.jobs.evaluate.LinkingScore.Label;
import org.parley.jobs.evaluate.LinkingScore.Linked;
import org.parley.jobs.resolve.WikiDict;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.TextCleaner;

/**
 * Who is meant, against texts in the format of ELEVANT (Bast, Hertel and Prange 2023): one JSON
 * object a line with id, title, text, evaluation_span and labels, each with span, entity_id (a
 * Wikidata id), name and coref. Quantities and dates are left out; what is labelled inside another
 * label of the same entity makes the outer one optional. A title that begins with a day (20180306)
 * gives the date by which offices are read.
 *
 * <p>A prediction row is document id, begin, end, text, kind, entity id, Wikidata id, entity name,
 * rule, gold id, gold name, verdict; offsets count code points. Labels that no mention met follow
 * with empty cells and the verdict {@code missed}.
 */
final class LinkingTask implements EvaluationTask {
  private final String dictionary;

  /**
   * The measure with or without a dictionary.
   *
   * @param dictionary {@code wikidict}, the path of its jar, or null
   */
  LinkingTask(String dictionary) {
    this.dictionary = dictionary;
  }

  /** A gold text; the window is in characters. */
  record Document(String id, String text, LocalDate day, int begin, int end, List<Label> labels) {}

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var documents = new ArrayList<Document>();
    for (var object : GoldFile.jsonLines(gold)) {
      documents.add(document(gold, object));
    }
    return evaluate(
        documents,
        document -> Pipeline.shared().annotate(TextCleaner.unchanged(document.text())),
        predictions);
  }

  Map<String, Object> evaluate(
      List<Document> documents,
      Function<Document, AnnotatedText> annotator,
      Predictions predictions)
      throws IOException {
    var gazetteer = Gazetteer.of(Seeds.bundled());
    var resolver = new DocumentResolver(gazetteer);
    var linker = new DictionaryLinker(gazetteer);
    var resolutions = new ArrayList<Resolution>();
    var forms = new TreeSet<String>();
    for (var document : documents) {
      var resolution = resolver.resolve(annotator.apply(document), document.day());
      resolutions.add(resolution);
      resolution.entities().values().stream()
          .filter(linker::isOpen)
          .forEach(entity -> forms.add(entity.name().toLowerCase(Locale.ROOT)));
    }
    for (var document : documents) {
      document.labels().forEach(label -> forms.add(label.name().toLowerCase(Locale.ROOT)));
    }
    var found = look(dictionary, forms);
    var score = new LinkingScore(gazetteer, pages(found));
    for (int i = 0; i < documents.size(); i++) {
      var resolution = resolutions.get(i);
      var links = linker.links(resolution.entities().values(), documents.get(i).text(), found);
      var ids = links.values().stream().map(Entity::id).collect(Collectors.toSet());
      add(documents.get(i), DictionaryLinker.apply(resolution, links), ids, score, predictions);
    }
    return score.metrics();
  }

  /** What a dictionary says of some forms in lower case; nothing where it is null. */
  static List<DictionaryEntry> look(String dictionary, Set<String> forms) throws IOException {
    var entries = new ArrayList<DictionaryEntry>();
    if (dictionary == null) {
      return entries;
    }
    WikiDict.read(
        WikiDict.jar(dictionary),
        entry -> {
          if (forms.contains(entry.form().toLowerCase(Locale.ROOT))) {
            entries.add(entry);
          }
        });
    return entries;
  }

  /** Which page the names of gold labels lead to, as they are compared. */
  static Map<String, String> pages(List<DictionaryEntry> found) {
    var pages = new HashMap<String, String>();
    for (var entry : found) {
      if (entry.probability() >= DictionaryLinker.SURE) {
        pages.putIfAbsent(LinkingScore.plain(entry.form()), LinkingScore.plain(entry.title()));
      }
    }
    return pages;
  }

  private static void add(
      Document document,
      Resolution resolution,
      Set<String> inDictionary,
      LinkingScore score,
      Predictions predictions) {
    var linked = linked(document, resolution.mentions(), resolution, inDictionary, score);
    var met = new ArrayList<Label>();
    for (var judged : score.add(document.labels(), linked)) {
      var mention = judged.linked().mention();
      var entity = judged.linked().entity();
      met.add(judged.label());
      predictions.row(
          document.id(),
          document.text().codePointCount(0, mention.begin()),
          document.text().codePointCount(0, mention.end()),
          mention.text(),
          mention.kind().label(),
          entity.id(),
          entity.wikidataId(),
          entity.name(),
          mention.rule(),
          judged.label() == null ? null : judged.label().wikidataId(),
          judged.label() == null ? null : judged.label().name(),
          judged.verdict().name().toLowerCase(Locale.ROOT));
    }
    for (var label : document.labels()) {
      if (label.isKnown() && !label.optional() && !met.contains(label)) {
        predictions.row(
            document.id(),
            document.text().codePointCount(0, label.begin()),
            document.text().codePointCount(0, label.end()),
            document.text().substring(label.begin(), label.end()),
            label.kind().name().toLowerCase(Locale.ROOT),
            null,
            null,
            null,
            null,
            label.wikidataId(),
            label.name(),
            "missed");
      }
    }
  }

  /** Those of some mentions that stand inside the labels' window, with their entities. */
  static List<Linked> linked(
      Document document,
      List<Mention> mentions,
      Resolution resolution,
      Set<String> inDictionary,
      LinkingScore score) {
    var linked = new ArrayList<Linked>();
    for (var mention : mentions) {
      if (mention.begin() >= document.begin() && mention.end() <= document.end()) {
        var entity = resolution.entities().get(mention.entityId());
        boolean known = score.isKnown(entity) || inDictionary.contains(entity.id());
        linked.add(new Linked(mention, entity, known));
      }
    }
    return linked;
  }

  static Document document(Path file, JsonNode object) {
    if (!object.hasNonNull("id") || !object.hasNonNull("text") || !object.has("labels")) {
      throw new IllegalArgumentException(
          file + " does not hold linked entities: each line needs id, text and labels");
    }
    String text = object.get("text").asText();
    var window = object.path("evaluation_span");
    int begin = window.isArray() ? text.offsetByCodePoints(0, window.get(0).asInt()) : 0;
    int end = window.isArray() ? text.offsetByCodePoints(0, window.get(1).asInt()) : text.length();
    var byId = new HashMap<Integer, JsonNode>();
    object.get("labels").forEach(label -> byId.put(label.path("id").asInt(), label));
    var labels = new ArrayList<Label>();
    for (var label : object.get("labels")) {
      var id = label.path("entity_id").asText();
      if (id.equals("<NIL>") || (id.startsWith("Q") && !id.equals("QUANTITY"))) {
        labels.add(label(text, label, byId));
      }
    }
    return new Document(
        object.get("id").asText(), text, day(object.path("title").asText()), begin, end, labels);
  }

  private static Label label(String text, JsonNode label, Map<Integer, JsonNode> byId) {
    int begin = text.offsetByCodePoints(0, label.get("span").get(0).asInt());
    int end = text.offsetByCodePoints(0, label.get("span").get(1).asInt());
    var words = text.substring(begin, end);
    if (LinkingScore.article(words)) {
      begin += 4;
    }
    var id = label.get("entity_id").asText();
    boolean optional = label.path("optional").asBoolean();
    for (var child : label.path("children")) {
      optional |= byId.get(child.asInt()).path("entity_id").asText().equals(id);
    }
    return new Label(
        begin,
        end,
        id.equals("<NIL>") ? null : id,
        label.path("name").asText(),
        LinkingScore.kindOf(words, label.path("coref").asBoolean()),
        optional);
  }

  private static LocalDate day(String title) {
    if (!title.matches("\\d{8}\\b.*")) {
      return null;
    }
    try {
      return LocalDate.parse(title.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
