package org.parley.stance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.stance.Operators.Kind;

/** Finds frames in a sentence, with the tokens that fill their slots. */
final class FrameMatcher {
  private static final Frame DEONTIC =
      new Frame(
          "deontic",
          List.of(),
          Frame.Part.VERB,
          List.of(Frame.SPEAKER),
          List.of(new Frame.Target("clause", 1)),
          0.8,
          "demand");

  private static final Frame PLAN =
      new Frame(
          "plan",
          List.of(),
          Frame.Part.VERB,
          List.of(Frame.SPEAKER),
          List.of(new Frame.Target("clause", 1)),
          0.7,
          "commit");

  private final Lexicon lexicon;
  private final Operators operators;

  FrameMatcher(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.operators = lexicon.operators();
  }

  /**
   * A frame found.
   *
   * @param node its head word
   * @param cue all its words
   * @param holders heads of the nominals in the holder slot; empty where the speaker holds it
   * @param fillers what stands in the target slots
   */
  record Match(
      Frame frame, int node, Set<Integer> cue, List<Integer> holders, List<Filler> fillers) {}

  /** The head of a nominal or clause in a target slot. */
  record Filler(int token, int sign, String slot) {}

  /** The frames whose head word is at the node, the most specific ones only. */
  List<Match> matches(Tree tree, int node) {
    var found = new ArrayList<Match>();
    int specific = 0;
    for (Frame frame : candidates(tree, node)) {
      var cue = cue(tree, node, frame);
      if (cue != null && !(frame.kind().equals("undecided") && isNaming(tree, node))) {
        specific = Math.max(specific, frame.needs().size());
        found.add(fill(tree, node, frame, cue));
      }
    }
    int most = specific;
    boolean act =
        found.stream().anyMatch(m -> m.frame().needs().size() == most && m.frame().isAct());
    // "impose sanctions on X" is hostile to X, and still "impose" in favour of the sanctions.
    found.removeIf(m -> m.frame().needs().size() < most && !(act && m.frame().isEffect()));
    return found;
  }

  /**
   * The frames of a part of speech at a word, without their fillers, whatever the parser takes it
   * for.
   */
  List<Match> matches(Tree tree, int node, Frame.Part part) {
    var found = new ArrayList<Match>();
    for (Frame frame : lexicon.frames(tree.lemma(node))) {
      if (frame.part() == part && frame.needs().isEmpty()) {
        found.add(new Match(frame, node, Set.of(node), List.of(), List.of()));
      }
    }
    return found;
  }

  /** "should", "must", "need to": whoever says so demands what the clause says. */
  List<Match> deontic(Tree tree, int node) {
    boolean modal =
        tree.children(node, "aux").stream().anyMatch(i -> operators.is(Kind.DEONTIC, tree.lemma(i)))
            || (tree.relation(node).equals("xcomp")
                && operators.is(Kind.NECESSITY, tree.lemma(tree.head(node)))
                && tree.marker(node).equals("to"));
    if (modal) {
      return List.of(whole(DEONTIC, node));
    }
    return isOwnPlan(tree, node) ? List.of(whole(PLAN, node)) : List.of();
  }

  private static Match whole(Frame frame, int node) {
    return new Match(frame, node, Set.of(node), List.of(), List.of(new Filler(node, 1, "clause")));
  }

  /** "We will ...", "I am going to ...": whoever says so means to do it. */
  private boolean isOwnPlan(Tree tree, int node) {
    boolean going =
        tree.relation(node).equals("xcomp")
            && tree.marker(node).equals("to")
            && tree.word(tree.head(node)).equals("going");
    boolean will =
        tree.children(node, "aux").stream().anyMatch(i -> tree.lemma(i).equals("will"))
            && !tree.isPassive(node);
    var deeds =
        lexicon.frames(tree.lemma(node)).stream().filter(f -> f.part() == Frame.Part.VERB).toList();
    boolean deed = !deeds.isEmpty() && deeds.stream().allMatch(f -> f.isAct() || f.isEffect());
    return (going || will)
        && deed
        && tree.children(going ? tree.head(node) : node, "nsubj").stream()
            .anyMatch(i -> Set.of("i", "we").contains(tree.word(i)));
  }

  private List<Frame> candidates(Tree tree, int node) {
    var found = new ArrayList<Frame>();
    boolean verb = tree.isVerb(node);
    boolean noun = tree.isNoun(node);
    for (Frame frame : lexicon.frames(tree.lemma(node))) {
      if ((frame.part() == Frame.Part.VERB && verb && !tree.relation(node).equals("amod"))
          || (frame.part() == Frame.Part.NOUN && noun)) {
        found.add(frame);
      }
    }
    if (isDescription(tree, node)
        || tree.tag(node).startsWith("JJ")
        || tree.tag(node).startsWith("RB")) {
      for (Frame frame : lexicon.frames(tree.word(node))) {
        if (frame.part() == Frame.Part.ADJECTIVE) {
          found.add(frame);
        }
      }
    }
    if (!tree.children(node, "cop").isEmpty()) {
      for (int marker : tree.children(node, "case")) {
        for (Frame frame : lexicon.frames(tree.word(marker))) {
          if (frame.part() == Frame.Part.PREPOSITION) {
            found.add(frame);
          }
        }
      }
    }
    return found;
  }

