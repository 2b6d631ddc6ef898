package org.parley.stance;

import java.util.Set;
import java.util.stream.IntStream;
import org.parley.nlp.Sentence;

/**
 * Puts clauses where they belong that the parser hangs elsewhere: what somebody says without
 * "that", what a noun such as "decision" is to do, what stands behind an inserted "he said".
 */
final class ClauseRepairs extends TreeRepairs {
  /** Verbs over a clause without "that"; none of them is ever the clause that another is about. */
  private static final Set<String> THINKING =
      Set.of(
          "say",
          "announce",
          "report",
          "add",
          "state",
          "hope",
          "insist",
          "believe",
          "think",
          "fear",
          "warn",
          "claim",
          "argue",
          "maintain",
          "know",
          "feel",
          "expect",
          "predict",
          "complain",
          "admit",
          "deny",
          "suggest",
          "vow",
          "promise",
          "acknowledge",
          "conclude",
          "contend",
          "declare",
          "stress",
          "wish",
          "worry",
          "doubt",
          "assert",
          "allege",
          "note");

  /** Nouns over an infinitive: what is decided belongs to the decision. */
  private static final Set<String> MEANING_TO =
      Set.of(
          "decision",
          "plan",
          "effort",
          "attempt",
          "bid",
          "move",
          "proposal",
          "right",
          "ability",
          "push",
          "willingness",
          "refusal",
          "failure",
          "threat",
          "pledge",
          "promise",
          "offer",
          "request",
          "demand",
          "desire",
          "power",
          "authority",
          "call",
          "vow",
          "commitment",
          "intention",
          "determination",
          "readiness",
          "agreement",
          "order",
          "campaign",
          "drive",
          "law",
          "bill",
          "measure",
          "motion",
          "resolution",
          "deal",
          "program",
          "strategy");

  ClauseRepairs(
      Sentence sentence, String[] words, String[] lemmas, int[] heads, String[] relations) {
    super(sentence, words, lemmas, heads, relations);
  }

  /** Changes heads and relations in place, as far as a token tells. */
  void at(int i) {
    saidBefore(i);
    saidOf(i);
    meantTo(i);
    meantSubject(i);
    named(i);
    gerundBehind(i);
    besideSaid(i);
    madeClear(i);
  }

  /** "He hoped the tariffs could be avoided": parsers make what is hoped the main clause. */
  private void saidBefore(int said) {
    int verb = heads[said];
    if (!THINKING.contains(lemmas[said]) || !relations[said].startsWith("csubj") || verb < said) {
      return;
    }
    int teller = said;
    int inner = child(said, "ccomp", said + 1, verb);
    while (inner >= 0 && THINKING.contains(lemmas[inner])) {
      teller = inner;
      inner = child(teller, "ccomp", teller + 1, verb);
    }
    int subject = child(teller, "obj", teller + 1, verb);
    if (subject >= 0 && child(verb, "nsubj", said + 1, verb) < 0) {
      String relation = relations[said].replace("csubj", "nsubj");
      attach(said, heads[verb], relations[verb]);
      attach(verb, teller, "ccomp");
      attach(subject, verb, relation);
    }
  }

  /** "Said Poland firmly opposes it": parsers let somebody say Poland. */
  private void saidOf(int verb) {
    int teller = heads[verb];
    boolean told =
        teller >= 0
            && teller < verb
            && THINKING.contains(lemmas[teller])
            && Set.of("dep", "ccomp", "parataxis", "xcomp").contains(relations[verb])
            && isFinite(verb)
            && child(verb, "nsubj", teller, verb) < 0
            && child(verb, "nsubj:pass", teller, verb) < 0;
    int subject = told ? child(teller, "obj", teller + 1, verb) : -1;
    boolean close =
        subject >= 0
            && IntStream.range(subject + 1, verb)
                .allMatch(i -> (heads[i] == verb || heads[i] == subject) && !words[i].equals(","));
    if (close) {
      attach(subject, verb, child(verb, "aux:pass", subject, verb) < 0 ? "nsubj" : "nsubj:pass");
      relations[verb] = "ccomp";
    }
  }

