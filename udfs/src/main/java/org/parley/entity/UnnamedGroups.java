package org.parley.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;
import org.parley.text.Section;

/**
 * Groups that nobody names, where they act: "business groups warned", "the opposition from
 * lawmakers". They are who they are by their own words alone ({@code grp:business_groups}), so that
 * the lawmakers of one text need not be those of another.
 */
final class UnnamedGroups {
  private static final int MODIFIERS = 4;
  private static final Set<String> MODIFIES = Set.of("amod", "compound", "conj", "cc");
  private static final Set<String> ACTS_BY = Set.of("by", "from", "among");

  /** Where they are: "lawmakers from both parties" are lawmakers. */
  private static final Set<String> PLACES = Set.of("in", "from", "across", "around");

  /** Of whom nothing tells who they are, or that they are meant at all. */
  private static final Set<String> NOBODY = Set.of("no", "these", "those", "neither");

  private final GroupWords words;

  UnnamedGroups(GroupWords words) {
    this.words = words;
  }

  /**
   * Finds the groups of a text.
   *
   * @param known what is known already, by sentence index, each list in order
   */
  List<Referent> find(AnnotatedText text, Map<Integer, List<Referent>> known) {
    var found = new ArrayList<Referent>();
    var taken = new ArrayList<String>();
    for (var sentence : text.sentences()) {
      if (!sentence.parsed()
          || sentence.section() == Section.BOILERPLATE
          || sentence.section() == Section.BYLINE) {
        continue;
      }
      var here = known.getOrDefault(sentence.index(), List.of());
      for (int i = 0; i < sentence.tokens().size(); i++) {
        var group = groupAt(sentence, i, here);
        if (group != null && (group.last() - group.first() > 1 || !isTakenUp(taken, group))) {
          found.add(group);
          taken.add(group.entity().name());
        }
      }
      here.stream()
          .filter(one -> one.entity().type() == EntityType.GROUP)
          .forEach(one -> taken.add(one.entity().name().toLowerCase(Locale.ROOT)));
    }
    return found;
  }

  /** "Dairy farmers ... the farmers": the stance rules know which farmers those are. */
  private static boolean isTakenUp(List<String> taken, Referent bare) {
    return taken.stream().anyMatch(name -> name.endsWith(" " + bare.entity().name()));
  }

  private Referent groupAt(Sentence sentence, int head, List<Referent> known) {
    var tokens = sentence.tokens();
    var noun = lower(tokens.get(head), head);
    var shared = shared(sentence, head, noun, known);
    if (shared != null) {
      return shared;
    }
    boolean body = words.is("body", noun);
    if ((!body && !isGroup(noun))
        || !tokens.get(head).pos().equals(body ? "NN" : "NNS")
        || !acts(sentence, head)
        || isRestricted(sentence, head)) {
      return null;
    }
    int first = firstModifier(sentence, head, known);
    boolean described = first < head;
    var name = endingAt(known, first);
    if (name != null && modifies(name, noun)) {
      first = name.first();
      described = true;
    }
    if ((!described && !words.is("actor", noun)) || !mayStandBefore(tokens, first, body)) {
      return null;
    }
    int from = first;
    boolean overlaps =
        known.stream()
            .anyMatch(one -> !one.equals(name) && one.first() <= head && one.last() > from);
    return overlaps ? null : referent(sentence, first, head + 1, described);
  }

  /** "Turkish officials and allies": allies of the same state. */
  private Referent shared(Sentence sentence, int head, String noun, List<Referent> known) {
    var token = sentence.tokens().get(head);
    boolean bare = sentence.dependents(head).stream().allMatch(i -> isJoint(sentence, i));
    if (!words.is("noun", noun)
        || !token.pos().equals("NNS")
        || !token.relation().equals("conj")
        || !bare
        || !acts(sentence, head)) {
      return null;
    }
    var first = endingAt(known, token.head() + 1);
    int of = first == null ? -1 : first.entity().id().indexOf("_of_");
    if (of < 0 || first.entity().type() != EntityType.GROUP || endingAt(known, head + 1) != null) {
      return null;
    }
    var other = first.entity().name();
    var name = other.substring(0, other.lastIndexOf(' ') + 1) + noun;
    var id = "grp:" + noun + first.entity().id().substring(of);
    var entity = new Entity(id, name, EntityType.GROUP, null);
    return new Referent(
        sentence, head, head + 1, Mention.Kind.NOMINAL, entity, Mention.UNNAMED_GROUP, 0.7);
  }

  private static boolean isJoint(Sentence sentence, int token) {
    return sentence.tokens().get(token).relation().matches("cc|conj|punct");
  }

  private boolean isGroup(String plural) {
    return words.is("actor", plural) || words.is("described", plural);
  }