  /** "Is encouraging", but not "is encouraging attacks", nor "would have needed". */
  private static boolean isDescription(Tree tree, int node) {
    return switch (tree.tag(node)) {
      case "VBG" -> tree.children(node, "obj", "xcomp", "ccomp", "dep").isEmpty();
      case "VBN" ->
          tree.children(node, "aux").stream().noneMatch(i -> tree.lemma(i).equals("have"))
              || !tree.children(node, "aux:pass").isEmpty();
      default -> false;
    };
  }

  /** The words of the frame, or null if one that it needs is missing. */
  private static Set<Integer> cue(Tree tree, int node, Frame frame) {
    var cue = new LinkedHashSet<Integer>();
    cue.add(node);
    for (Set<String> need : frame.needs()) {
      if (need.contains("!obj")) {
        if (!tree.children(node, "obj").isEmpty()) {
          return null;
        }
        continue;
      }
      int found = -1;
      for (int child : tree.children(node)) {
        if (found < 0 && isNeeded(tree, child, need)) {
          found = child;
        }
        for (int grandchild : tree.children(child)) {
          if (found < 0 && isNeeded(tree, grandchild, need) && !tree.isVerb(child)) {
            found = grandchild;
          }
        }
      }
      if (found < 0 && node + 1 < tree.size() && isNeeded(tree, node + 1, need)) {
        found = node + 1;
      }
      if (found < 0 && frame.part() == Frame.Part.NOUN) {
        found = governing(tree, node, need);
      }
      if (found < 0) {
        return null;
      }
      cue.add(found);
    }
    return cue;
  }

