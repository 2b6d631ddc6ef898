package org.parley.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * Several actors under one name: "European leaders", "senior Russian officials", "House
 * Republicans". A group of a country carries its country in the id ({@code
 * grp:officials_of_russia}) and so rolls up to it.
 */
final class GroupFinder {
  private final GroupWords words;

  GroupFinder(GroupWords words) {
    this.words = words;
  }

  /**
   * Finds the groups of a sentence.
   *
   * @param known the names of the sentence, in order
   */
  List<Referent> find(AnnotatedText text, Sentence sentence, List<Referent> known) {
    var tokens = sentence.tokens();
    var ends = new Referent[tokens.size()];
    for (var name : known) {
      ends[name.last() - 1] = name;
    }
    var found = new ArrayList<Referent>();
    int free = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i < free) {
        continue;
      }
      var group = groupAt(text, sentence, i, free, ends);
      if (group != null) {
        found.add(group);
        free = group.last();
      }
    }
    return found;
  }

  private Referent groupAt(
      AnnotatedText text, Sentence sentence, int at, int free, Referent[] ends) {
    var tokens = sentence.tokens();
    var name = words.names("name").longestAt(text.text(), sentence, at);
    if (name != null && standsAlone(tokens, name, ends)) {
      return referent(sentence, at, name.last(), name.form().text(), Slug.of(name.form().text()));
    }
    var word = tokens.get(at).word();
    if (words.is("party", word) && at > free) {
      for (int first = at - 1; first >= Math.max(free, at - 2); first--) {
        var chamber = words.names("chamber").longestAt(text.text(), sentence, first);
        if (chamber != null && chamber.last() == at) {
          var full = chamber.form().text() + " " + word;
          return referent(sentence, first, at + 1, full, Slug.of(full));
        }
      }
    }
    if (!words.is("noun", word) || !tokens.get(at).pos().startsWith("NN")) {
      return null;
    }
    return modified(text, sentence, at, free, ends);
  }

  /** Whether a whole name is no part of a longer one ("the West Midlands"), nor overlaps one. */
  private static boolean standsAlone(List<Token> tokens, NameIndex.Match name, Referent[] ends) {
    // "West" alone may be anything; a plural is a group without an article too.
    boolean article =
        tokens.get(name.last() - 1).word().endsWith("s")
            || name.last() - name.first() > 1
            || (name.first() > 0 && tokens.get(name.first() - 1).word().equals("the"));
    boolean goesOn = name.last() < tokens.size() && tokens.get(name.last()).pos().startsWith("NNP");
    for (int i = name.first(); i < ends.length; i++) {
      if (ends[i] != null) {
        return ends[i].first() >= name.last() && !goesOn && article;
      }
    }
    return !goesOn && article;
  }

  /** A group noun with its modifier before it: at most three other words may stand between. */
  private Referent modified(
      AnnotatedText text, Sentence sentence, int noun, int free, Referent[] ends) {
    var tokens = sentence.tokens();
    for (int i = noun - 1; i >= Math.max(free, noun - 4); i--) {
      if (ends[i] != null && modifies(ends[i])) {
        return ofName(sentence, ends[i], noun, apart(tokens, free, ends[i], noun));
      }
      for (int first = Math.max(free, i - 3); first <= i; first++) {
        var region = words.names("region").longestAt(text.text(), sentence, first);
        if (region != null && region.last() == i + 1) {
          var full = region.form().text() + " " + tokens.get(noun).word();
          return referent(sentence, first, noun + 1, full, Slug.of(full));
        }
      }
      if (!mayStandBetween(tokens.get(i))) {
        return null;
      }
    }
    return null;
  }

  /** What tells a group from those who are the state's: "former" before the name or after it. */
  private String apart(List<Token> tokens, int free, Referent name, int noun) {
    int first = name.first();
    while (first > free && tokens.get(first - 1).pos().matches("JJ|VBN|HYPH")) {
      first--;
    }
    for (int i = first; i < noun; i++) {
      boolean inside = name.first() <= i && i < name.last();
      var word = tokens.get(i).word().toLowerCase(Locale.ROOT);
      if (!inside && words.is("apart", word)) {
        return word + " ";
      }
    }
    return "";
  }

  private static boolean mayStandBetween(Token token) {
    var pos = token.pos();
    return (pos.startsWith("JJ") || pos.equals("NN") || pos.equals("NNS"))
        && Character.isLowerCase(token.word().charAt(0));
  }

  private static boolean modifies(Referent name) {
    return switch (name.entity().type()) {
      case COUNTRY, ORGANIZATION ->
          name.kind() != Mention.Kind.METONYM || name.last() - name.first() > 1;
      case PERSON, LOCATION, GROUP -> false;
    };
  }

  private static Referent ofName(Sentence sentence, Referent name, int noun, String apart) {
    var tokens = sentence.tokens();
    var word = tokens.get(noun).word();
    var entity = name.entity();
    var shown = new StringBuilder(apart);
    for (int i = name.first(); i < name.last(); i++) {
      shown.append(tokens.get(i).word()).append(' ');
    }
    var slug = Slug.of(apart + word + "_of_" + entity.id().substring(entity.id().indexOf(':') + 1));
    return referent(sentence, name.first(), noun + 1, shown + word, slug);
  }

  private static Referent referent(
      Sentence sentence, int first, int last, String name, String slug) {
    var entity = new Entity("grp:" + slug, name, EntityType.GROUP, null);
    return new Referent(sentence, first, last, Mention.Kind.NOMINAL, entity, "group", 0.9);
  }
}