  /** Whether a noun stands where one stands who does something. */
  private boolean acts(Sentence sentence, int noun) {
    var tokens = sentence.tokens();
    int at = noun;
    while (tokens.get(at).relation().equals("conj") || isCounted(sentence, at)) {
      at = tokens.get(at).head();
    }
    var relation = tokens.get(at).relation();
    if (relation.startsWith("obl") || relation.equals("nmod")) {
      return hasCase(sentence, at, ACTS_BY);
    }
    return relation.equals("nsubj") || relation.equals("nmod:poss");
  }

  /** "Dozens of lawmakers". */
  private boolean isCounted(Sentence sentence, int noun) {
    var token = sentence.tokens().get(noun);
    return token.relation().equals("nmod")
        && words.is("many", lower(sentence.tokens().get(token.head()), token.head()))
        && hasCase(sentence, noun, Set.of("of"));
  }

  /** "Lawyers of the firm", "farmers who own their land": some others than the noun says. */
  private static boolean isRestricted(Sentence sentence, int noun) {
    var tokens = sentence.tokens();
    return sentence.dependents(noun).stream()
        .anyMatch(
            i ->
                switch (tokens.get(i).relation()) {
                  case "nmod" -> i > noun && !isPlace(sentence, i);
                  case "acl", "acl:relcl" -> !isComma(tokens, noun + 1);
                  case "nmod:poss", "nummod" -> true;
                  default -> false;
                });
  }

  private static boolean isComma(List<Token> tokens, int at) {
    return at < tokens.size() && tokens.get(at).word().equals(",");
  }

  private static boolean isPlace(Sentence sentence, int noun) {
    return !sentence.tokens().get(noun).pos().startsWith("NNP") && hasCase(sentence, noun, PLACES);
  }

  private static boolean hasCase(Sentence sentence, int noun, Set<String> prepositions) {
    return sentence.dependents(noun).stream()
        .map(sentence.tokens()::get)
        .anyMatch(
            i ->
                i.relation().equals("case")
                    && prepositions.contains(i.word().toLowerCase(Locale.ROOT)));
  }

  /** Where the small words begin that say who they are: "business and industry groups". */
  private int firstModifier(Sentence sentence, int noun, List<Referent> known) {
    var tokens = sentence.tokens();
    int first = noun;
    for (int i = noun - 1;
        i >= Math.max(0, noun - MODIFIERS) && describes(sentence, i, noun, known);
        i--) {
      first = tokens.get(i).pos().equals("CC") ? first : i;
    }
    return first;
  }

  private boolean describes(Sentence sentence, int at, int noun, List<Referent> known) {
    var token = sentence.tokens().get(at);
    // "Catholic bishops", but not "Acme farmers": nobody knows what Acme is.
    boolean small = at == 0 || Character.isLowerCase(token.word().charAt(0));
    if (!token.pos().matches(small ? "JJ|NNS?|VBG|VBN|CC" : "JJ")
        || known.stream().anyMatch(one -> one.first() <= at && at < one.last())
        || words.is("vague", lower(token, at))
        || (token.pos().equals("NNS") && isGroup(lower(token, at)))) {
      return false;
    }
    for (int i = at; i >= 0; i = sentence.tokens().get(i).head()) {
      if (i == noun) {
        return true;
      }
      if (!MODIFIES.contains(sentence.tokens().get(i).relation())) {
        return false;
      }
    }
    return false;
  }

  private static Referent endingAt(List<Referent> known, int end) {
    return known.stream().filter(one -> one.last() == end).findFirst().orElse(null);
  }

  /** "German carmakers", "Hong Kong protesters"; the groups of a state are named ones. */
  private boolean modifies(Referent name, String noun) {
    return switch (name.entity().type()) {
      case COUNTRY, ORGANIZATION -> name.kind() != Mention.Kind.METONYM && !words.is("noun", noun);
      case LOCATION -> true;
      case PERSON, GROUP -> false;
    };
  }

  /** Whether what stands before a group leaves it what it is: no name, no owner. */
  private static boolean mayStandBefore(List<Token> tokens, int first, boolean body) {
    if (first == 0) {
      return !body;
    }
    var before = tokens.get(first - 1);
    var word = before.word().toLowerCase(Locale.ROOT);
    if (body) {
      return word.equals("the");
    }
    return !before.pos().matches("PRP\\$|POS|NNPS?|CD|HYPH|FW") && !NOBODY.contains(word);
  }

  private static String lower(Token token, int at) {
    return at == 0 ? token.word().toLowerCase(Locale.ROOT) : token.word();
  }

  private static Referent referent(Sentence sentence, int first, int last, boolean described) {
    var name = new StringBuilder();
    for (int i = first; i < last; i++) {
      var token = sentence.tokens().get(i);
      name.append(i == first ? "" : " ").append(isName(token) ? token.word() : lower(token, i));
    }
    var entity =
        new Entity("grp:" + Slug.of(name.toString()), name.toString(), EntityType.GROUP, null);
    return new Referent(
        sentence,
        first,
        last,
        Mention.Kind.NOMINAL,
        entity,
        Mention.UNNAMED_GROUP,
        described ? 0.8 : 0.7);
  }

  private static boolean isName(Token token) {
    return token.pos().startsWith("NNP");
  }
}