  /** The verb that a noun is subject or object of, or one joined to it, if it is needed; or -1. */
  private static int governing(Tree tree, int noun, Set<String> need) {
    int verb = tree.head(noun);
    if (verb < 0 || !Set.of("obj", "nsubj", "nsubj:pass").contains(tree.relation(noun))) {
      return -1;
    }
    int first = tree.relation(verb).equals("conj") ? tree.head(verb) : verb;
    return tree.conjuncts(first).stream()
        .filter(i -> tree.isVerb(i) && i > noun - 6 && isNeeded(tree, i, need))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isNeeded(Tree tree, int token, Set<String> need) {
    return need.contains(tree.word(token)) || need.contains(tree.lemma(token));
  }

  private Match fill(Tree tree, int node, Frame frame, Set<Integer> cue) {
    var fillers = new LinkedHashMap<Integer, Filler>();
    for (Frame.Target target : frame.targets()) {
      for (int token : slot(tree, node, frame, cue, target.slot())) {
        if (!cue.contains(token) || frame.part() == Frame.Part.PREPOSITION) {
          fillers.putIfAbsent(token, new Filler(token, target.sign(), target.slot()));
        }
      }
    }
    // "prevent X from joining": the joining is prevented, not X.
    if (fillers.values().stream().anyMatch(f -> f.slot().equals("from"))) {
      fillers.values().removeIf(f -> f.slot().equals("obj"));
    }
    var holders = new ArrayList<Integer>();
    if (frame.bySpeaker()) {
      int label = labelVerb(tree, node);
      if (label >= 0) {
        int sign = frame.targets().isEmpty() ? 0 : frame.targets().get(0).sign();
        for (int object : tree.logicalObjects(label)) {
          if (object != node) {
            fillers.putIfAbsent(object, new Filler(object, sign, "obj"));
          }
        }
        holders.addAll(tree.logicalSubjects(label));
      }
    }
    if (frame.part() == Frame.Part.NOUN && !tree.children(node, "nmod:poss").isEmpty()) {
      // "Repeated its objection": the objection is of the one who repeats it.
      int owner = tree.children(node, "nmod:poss").get(0);
      if (tree.tag(owner).equals("PRP$") && frame.holders().contains("light")) {
        holders.addAll(lightSubjects(tree, node));
      }
    }
    for (String slot : frame.holders()) {
      if (holders.isEmpty() && !slot.equals(Frame.SPEAKER)) {
        holders.addAll(slot(tree, node, frame, cue, slot));
      }
    }
    if (frame.part() == Frame.Part.NOUN) {
      int verb = governingVerb(tree, node);
      var givers = verb >= 0 ? givers(tree, node, verb, frame) : List.<Integer>of();
      if (!givers.isEmpty()) {
        givers.forEach(fillers::remove);
        holders.clear();
        holders.addAll(givers);
      }
      boolean reversed =
          verb >= 0 && (operators.is(Kind.REVERSE, tree.lemma(verb)) || !givers.isEmpty());
      if (reversed && !frame.targets().isEmpty()) {
        int sign = frame.targets().get(0).sign();
        for (int token : tree.logicalSubjects(verb)) {
          fillers.putIfAbsent(token, new Filler(token, sign, "subj"));
        }
        if (holders.isEmpty()) {
          holders.addAll(prepositional(tree, verb, Set.of(verb, node), "from"));
        }
      }
      if (holders.isEmpty()) {
        holders.addAll(origins(tree, node));
      }
    }
    return new Match(frame, node, cue, List.copyOf(holders), List.copyOf(fillers.values()));
  }

  /** "Has the endorsement of X", "won the backing of X": X gives it. */
  private List<Integer> givers(Tree tree, int node, int verb, Frame frame) {
    boolean given =
        frame.kind().equals("support")
            && (tree.lemma(verb).equals("have") || operators.is(Kind.REVERSE, tree.lemma(verb)))
            && tree.children(node, "det").stream().anyMatch(i -> tree.word(i).equals("the"));
    return given
        ? tree.children(node, "nmod").stream()
            .filter(i -> tree.marker(i).equals("of"))
            .flatMap(i -> tree.conjuncts(i).stream())
            .toList()
        : List.of();
  }

  /** "Support for the plan came from X", "is strong among X": those whom a subject comes from. */
  private List<Integer> origins(Tree tree, int node) {
    int verb = tree.head(node);
    if (verb < 0 || !tree.relation(node).equals("nsubj")) {
      return List.of();
    }
    boolean linked = !tree.children(verb, "cop").isEmpty();
    var found = new ArrayList<Integer>();
    for (int child : tree.children(verb, "obl", "nmod")) {
      boolean origin =
          (tree.lemma(verb).equals("come") && tree.marker(child).equals("from"))
              || ((linked || !tree.isPassive(verb)) && tree.marker(child).equals("among"));
      if (origin) {
        found.addAll(tree.conjuncts(child));
      }
    }
    return found;
  }

  /** The verb of "call X a liar" or "denounce X as reckless" above the evaluation, or -1. */
  private int labelVerb(Tree tree, int attribute) {
    // "called it an outrageous attempt": the adjective judges what the noun names.
    int node = tree.relation(attribute).equals("amod") ? tree.head(attribute) : attribute;
    int head = tree.head(node);
    if (head < 0 || !operators.is(Kind.LABEL, tree.lemma(head)) || !tree.isVerb(head)) {
      return -1;
    }
    boolean complement =
        switch (tree.relation(node)) {
          case "xcomp", "obl:npmod" -> true;
          case "obj" -> tree.children(head, "obj", "iobj").size() > 1;
          case "obl", "advcl", "nmod" -> tree.marker(node).equals("as");
          default -> false;
        };
    return complement ? head : -1;
  }

  /** "Considered a threat", "which X considers a threat": that is no hesitation. */
  private boolean isNaming(Tree tree, int verb) {
    int objects = tree.children(verb, "obj", "iobj", "obl:npmod").size();
    boolean complement =
        tree.children(verb, "xcomp").stream().anyMatch(i -> !tree.tag(i).startsWith("VB"));
    return operators.is(Kind.LABEL, tree.lemma(verb))
        && (complement
            || objects > 1
            || (objects > 0 && (tree.isPassive(verb) || tree.relation(verb).equals("acl:relcl"))));
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

  private List<Integer> slot(Tree tree, int node, Frame frame, Set<Integer> cue, String slot) {
    boolean verb = frame.part() == Frame.Part.VERB;
    return switch (slot) {
      case "subj" -> verb ? tree.logicalSubjects(node) : subjects(tree, node, frame);
      case "obj" -> verb ? tree.logicalObjects(node) : List.of();
      case "iobj" -> conjuncts(tree, tree.children(node, "iobj", "obj"));
      case "node" -> List.of(node);
      case "inf" -> infinitives(tree, node, cue);
      case "that" -> thatClauses(tree, node, cue);
      case "ing" -> gerunds(tree, node);
      case "poss" -> conjuncts(tree, tree.children(node, "nmod:poss"));
      case "compound" -> compounds(tree, node, frame);
      case "light" -> frame.kind().equals("hope") ? hoping(tree, node) : lightSubjects(tree, node);
      case "topic" -> topics(tree);
      case "governor" -> governorSubjects(tree, node);
      case "self" -> referents(tree, node);
      default -> prepositional(tree, node, cue, slot);
    };
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
      return List.of(tree.head(node));
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

  private static List<Integer> gerunds(Tree tree, int node) {
    return tree.children(node, "xcomp", "obj", "ccomp", "dep").stream()
        .filter(child -> child > node && tree.tag(child).equals("VBG"))
        .flatMap(child -> tree.conjuncts(child).stream())
        .toList();
  }

  private List<Integer> lightSubjects(Tree tree, int node) {
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
  private List<Integer> prepositional(Tree tree, int node, Set<Integer> cue, String preposition) {
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
