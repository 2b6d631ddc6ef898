package org.parley.entity;

import java.util.List;
import java.util.Set;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/** The names of a sentence as CoreNLP tagged them, without what stands at their ends. */
final class TaggedRuns {
  private static final Set<String> NOT_LAST = Set.of("'s", "\u2019s", "'", "\u2019", ",", "-");

  private static final Set<String> PREFIXES =
      Set.of("anti", "pro", "pre", "post", "non", "ex", "mid", "Anti", "Pro", "Never", "never");

  private final Titles titles;

  TaggedRuns(Titles titles) {
    this.titles = titles;
  }

  /** Runs of one tag, without the titles, possessives and articles that stand at their ends. */
  Labels labels(Sentence sentence) {
    var tokens = sentence.tokens();
    var labels = new Labels(sentence);
    int at = 0;
    while (at < tokens.size()) {
      var tag = tokens.get(at).ner();
      int end = at + 1;
      while (end < tokens.size() && tokens.get(end).ner().equals(tag)) {
        end++;
      }
      var type =
          switch (tag) {
            case "PERSON" -> EntityType.PERSON;
            case "ORGANIZATION" -> EntityType.ORGANIZATION;
            case "LOCATION" -> EntityType.LOCATION;
            default -> null;
          };
      if (type != null) {
        int first = at;
        int last = end;
        while (last > first && NOT_LAST.contains(tokens.get(last - 1).word())) {
          last--;
        }
        while (first < last
            && (tokens.get(first).word().equalsIgnoreCase("the")
                || NOT_LAST.contains(tokens.get(first).word()))) {
          first++;
        }
        // "anti-Trump" names Trump.
        while (first < last - 2
            && tokens.get(first + 1).word().equals("-")
            && PREFIXES.contains(tokens.get(first).word())) {
          first += 2;
        }
        while (type == EntityType.PERSON
            && first < last - 1
            && titles.kind(tokens.get(first).word()) != null) {
          first++;
        }
        if (type == EntityType.PERSON) {
          first = withParticles(tokens, afterOf(tokens, first, last));
        }
        int again = type == EntityType.PERSON ? repeated(tokens, first, last) : last;
        if (first < again) {
          labels.set(first, again, type);
        }
        if (again < last) {
          labels.set(again, last, type);
        }
      }
      at = end;
    }
    return labels;
  }

  /** Where a name of a person begins anew: "Jane Roe Roe smiles", "Jane Roe Jane Roe". */
  private static int repeated(List<Token> tokens, int first, int last) {
    for (int i = first + 2; i < last; i++) {
      for (int k = first; k < i; k++) {
        if (tokens.get(k).word().equals(tokens.get(i).word())
            && tokens.get(i).word().length() > 2) {
          return i;
        }
      }
    }
    return last;
  }

  /** "Aides of Jane Roe" that was tagged as one name. */
  private static int afterOf(List<Token> tokens, int first, int last) {
    for (int i = last - 2; i > first; i--) {
      if (tokens.get(i).word().equals("of")) {
        return i + 1;
      }
    }
    return first;
  }

  /** "de Blasio", "el-Sissi" of which only the last word was tagged. */
  private static int withParticles(List<Token> tokens, int first) {
    int at = first;
    while (at > 0 && PersonName.isParticle(tokens.get(at - 1).word())) {
      at--;
    }
    boolean hyphen = at == first && at > 1 && tokens.get(at - 1).word().equals("-");
    return hyphen && PersonName.isArabicArticle(tokens.get(at - 2).word()) ? at - 2 : at;
  }
}
