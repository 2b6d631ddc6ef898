package org.parley.stance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.stance.Operators.Kind;

/** Finds the tokens in a slot of a frame: heads of nominals and clauses. */
final class FrameSlots {

  private final Operators operators;

  FrameSlots(Operators operators) {
    this.operators = operators;
  }

  List<Integer> of(Tree tree, int node, Frame frame, Set<Integer> cue, String slot) {
    boolean verb = frame.part() == Frame.Part.VERB;
    return switch (slot) {
      case "subj" -> verb ? tree.logicalSubjects(node) : subjects(tree, node, frame);
      case "obj" -> verb ? tree.logicalObjects(node) : List.of();
      case "iobj" -> conjuncts(tree, tree.children(node, "iobj", "obj"));
      case "node" -> List.of(node);
      // What a verb such as "call" is about is a target of every judgement below it.
      case "label" -> List.of();
      case "inf" -> infinitives(tree, node, cue);
      case "that" -> thatClauses(tree, node, cue);
      case "ing" -> gerunds(tree, node);
      // "Came to its aid": the owner stands at a word that the verb needs.
      case "poss" -> owners(tree, cue);
      case "patient" -> patients(tree, node, cue);
      case "compound" -> compounds(tree, node, frame);
      // "Republican fears": those of a "Russia scare" are not Russia's.
      case "amod" -> conjuncts(tree, tree.children(node, "amod"));
      case "light" -> frame.kind().equals("hope") ? hoping(tree, node) : lightSubjects(tree, node);
      case "topic" -> topics(tree);
      case "next" -> next(tree, cue);
      case "governor" -> governorSubjects(tree, node);
      case "self" -> referents(tree, node);
      default -> prepositional(tree, node, cue, slot);
    };
  }

  private static List<Integer> owners(Tree tree, Set<Integer> cue) {
    return conjuncts(
        tree, cue.stream().flatMap(i -> tree.children(i, "nmod:poss").stream()).toList());
  }

  /** "X's removal" is done to X, "X's removal of Y" by him. */
  private static List<Integer> patients(Tree tree, int node, Set<Integer> cue) {
    return tree.children(node, "nmod").stream().anyMatch(i -> tree.marker(i).equals("of"))
        ? List.of()
        : owners(tree, cue);
  }

  /**
   * "A Trump critic"; but "Trump's party rivals" are his, and a "newspaper's film critic" no foe.
   */
  private List<Integer> compounds(Tree tree, int node, Frame frame) {
    if (!frame.holders().contains("self")) {
      // "A Twitter war" is fought there, not by it.
      return conjuncts(tree, tree.children(node, "compound", "amod")).stream()
          .filter(i -> !operators.is(Kind.MEDIUM, tree.lemma(i)))
          .toList();
    }
    return tree.children(node, "nmod:poss").isEmpty()
        ? tree.children(node, "compound", "amod").stream()
            .filter(child -> child == node - 1)
            .flatMap(child -> tree.conjuncts(child).stream())
            .toList()
        : List.of();
  }

  private static List<Integer> conjuncts(Tree tree, List<Integer> tokens) {
    return tokens.stream().flatMap(i -> tree.conjuncts(i).stream()).distinct().toList();
  }

  /** What a noun or adjective is said of: its subject, or the noun that an adjective stands at. */
  private List<Integer> subjects(Tree tree, int node, Frame frame) {
    if (tree.relation(node).equals("amod") && frame.part() == Frame.Part.ADJECTIVE) {
      int noun = tree.head(node);
      // "X is a great country" is said of X.
      return tree.children(noun, "cop").isEmpty() ? List.of(noun) : tree.surfaceSubjects(noun);
    }
    boolean predicate =
        !tree.children(node, "cop", "nsubj", "nsubj:pass").isEmpty()
            || tree.relation(node).equals("xcomp")
            || tree.relation(node).equals("conj")
            || frame.part() == Frame.Part.ADJECTIVE;
    return predicate ? tree.surfaceSubjects(node) : List.of();
  }

  private List<Integer> infinitives(Tree tree, int node, Set<Integer> cue) {
    var found = new ArrayList<Integer>();
    if (tree.lemma(node).equals("call") && !tree.children(node, "obj").isEmpty()) {
      // "called the plan to ... a failure" asks for nothing.
      return found;
    }
    for (int part : cue) {
      for (int child : tree.children(part, "xcomp", "acl", "advcl", "ccomp")) {
        if (child > node && infinitive(tree.marker(child)) && !tree.tag(child).equals("VBG")) {
          found.addAll(tree.conjuncts(child));
        }
      }
    }
    return found;
  }

  private static boolean infinitive(String marker) {
    return marker.endsWith("to") && !marker.startsWith("whether") && !marker.startsWith("how");
  }

  private static List<Integer> thatClauses(Tree tree, int node, Set<Integer> cue) {
    var found = new ArrayList<Integer>();
    for (int part : cue) {
      for (int child : tree.children(part, "ccomp", "acl", "dep")) {
        boolean that = tree.marker(child).equals("that");
        if (child > node && (that || tree.relation(child).equals("ccomp"))) {
          found.addAll(tree.conjuncts(child));
        }
      }
    }
    return found;
  }

  /**
   * "Opposes sending troops"; but "dropped the plan, sending troops home" says what else is done.
   */
  private static List<Integer> gerunds(Tree tree, int node) {
    boolean filled =
        tree.children(node, "obj").stream().anyMatch(child -> !tree.tag(child).equals("VBG"));
    return tree.children(node, "xcomp", "obj", "ccomp", "dep").stream()
        .filter(child -> child > node && tree.tag(child).equals("VBG"))
        .filter(child -> !(filled && tree.word(child - 1).equals(",")))
        .flatMap(child -> tree.conjuncts(child).stream())
        .toList();
  }

