package org.parley.stance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.stance.Operators.Kind;

/** Says who holds what a frame says, and what it is about, once its words are found. */
final class FrameFillers {

  private final Operators operators;

  private final FrameSlots slots;

  FrameFillers(Operators operators) {
    this.operators = operators;
    this.slots = new FrameSlots(operators);
  }

  FrameMatcher.Match fill(Tree tree, int node, Frame frame, Set<Integer> cue) {
    var fillers = new LinkedHashMap<Integer, FrameMatcher.Filler>();
    for (Frame.Target target : frame.targets()) {
      for (int token : slots.of(tree, node, frame, cue, target.slot())) {
        if (!cue.contains(token) || frame.part() == Frame.Part.PREPOSITION) {
          fillers.putIfAbsent(token, new FrameMatcher.Filler(token, target.sign(), target.slot()));
        }
      }
    }
    // "prevent X from joining": the joining is prevented, not X.
    if (fillers.values().stream().anyMatch(f -> f.slot().equals("from"))) {
      fillers.values().removeIf(f -> f.slot().equals("obj"));
    }
    // "The party's fiercest opponent of X": no opponent of the party.
    if (frame.holders().contains("self")
        && fillers.values().stream().anyMatch(f -> Set.of("of", "to").contains(f.slot()))) {
      fillers.values().removeIf(f -> Set.of("poss", "compound").contains(f.slot()));
    }
    // "X and Y clashed with Z": not with each other.
    if (fillers.values().stream().anyMatch(f -> f.slot().equals("with"))) {
      fillers.values().removeIf(f -> f.slot().equals("subj"));
    }
    var holders = new ArrayList<Integer>();
    if (frame.bySpeaker()) {
      int label = labelVerb(tree, node);
      if (label >= 0) {
        int sign = frame.targets().isEmpty() ? 0 : frame.targets().get(0).sign();
        for (int object : tree.logicalObjects(label)) {
          if (object != node) {
            fillers.putIfAbsent(object, new FrameMatcher.Filler(object, sign, "obj"));
          }
        }
        holders.addAll(tree.logicalSubjects(label));
      }
      expletive(tree, node, label, fillers);
    }
    if (frame.part() == Frame.Part.NOUN && !tree.children(node, "nmod:poss").isEmpty()) {
      // "Repeated its objection": the objection is of the one who repeats it.
      int owner = tree.children(node, "nmod:poss").get(0);
      if (tree.tag(owner).equals("PRP$") && frame.holders().contains("light")) {
        holders.addAll(slots.lightSubjects(tree, node));
      }
    }
    for (String slot : frame.holders()) {
      if (holders.isEmpty() && !slot.equals(Frame.SPEAKER)) {
        holders.addAll(slots.of(tree, node, frame, cue, slot));
      }
    }
    if (frame.part() == Frame.Part.NOUN) {
      int verb = FrameSlots.governingVerb(tree, node);
      var givers = verb >= 0 ? givers(tree, node, verb, frame) : List.<Integer>of();
      if (!givers.isEmpty()) {
        givers.forEach(fillers::remove);
        holders.clear();
        holders.addAll(givers);
      }
      // "Met the goal": a goal is what one says is one.
      boolean predicate = frame.targets().stream().allMatch(target -> target.slot().equals("subj"));
      boolean reversed =
          verb >= 0
              && !predicate
              && (operators.is(Kind.REVERSE, tree.lemma(verb)) || !givers.isEmpty());
      if (reversed) {
        int sign = frame.targets().get(0).sign();
        for (int token : tree.logicalSubjects(verb)) {
          fillers.putIfAbsent(token, new FrameMatcher.Filler(token, sign, "subj"));
        }
        if (holders.isEmpty()) {
          holders.addAll(slots.prepositional(tree, verb, Set.of(verb, node), "from"));
        }
      }
      if (holders.isEmpty()) {
        holders.addAll(origins(tree, node));
      }
    }
    return new FrameMatcher.Match(
        frame, node, cue, List.copyOf(holders), List.copyOf(fillers.values()));
  }

  /** "It is wrong to leave", "called it a mistake that X left": the clause is what is judged. */
  private static void expletive(
      Tree tree, int node, int label, Map<Integer, FrameMatcher.Filler> fillers) {
    var it = fillers.values().stream().filter(f -> tree.word(f.token()).equals("it")).findFirst();
    var clause =
        Stream.of(node, label)
            .filter(i -> i >= 0)
            .flatMap(
                i -> tree.children(i, "ccomp", "xcomp", "csubj", "acl", "advcl", "dep").stream())
            .filter(i -> i > node && Set.of("to", "that").contains(tree.marker(i)))
            .findFirst();
    if (it.isPresent() && clause.isPresent()) {
      fillers.remove(it.get().token());
      fillers.put(clause.get(), new FrameMatcher.Filler(clause.get(), it.get().sign(), "clause"));
    }
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
}
