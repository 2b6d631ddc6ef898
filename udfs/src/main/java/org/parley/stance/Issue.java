package org.parley.stance;

import java.util.List;

/**
 * A matter that holders are for or against: one entry of issues.yaml, where the fields are
 * described.
 *
 * @param id id without the prefix {@code issue:}
 * @param label name to show, e.g. "NATO membership for Ukraine"
 * @param seeds phrases that name it
 * @param heads head words (or phrases that end in one) which name it if the arguments are there
 * @param arguments what must be mentioned with a head; each lists its alternatives, entity ids or
 *     words
 * @param verbs clauses that name it
 * @param opposites phrases that name its opposite
 * @param exclude phrases beside which nothing matches
 * @param context entity ids; a text that speaks of none of them has not this issue. Empty for any
 *     text
 */
public record Issue(
    String id,
    String label,
    List<String> seeds,
    List<String> heads,
    List<List<String>> arguments,
    List<VerbFrame> verbs,
    List<String> opposites,
    List<String> exclude,
    List<String> context) {
  public Issue {
    seeds = List.copyOf(seeds);
    heads = List.copyOf(heads);
    arguments = List.copyOf(arguments);
    verbs = List.copyOf(verbs);
    opposites = List.copyOf(opposites);
    exclude = List.copyOf(exclude);
    context = List.copyOf(context);
  }

  /** The id as it stands in the tables. */
  public String targetId() {
    return "issue:" + id;
  }

  /**
   * A clause that names an issue, e.g. cede(Ukraine, territory).
   *
   * @param verb lemmas, with their particle where they have one
   * @param subject alternatives for the subject; empty for any
   * @param object alternatives within the rest of the clause; empty for any
   * @param sign 1, or -1 where the clause is the issue's opposite
   */
  public record VerbFrame(List<String> verb, List<String> subject, List<String> object, int sign) {
    public VerbFrame {
      verb = List.copyOf(verb);
      subject = List.copyOf(subject);
      object = List.copyOf(object);
    }
  }
}