  /** The verb whose object a noun is, also as one of several; or -1. */
  static int governingVerb(Tree tree, int noun) {
    int at = noun;
    while (tree.relation(at).equals("conj")) {
      at = tree.head(at);
    }
    return switch (tree.relation(at)) {
      case "obj", "nsubj:pass" -> tree.head(at);
      default -> -1;
    };
  }

  List<Integer> lightSubjects(Tree tree, int node) {
    int verb = governingVerb(tree, node);
    boolean lends =
        verb >= 0
            && (operators.is(Kind.LIGHT, tree.lemma(verb))
                || operators.is(Kind.REVOKE, tree.lemma(verb)));
    return lends ? tree.logicalSubjects(verb) : List.of();
  }

  /** Who "expressed hope"; what "raised" or "lifted hopes" does not hope. */
  private List<Integer> hoping(Tree tree, int node) {
    int verb = governingVerb(tree, node);
    return verb >= 0 && operators.is(Kind.AROUSE, tree.lemma(verb))
        ? List.of()
        : lightSubjects(tree, node);
  }

  /** Who comes after the cue and is to do something: "it is up to X to decide". */
  private static List<Integer> next(Tree tree, Set<Integer> cue) {
    int from = cue.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    int at = from < tree.size() && tree.tag(from).equals("DT") ? from + 1 : from;
    while (at + 1 < tree.size() && tree.isNoun(at) && tree.isNoun(at + 1)) {
      at++;
    }
    boolean asked = at + 1 < tree.size() && tree.isNoun(at) && tree.tag(at + 1).equals("TO");
    return asked ? List.of(at) : List.of();
  }

  /** What a judgement is about: "when it comes to X", "as for X", "regarding X". */
  private static List<Integer> topics(Tree tree) {
    return IntStream.range(0, tree.size())
        .boxed()
        .filter(i -> tree.isNoun(i) && !tree.marker(i).isEmpty())
        .filter(
            i ->
                Set.of("regarding", "concerning", "as for", "as to").contains(tree.marker(i))
                    || (tree.marker(i).equals("to")
                        && tree.head(i) >= 0
                        && tree.lemma(tree.head(i)).equals("come")
                        && tree.children(tree.head(i), "nsubj").stream()
                            .anyMatch(s -> tree.word(s).equals("it"))))
        .toList();
  }

  private static List<Integer> governorSubjects(Tree tree, int node) {
    int at = tree.head(node);
    return at >= 0
            && tree.isVerb(at)
            && tree.relation(node).equals("obl")
            && Set.of("in", "with").contains(tree.marker(node))
        ? tree.logicalSubjects(at)
        : List.of();
  }

  /** Whom a noun for a person ("critic", "ally") describes. */
  private static List<Integer> referents(Tree tree, int node) {
    if (tree.relation(node).equals("appos") || tree.relation(node).equals("compound")) {
      int named = tree.head(node);
      // "Trump, allies of Mercer, ...": several are not one.
      boolean agree = tree.tag(node).endsWith("S") == tree.tag(named).endsWith("S");
      return agree || !tree.children(named, "conj").isEmpty() ? List.of(named) : List.of(node);
    }
    var names = tree.children(node, "appos");
    if (!names.isEmpty()) {
      return List.of(names.get(0));
    }
    if (!tree.children(node, "cop").isEmpty() || tree.relation(node).equals("xcomp")) {
      return tree.surfaceSubjects(node);
    }
    return List.of(node);
  }

  /** What follows a preposition at the frame; parsers often hang it elsewhere. */
  List<Integer> prepositional(Tree tree, int node, Set<Integer> cue, String preposition) {
    var found = new LinkedHashSet<Integer>();
    int last = cue.stream().mapToInt(Integer::intValue).max().orElse(node);
    for (int i = 0; i < tree.size(); i++) {
      String relation = tree.relation(i);
      boolean candidate =
          relation.startsWith("obl")
              || relation.equals("nmod")
              || relation.equals("advcl")
              || relation.equals("acl")
              || relation.equals("xcomp")
              || relation.equals("ccomp");
      if (!candidate || i == node || cue.contains(i) || !marks(tree, i, cue, preposition)) {
        continue;
      }
      boolean infinitive = preposition.equals("to") && tree.tag(i).equals("VB");
      boolean follows =
          tree.children(i, "case", "mark").stream()
              .anyMatch(m -> m > last && isTime(tree, last + 1, m));
      if (!infinitive && (cue.contains(tree.head(i)) || follows)) {
        found.addAll(tree.conjuncts(tree.antecedent(i)));
      }
    }
    return List.copyOf(found);
  }

  /** Whether nothing but a time stands between: "an attack last week on X". */
  private boolean isTime(Tree tree, int from, int to) {
    return IntStream.range(from, to)
        .allMatch(i -> operators.is(Kind.TIME, tree.lemma(i)) || tree.tag(i).equals("CD"));
  }

  /** Whether a preposition marks a nominal, alone or after a particle: "backed out of the deal". */
  private static boolean marks(Tree tree, int i, Set<Integer> cue, String preposition) {
    String marker = tree.marker(i);
    return marker.equals(preposition)
        || (marker.endsWith(" " + preposition)
            && tree.children(i, "case", "mark").stream()
                .filter(m -> !tree.word(m).equals(preposition))
                .allMatch(cue::contains));
  }
}
