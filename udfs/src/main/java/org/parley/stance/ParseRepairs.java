package org.parley.stance;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.nlp.Sentence;

/** Mends what the parser often gets wrong in news, where a few neighbouring words settle it. */
final class ParseRepairs extends TreeRepairs {
  private static final Set<String> NAMING =
      Set.of("call", "describe", "term", "label", "deem", "see", "consider", "denounce");

  private static final Set<String> SAYING = Set.of("say", "announce", "report", "add", "state");

  private final ClauseRepairs clauses;

  ParseRepairs(
      Sentence sentence, String[] words, String[] lemmas, int[] heads, String[] relations) {
    super(sentence, words, lemmas, heads, relations);
    this.clauses = new ClauseRepairs(sentence, words, lemmas, heads, relations);
  }

  /** Changes heads and relations in place. */
  void apply() {
    for (int i = 1; i + 1 < words.length; i++) {
      int[] before = heads.clone();
      String[] relationsBefore = relations.clone();
      gerund(i);
      bareRelative(i);
      whatOneCalls(i);
      owner(i);
      addressee(i);
      saidBehind(i);
      clauses.at(i);
      mainClause(i);
      quotedName(i);
      if (!Arrays.equals(before, heads) && !isTree()) {
        System.arraycopy(before, 0, heads, 0, heads.length);
        System.arraycopy(relationsBefore, 0, relations, 0, relations.length);
      }
    }
  }

  /** "recalling X's failed bid": parsers make the owner the subject of the participle. */
  private void owner(int mark) {
    int name = heads[mark];
    boolean owned = words[mark].equals("'s") && tag(mark).equals("POS") && name >= 0;
    if (owned && relations[name].startsWith("nsubj") && heads[name] > mark) {
      int verb = heads[name];
      int noun = verb + 1;
      while (noun < words.length && (tag(noun).equals("CD") || tag(noun).startsWith("JJ"))) {
        noun++;
      }
      if (tag(verb).startsWith("VB") && noun < words.length && tag(noun).startsWith("NN")) {
        attach(name, noun, "nmod:poss");
      }
    }
  }

  /** "told X the plan was wrong": parsers join whom one tells to what he is told of. */
  private void addressee(int article) {
    int noun = heads[article];
    boolean joined =
        relations[article].equals("det")
            && noun > article
            && tag(article - 1).startsWith("NNP")
            && heads[article - 1] == noun
            && relations[noun].startsWith("nsubj");
    int verb = joined ? heads[noun] : -1;
    int teller = verb >= 0 && relations[verb].equals("ccomp") ? heads[verb] : -1;
    if (teller >= 0 && lemmas[teller].equals("tell") && teller < article) {
      IntStream.range(teller + 1, article - 1)
          .filter(i -> heads[i] == noun)
          .forEach(i -> attach(i, article - 1, relations[i]));
      attach(article - 1, teller, "obj");
    }
  }

  /** "X opposes the deal, its minister said": parsers make the deal say so. */
  private void saidBehind(int said) {
    int verb = heads[said];
    if (!SAYING.contains(lemmas[said]) || verb < 0 || !tag(verb).startsWith("VB")) {
      return;
    }
    int object = child(said, "nsubj", verb + 1, said);
    int teller = object < 0 ? -1 : child(object, "appos", object + 1, said);
    boolean apart =
        teller >= 0
            && Set.of("ccomp", "parataxis", "dep").contains(relations[said])
            && child(verb, "obj", verb + 1, said) < 0
            && IntStream.range(object + 1, teller).anyMatch(i -> words[i].equals(","));
    if (apart) {
      attach(object, verb, "obj");
      attach(teller, said, "nsubj");
      relations[said] = "parataxis";
    }
  }

  /** "Called the plan "a mistake"": parsers join what is quoted to the plan. */
  private void quotedName(int mark) {
    int object = mark - 1;
    int complement = heads[object];
    boolean inverted =
        complement > mark
            && Set.of("dep", "compound").contains(relations[object])
            && Set.of("xcomp", "obj").contains(relations[complement])
            && tag(mark).matches("``|''");
    if (inverted && NAMING.contains(lemmas[heads[complement]])) {
      attach(object, heads[complement], "obj");
      relations[complement] = "xcomp";
      return;
    }
    int name = -1;
    while (name < 0 && object >= 0 && tag(object).startsWith("NN")) {
      name = child(object, "dep", mark + 1, words.length);
      if (relations[object].equals("obj")) {
        break;
      }
      object = heads[object];
    }
    int verb = object < 0 ? -1 : heads[object];
    boolean called = verb >= 0 && verb < object && NAMING.contains(lemmas[verb]);
    if (name >= 0 && called && relations[object].equals("obj") && tag(mark).matches("``|''")) {
      attach(name, verb, "xcomp");
    }
  }

