package org.parley.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;
import org.parley.text.Section;

/**
 * The names of a text: what CoreNLP tagged, corrected by the known forms. Longest wins; a known
 * form inside a longer tagged name is part of that name ("Bank of Russia"), except where the tagger
 * ran a nationality or a title into a person's name.
 */
final class NameFinder {
  private static final Set<String> HONORIFICS =
      Set.of("mr.", "mr", "mrs.", "mrs", "ms.", "ms", "miss");

  private final Gazetteer gazetteer;
  private final NameCues cues;
  private final NameExtension extension;
  private final LongerNames longer;
  private final TaggedRuns runs;

  NameFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.cues = new NameCues(gazetteer.seeds());
    this.extension = new NameExtension(cues, gazetteer.titles());
    this.longer = new LongerNames(cues, gazetteer.titles());
    this.runs = new TaggedRuns(gazetteer.titles());
  }

  NameCues cues() {
    return cues;
  }

  /** The names outside boilerplate and bylines, in order. */
  List<NameSpan> find(AnnotatedText text) {
    var sentences = new ArrayList<Labels>();
    for (var sentence : text.sentences()) {
      if (sentence.section() != Section.BOILERPLATE && sentence.section() != Section.BYLINE) {
        sentences.add(runs.labels(sentence));
      }
    }
    var acronyms = new Acronyms(cues);
    for (var labels : sentences) {
      extension.correct(labels);
      acronyms.find(labels);
    }
    new Capitals(gazetteer, cues).label(sentences);
    new NameVote(cues, acronyms.types()).correct(sentences);
    var found = new ArrayList<NameSpan>();
    var works = new WorkTitles(text);
    for (var labels : sentences) {
      var matches =
          matches(text, labels.sentence()).stream()
              .filter(match -> !acronyms.isOwn(match, gazetteer) && !works.holds(labels, match))
              .toList();
      acronyms.clearCommon(labels);
      works.clear(labels);
      found.addAll(find(text, labels, longer.extend(labels, matches)));
    }
    return found;
  }

  private List<NameSpan> find(AnnotatedText text, Labels labels, List<NameIndex.Match> matches) {
    var sentence = labels.sentence();
    var tokens = sentence.tokens();
    var spans = new ArrayList<NameSpan>();
    var taken = new BitSet();
    for (var run : labels.spans()) {
      var cut = span(text, sentence, run.first(), run.last(), run.type(), null);
      for (var match : matches) {
        if (match.first() >= cut.last() || match.last() <= cut.first()) {
          continue;
        }
        boolean covers = match.first() <= cut.first() && match.last() >= cut.last();
        if (covers && isNamesake(cut, match)) {
          continue;
        }
        if (covers && isTitled(cut, match)) {
          cut = span(text, sentence, run.first(), run.last(), EntityType.PERSON, null);
          continue;
        }
        if (covers) {
          cut = null;
          break;
        }
        boolean end = match.last() == cut.last() && match.last() - match.first() > 1;
        if (end && cut.type() == EntityType.PERSON && isPerson(match)) {
          // "Pinterest Jane Roe" run together, where Jane Roe is known.
          cut = null;
          break;
        }
        if (cut.type() == EntityType.PERSON && match.first() == cut.first()) {
          // "British Keir ..." or "Russian President Vladimir ..." tagged as one person.
          if (match.form().sense(NameForm.Use.DEMONYM) != null) {
            cut = span(text, sentence, match.last(), cut.last(), EntityType.PERSON, null);
          }
        } else if (match.first() < cut.first() || match.last() > cut.last()) {
          if (match.last() - match.first() >= cut.size()) {
            cut = null;
            break;
          }
        }
      }
      if (cut != null) {
        spans.add(cut);
        taken.set(cut.first(), cut.last());
      }
    }
    for (var match : matches) {
      if (taken.get(match.first(), match.last()).isEmpty() && stands(tokens, match)) {
        spans.add(
            span(
                text,
                sentence,
                match.first(),
                match.last(),
                typeOf(match.form(), tokens.get(match.last() - 1).ner()),
                match.form()));
        taken.set(match.first(), match.last());
      }
    }
    spans.sort(Comparator.comparingInt(NameSpan::first));
    return spans;
  }

  private NameSpan span(
      AnnotatedText text, Sentence sentence, int first, int last, EntityType type, NameForm form) {
    int from = gazetteer.titles().titleBefore(text.text(), sentence.tokens(), first);
    var title =
        from == first
            ? ""
            : text.text(sentence.tokens().get(from).begin(), sentence.tokens().get(first - 1).end())
                .toLowerCase(java.util.Locale.ROOT);
    return new NameSpan(sentence, first, last, type, form, title);
  }

  /** Known forms by longest match from left to right. */
  private List<NameIndex.Match> matches(AnnotatedText text, Sentence sentence) {
    var found = new ArrayList<NameIndex.Match>();
    int at = 0;
    while (at < sentence.tokens().size()) {
      var match = gazetteer.names().longestAt(text.text(), sentence, at);
      if (match == null || !hasCapital(match.form().text())) {
        at++;
      } else {
        found.add(match);
        at = match.last();
      }
    }
    return found;
  }

  /** "al-Qaeda", but no common word. */
  private static boolean hasCapital(String form) {
    return form.chars().anyMatch(c -> !Character.isLowerCase(c) && !Character.isWhitespace(c));
  }

  private static boolean isPerson(NameIndex.Match match) {
    return match.form().senses().stream().allMatch(s -> s.entityId().startsWith("per:"));
  }

  /** "Jordan" or "Finn" where the text has it for a person's name. */
  private static boolean isNamesake(NameSpan span, NameIndex.Match match) {
    return span.type() == EntityType.PERSON
        && match.last() - match.first() == 1
        && match.form().senses().stream().allMatch(s -> s.entityId().startsWith("gpe:"));
  }

  /** "Mr. Boeing" of the company's name. */
  private static boolean isTitled(NameSpan span, NameIndex.Match match) {
    return HONORIFICS.contains(span.title())
        && match.last() - match.first() == 1
        && match.form().senses().stream().noneMatch(s -> s.entityId().startsWith("per:"));
  }

  /** Whether a known form stands for what is known where the tagger saw no name. */
  private boolean stands(List<Token> tokens, NameIndex.Match match) {
    // "the London Marathon" is no place.
    if (match.last() < tokens.size() && cues.endsEvent(tokens.get(match.last()).word())) {
      return false;
    }
    if (match.last() < tokens.size() && tokens.get(match.last()).word().equals("$")) {
      return false;
    }
    if (match.last() - match.first() > 1) {
      return true;
    }
    var token = tokens.get(match.first());
    boolean tagged = !token.ner().equals("O");
    boolean noun = token.pos().startsWith("NNP") || token.pos().startsWith("JJ");
    boolean acronym = token.word().length() > 1 && token.word().equals(upper(token.word()));
    var sense = match.form().senses().get(0);
    return tagged
        || (acronym && token.word().length() > 2)
        || sense.use() == NameForm.Use.DEMONYM
        || token.pos().equals("NNPS")
        || (noun && (match.first() > 0 || acronym || sense.entityId().startsWith("gpe:")));
  }

  private static String upper(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }

  static EntityType typeOf(NameForm form, String ner) {
    EntityType first = null;
    for (var sense : form.senses()) {
      var type = typeOf(sense.entityId());
      if (first == null) {
        first = type;
      }
      if (agrees(type, ner)) {
        return type;
      }
    }
    return first;
  }

  static boolean agrees(EntityType type, String ner) {
    return switch (ner) {
      case "PERSON" -> type == EntityType.PERSON;
      case "ORGANIZATION" -> type == EntityType.ORGANIZATION;
      case "LOCATION" -> type == EntityType.LOCATION || type == EntityType.COUNTRY;
      default -> false;
    };
  }

  static EntityType typeOf(String entityId) {
    var prefix = entityId.substring(0, entityId.indexOf(':'));
    for (var type : EntityType.values()) {
      if (type.prefix().equals(prefix)) {
        return type;
      }
    }
    throw new IllegalArgumentException("entity id without a type: " + entityId);
  }
}
