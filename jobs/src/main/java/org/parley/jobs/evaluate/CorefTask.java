package org.parley.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.entity.DictionaryLinker;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Entity;
import org.parley.entity.Gazetteer;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Pipeline;
import org.parley.seed.Seeds;
import org.parley.text.TextCleaner;

/**
 * Whom pronouns and nominals stand for, against the same texts as {@link LinkingTask}: by Parley's
 * resolution and, on demand, by CoreNLP's statistical coreference. A chain of CoreNLP's stands for
 * the entity that Parley gives most of the names in it, so both sides have the same names.
 *
 * <p>The time is that of the step itself on one thread, without tokens, tags, names and trees: all
 * of Parley's resolution, and CoreNLP's coreference as its command line times it.
 */
final class CorefTask implements EvaluationTask {
  private static final Set<Mention.Kind> NAMES =
      Set.of(Mention.Kind.NAME, Mention.Kind.DEMONYM, Mention.Kind.METONYM);

  private final String dictionary;
  private final String classPath;

  /**
   * The measure, with or without the other side.
   *
   * @param dictionary {@code wikidict}, the path of its jar, or null
   * @param classPath CoreNLP and all that it brings, or null
   */
  CorefTask(String dictionary, String classPath) {
    this.dictionary = dictionary;
    this.classPath = classPath;
  }

  @Override
  public Map<String, Object> evaluate(Path gold, Predictions predictions) throws IOException {
    var documents = new ArrayList<LinkingTask.Document>();
    var texts = new ArrayList<AnnotatedText>();
    for (var object : GoldFile.jsonLines(gold)) {
      var document = LinkingTask.document(gold, object);
      documents.add(document);
      texts.add(Pipeline.shared().annotate(TextCleaner.unchanged(document.text())));
    }
    var gazetteer = Gazetteer.of(Seeds.bundled());
    var resolver = new DocumentResolver(gazetteer);
    var resolutions = new ArrayList<Resolution>();
    long start = System.nanoTime();
    for (int i = 0; i < texts.size(); i++) {
      resolutions.add(resolver.resolve(texts.get(i), documents.get(i).day()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;

    var linker = new DictionaryLinker(gazetteer);
    var forms = new TreeSet<String>();
    for (int i = 0; i < documents.size(); i++) {
      resolutions.get(i).entities().values().stream()
          .filter(linker::isOpen)
          .forEach(entity -> forms.add(entity.name().toLowerCase(Locale.ROOT)));
      documents.get(i).labels().forEach(l -> forms.add(l.name().toLowerCase(Locale.ROOT)));
    }
    var found = LinkingTask.look(dictionary, forms);
    var chains =
        classPath == null
            ? null
            : CoreNlpChains.run(
                classPath, documents.stream().map(LinkingTask.Document::text).toList());
    var parley = new LinkingScore(gazetteer, LinkingTask.pages(found));
    var coreNlp = new LinkingScore(gazetteer, LinkingTask.pages(found));
    for (int i = 0; i < documents.size(); i++) {
      var document = documents.get(i);
      var links = linker.links(resolutions.get(i).entities().values(), document.text(), found);
      var ids = links.values().stream().map(Entity::id).collect(Collectors.toSet());
      var resolution = DictionaryLinker.apply(resolutions.get(i), links);
      parley.add(
          document.labels(),
          LinkingTask.linked(document, resolution.mentions(), resolution, ids, parley));
      if (chains != null) {
        var mentions = mentions(resolution, document.text(), chains.texts().get(i));
        coreNlp.add(
            document.labels(), LinkingTask.linked(document, mentions, resolution, ids, coreNlp));
      }
    }
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("texts", documents.size());
    parley.putReferring(metrics, "");
    metrics.put("seconds", rounded(seconds));
    if (chains != null) {
      coreNlp.putReferring(metrics, "corenlp_");
      metrics.put("corenlp_seconds", rounded(chains.seconds()));
      metrics.put("ratio", rounded(chains.seconds() / seconds));
    }
    return metrics;
  }

  /** Parley's names, and what CoreNLP's chains say of everything else. */
  static List<Mention> mentions(
      Resolution resolution, String text, List<List<CoreNlpChains.Part>> chains) {
    var names =
        resolution.mentions().stream().filter(mention -> NAMES.contains(mention.kind())).toList();
    var mentions = new ArrayList<>(names);
    for (var chain : chains) {
      var votes = new LinkedHashMap<String, Integer>();
      for (var part : chain) {
        if (part.kind() == CoreNlpChains.Kind.PROPER) {
          names.stream()
              .filter(name -> name.begin() >= part.begin() && name.end() == part.end())
              .findFirst()
              .or(() -> names.stream().filter(name -> begins(part, name)).findFirst())
              .ifPresent(name -> votes.merge(name.entityId(), 1, Integer::sum));
        }
      }
      int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      votes.entrySet().stream()
          .filter(vote -> vote.getValue() == most)
          .findFirst()
          .ifPresent(
              vote ->
                  chain.stream()
                      .filter(part -> part.kind() != CoreNlpChains.Kind.PROPER)
                      .forEach(part -> mentions.add(mention(part, text, vote.getKey()))));
    }
    return mentions;
  }

  /** Whether a name begins a part of a chain, an article aside. */
  private static boolean begins(CoreNlpChains.Part part, Mention name) {
    return name.begin() >= part.begin()
        && name.begin() <= part.begin() + "The ".length()
        && name.begin() < part.end();
  }

  private static Mention mention(CoreNlpChains.Part part, String text, String entityId) {
    var kind =
        part.kind() == CoreNlpChains.Kind.PRONOMINAL ? Mention.Kind.PRONOUN : Mention.Kind.NOMINAL;
    var words = text.substring(part.begin(), part.end());
    return new Mention(0, part.begin(), part.end(), words, kind, entityId, "corenlp", 1);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
