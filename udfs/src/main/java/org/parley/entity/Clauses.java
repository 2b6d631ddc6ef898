package org.parley.entity;

import java.util.ArrayList;
import java.util.List;
import org.parley.nlp.Sentence;

/** The subjects of the clauses around a token, from a sentence's tree. */
final class Clauses {
  /**
   * The subject of a clause.
   *
   * @param token its head
   * @param complement whether the way from the token to this clause's verb goes through complement
   *     clauses and coordination alone ("said it would"), not through an adjunct ("before it fell")
   */
  record Subject(int token, boolean complement) {}

  private static final int MAX_DEPTH = 40;

  private Clauses() {}

  /** The subjects of the clauses in which a token stands, from the innermost outwards. */
  static List<Subject> subjects(Sentence sentence, int token) {
    var subjects = new ArrayList<Subject>();
    if (!sentence.parsed()) {
      return subjects;
    }
    var tokens = sentence.tokens();
    boolean complement = true;
    int at = token;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      int head = tokens.get(at).head();
      if (head < 0) {
        break;
      }
      var relation = tokens.get(at).relation();
      if (relation.startsWith("advcl") || relation.startsWith("acl")) {
        complement = false;
      }
      int subject = subjectOf(sentence, head);
      if (subject >= 0
          && subject != token
          && subject != at
          && !isInside(sentence, token, subject)) {
        subjects.add(new Subject(subject, complement));
      }
      at = head;
    }
    return subjects;
  }

  /** Whether a token is the subject of a clause. */
  static boolean isSubject(Sentence sentence, int token) {
    return sentence.tokens().get(token).relation().startsWith("nsubj");
  }

  private static int subjectOf(Sentence sentence, int verb) {
    for (int i : sentence.dependents(verb)) {
      if (isSubject(sentence, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a token is part of the phrase of another one: "his" of "his wife". */
  private static boolean isInside(Sentence sentence, int token, int phrase) {
    int at = token;
    for (int depth = 0; depth < MAX_DEPTH && at >= 0; depth++) {
      if (at == phrase) {
        return true;
      }
      at = sentence.tokens().get(at).head();
    }
    return false;
  }
}