  private boolean isFinite(int verb) {
    return tag(verb).matches("VB[DPZ]")
        || IntStream.range(0, verb).anyMatch(i -> heads[i] == verb && tag(i).matches("MD|VB[DPZ]"));
  }

  /** "Defended the decision to send troops": parsers let the verb itself be over the infinitive. */
  private void meantTo(int to) {
    // "A call on Friday to leave", "a call Friday to leave".
    int noun = to > 1 && relations[to - 1].endsWith(":tmod") ? to - 2 : to - 1;
    int verb = heads[to];
    boolean meant =
        words[to].equals("to")
            && relations[to].equals("mark")
            && MEANING_TO.contains(lemmas[noun])
            && tag(noun).startsWith("NN")
            && verb > to
            && Set.of("xcomp", "advcl", "dep").contains(relations[verb])
            && heads[verb] == heads[noun]
            && Set.of("obj", "nsubj:pass").contains(relations[noun]);
    if (meant) {
      attach(verb, noun, "acl");
    }
  }

  /** "The threat to leave the pact angered Poland": parsers take leaving for the main clause. */
  private void meantSubject(int to) {
    int noun = to - 1;
    int verb = heads[to];
    boolean meant =
        words[to].equals("to")
            && relations[to].equals("mark")
            && MEANING_TO.contains(lemmas[noun])
            && verb > to
            && heads[noun] == verb
            && relations[noun].startsWith("nsubj");
    int main = meant ? mainVerb(verb) : -1;
    if (main < 0) {
      return;
    }
    int object = child(main, "nsubj", verb + 1, main);
    attach(main, heads[verb], relations[verb]);
    attach(verb, noun, "acl");
    attach(noun, main, "nsubj");
    if (object >= 0) {
      attach(object, verb, "obj");
    }
  }

  /** The finite verb behind an infinitive that the parser took for the main one, or -1. */
  private int mainVerb(int infinitive) {
    return IntStream.range(infinitive + 1, words.length)
        .filter(i -> Set.of("ccomp", "dep", "parataxis").contains(relations[i]))
        .filter(i -> tag(i).startsWith("VB") && heads[i] <= infinitive && isFinite(i))
        .findFirst()
        .orElse(-1);
  }

  /** "Calling the plan a disaster": parsers join what it is called to the plan. */
  private void named(int name) {
    int object = heads[name];
    boolean called =
        relations[name].equals("dep")
            && object >= 0
            && object < name
            && relations[object].equals("obj")
            && Set.of("call", "label", "term", "brand", "dub").contains(lemmas[heads[object]]);
    if (called) {
      attach(name, heads[object], "xcomp");
    }
  }

  /** "Denied supporting them": the gerund right behind a verb is its complement. */
  private void gerundBehind(int gerund) {
    boolean behind =
        tag(gerund).equals("VBG")
            && relations[gerund].equals("dep")
            && heads[gerund] == gerund - 1
            && tag(gerund - 1).startsWith("VB");
    if (behind) {
      relations[gerund] = "xcomp";
    }
  }

  /** "Is willing, he said, to impose tariffs": parsers let him say so to impose them. */
  private void besideSaid(int said) {
    int outer = heads[said];
    boolean inserted =
        THINKING.contains(lemmas[said])
            && relations[said].equals("parataxis")
            && outer >= 0
            && outer < said
            && said + 2 < words.length
            && words[said + 1].equals(",")
            && words[said + 2].equals("to");
    int verb = inserted ? child(said, "xcomp", said + 2, words.length) : -1;
    if (verb >= 0) {
      attach(verb, outer, "xcomp");
    }
  }

  /** "Made it clear X should pay": parsers take what is clear for a part of what is said. */
  private void madeClear(int it) {
    boolean clear =
        words[it].equals("it")
            && lemmas[it - 1].equals("make")
            && Set.of("clear", "plain", "known").contains(words[it + 1]);
    int verb = clear ? Math.max(heads[it], heads[it + 1]) : -1;
    if (verb > it + 1) {
      attach(it, it - 1, "obj");
      attach(it + 1, it - 1, "xcomp");
      attach(verb, it - 1, "ccomp");
    }
  }
}
