package org.parley.stance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.entity.Entity;
import org.parley.entity.Gazetteer;
import org.parley.stance.OpenTargetGroups.Wording;
import org.parley.stance.Operators.Kind;

/**
 * What the words of an open target say: "the withdrawal of Norwegian troops".
 *
 * @param words its words in the singular
 * @param names those of them that are names; a nation's adjective counts as its country
 * @param head the word that says what it is: "withdrawal"
 * @param turned whether it ends, lessens or forbids something
 */
record Matter(Set<String> words, Set<String> names, String head, boolean turned) {
  /** Whether two cannot be one: one ends what the other is, or each has names of its own. */
  boolean contradicts(Matter other) {
    boolean named = names.containsAll(other.names) || other.names.containsAll(names);
    return turned != other.turned || !named;
  }

  /** The same with the names of another one. */
  Matter withNamesOf(Matter other) {
    var all = new TreeSet<>(names);
    all.addAll(other.names);
    return new Matter(words, all, head, turned);
  }

  /** Reads matters by the words of the seeds. Immutable. */
  static final class Reader {
    private final Lexicon lexicon;
    private final Gazetteer gazetteer;

    Reader(Lexicon lexicon, Gazetteer gazetteer) {
      this.lexicon = lexicon;
      this.gazetteer = gazetteer;
    }

    Matter read(Wording wording) {
      var words = new LinkedHashSet<String>();
      for (String word : wording.id().substring(OpenTargets.PREFIX.length()).split("_", -1)) {
        words.add(singular(word));
      }
      var names = new TreeSet<String>();
      String head = null;
      boolean ended = false;
      for (String token : wording.text().split("[^\\p{L}\\p{N}.]+", -1)) {
        String form = token.replaceFirst("\\.$", "");
        String word = singular(form.replace(".", "").toLowerCase(Locale.ROOT));
        ended |= head != null && lexicon.operators().is(Kind.LINK, word);
        if (form.isEmpty() || !words.contains(word)) {
          continue;
        }
        if (Character.isUpperCase(form.codePointAt(0))) {
          String name = name(form).orElse(word);
          names.add(name);
          words.remove(word);
          words.add(name);
        } else if (!ended) {
          head = word;
        }
      }
      boolean turned = words.stream().filter(this::turns).count() % 2 == 1;
      return new Matter(words, names, head == null ? words.iterator().next() : head, turned);
    }

    /** The name of what a form names: "Italy" for "Italian". */
    private Optional<String> name(String form) {
      return gazetteer
          .named(form)
          .map(Entity::id)
          .map(gazetteer::rollUp)
          .flatMap(gazetteer::entity)
          .map(entity -> entity.name().toLowerCase(Locale.ROOT));
    }

    private boolean turns(String word) {
      return forms(word).stream()
          .anyMatch(form -> lexicon.turns(form) || lexicon.operators().is(Kind.LESSEN, form));
    }

    /** A word and what it may be a form of: "cutting", "cut". */
    private static List<String> forms(String word) {
      var forms = new ArrayList<String>();
      forms.add(word);
      for (String ending : List.of("ing", "ed")) {
        if (word.endsWith(ending) && word.length() > ending.length() + 2) {
          String stem = word.substring(0, word.length() - ending.length());
          forms.add(stem);
          forms.add(stem + "e");
          if (stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) {
            forms.add(stem.substring(0, stem.length() - 1));
          }
        }
      }
      return forms;
    }

    private static String singular(String word) {
      if (word.endsWith("ies") && word.length() > 4) {
        return word.substring(0, word.length() - 3) + "y";
      }
      if (word.matches(".{2,}(x|ch|sh|ss)es")) {
        return word.substring(0, word.length() - 2);
      }
      boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
      return plural && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }
  }
}