  /** "X fears that A comes, and B demanded C": parsers let X fear what B did. */
  private void mainClause(int and) {
    int verb = heads[and];
    int joined = verb >= 0 && relations[verb].equals("conj") ? heads[verb] : -1;
    int governor = joined >= 0 && relations[joined].equals("ccomp") ? heads[joined] : -1;
    boolean main =
        governor >= 0
            && words[and].equals("and")
            && words[and - 1].equals(",")
            && and < verb
            && governor < joined
            && !SAYING.contains(lemmas[governor])
            && (tag(verb).equals("VBD") || tag(verb).equals("VBZ"))
            && child(verb, "nsubj", and + 1, verb) >= 0
            && child(verb, "mark", and + 1, verb) < 0;
    if (main) {
      attach(verb, governor, "conj");
    }
  }

  private boolean isTree() {
    for (int i = 0; i < heads.length; i++) {
      int steps = 0;
      for (int at = i; at >= 0; at = heads[at]) {
        if (steps++ > heads.length) {
          return false;
        }
      }
    }
    return true;
  }

  /** "by accusing X of lying": parsers make the gerund after a preposition an attribute. */
  private void gerund(int i) {
    int noun = heads[i];
    boolean attribute =
        tag(i).equals("VBG")
            && relations[i].equals("amod")
            && noun > i
            && relations[i - 1].equals("case")
            && heads[i - 1] == noun
            && (tag(noun).startsWith("NNP") || isReason(i - 1, noun));
    if (attribute) {
      attach(i, heads[noun], "advcl");
      attach(noun, i, "obj");
      attach(i - 1, i, "mark");
    }
  }

  /** "praised X for opposing sanctions": the preposition stands behind the object of a verb. */
  private boolean isReason(int preposition, int noun) {
    boolean behindObject =
        relations[noun].equals("obl")
            && preposition > 0
            && heads[preposition - 1] == heads[noun]
            && relations[preposition - 1].equals("obj");
    return words[preposition].equals("by") || (words[preposition].equals("for") && behindObject);
  }

  /** "a measure X does not support": parsers take the measure and X for one name. */
  private void bareRelative(int name) {
    int noun = name - 1;
    boolean joined =
        tag(name).startsWith("NNP")
            && (tag(noun).equals("NN") || tag(noun).equals("NNS"))
            && relations[noun].equals("compound")
            && heads[noun] == name
            && Character.isLowerCase(written(noun).charAt(0))
            && Set.of("obj", "obl", "nmod", "nsubj:pass").contains(relations[name]);
    if (!joined) {
      return;
    }
    int verb = predicateAfter(name);
    if (verb < 0 || heads[name] == verb || verb == heads[noun]) {
      return;
    }
    int governor = heads[name];
    String relation = relations[name];
    IntStream.range(0, noun)
        .filter(i -> heads[i] == name)
        .forEach(i -> attach(i, noun, relations[i]));
    attach(noun, governor, relation);
    attach(verb, noun, "acl:relcl");
    attach(name, verb, "nsubj");
  }

  /** The verb that directly follows a name, also behind auxiliaries; or -1. */
  private int predicateAfter(int name) {
    int next = name + 1;
    if (tag(next).equals("VBD") || tag(next).equals("VBZ")) {
      boolean auxiliary = relations[next].startsWith("aux") && heads[next] > next;
      return auxiliary ? heads[next] : next;
    }
    return tag(next).equals("MD") && heads[next] > next ? heads[next] : -1;
  }

  /** "rejected what he called lies": the lies are rejected. */
  private void whatOneCalls(int what) {
    int verb = heads[what];
    if (!words[what].equals("what") || verb < what || !NAMING.contains(lemmas[verb])) {
      return;
    }
    int outer = heads[verb];
    String clause = relations[verb];
    int named =
        IntStream.range(verb + 1, words.length)
            .filter(i -> heads[i] == verb && tag(i).startsWith("NN"))
            .filter(i -> Set.of("obj", "xcomp", "dep", "obl:npmod", "obl").contains(relations[i]))
            .findFirst()
            .orElse(-1);
    if (named < 0 || outer < 0) {
      return;
    }
    boolean prepositional = tag(what - 1).equals("IN") || tag(what - 1).equals("TO");
    attach(verb, named, "acl:relcl");
    attach(named, outer, clause.startsWith("csubj") ? "nsubj" : prepositional ? "obl" : "obj");
    if (prepositional) {
      attach(what - 1, named, "case");
    }
  }
}
