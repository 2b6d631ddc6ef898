package org.parley.stance;

import java.util.List;
import java.util.Set;
import org.parley.entity.Mention;
import org.parley.nlp.Sentence;
import org.parley.quote.Quotation;
import org.parley.stance.Operators.Kind;

/** Who speaks in the quotations of a text, and so who "I" and "we" are in them. */
final class Speakers {
  private static final Set<String> FIRST_PERSON =
      Set.of("i", "we", "my", "our", "me", "us", "mine", "ours", "myself", "ourselves");

  /** How sure it is that those who speak for somebody speak of him as "we". */
  private static final double DELEGATE = 0.85;

  /**
   * One who speaks.
   *
   * @param id the entity
   * @param confidence how sure it is that the words are his
   */
  record Speaker(String id, double confidence) {}

  private final Reading reading;
  private final List<Quotation> quotations;
  private final Operators operators;

  /**
   * @param quotations all of a text, those in others too
   */
  Speakers(Reading reading, List<Quotation> quotations, Operators operators) {
    this.reading = reading;
    this.quotations = quotations;
    this.operators = operators;
  }

  static boolean isFirstPerson(String word) {
    return FIRST_PERSON.contains(word);
  }

  /**
   * The entity that speaks: the source, also where it is a pronoun, or the state or organisation
   * for which one without a name speaks ("a spokesman for the ministry"); or null.
   */
  Speaker of(Quotation quotation) {
    if (quotation.speakerId() != null) {
      return new Speaker(quotation.speakerId(), quotation.confidence());
    }
    if (quotation.speakerBegin() < 0) {
      return null;
    }
    for (Sentence sentence : reading.text().sentences()) {
      for (int i = 0; i < sentence.tokens().size(); i++) {
        if (sentence.tokens().get(i).begin() == quotation.speakerBegin()
            && sentence.tokens().get(i).end() == quotation.speakerEnd()) {
          var mention = reading.pronoun(sentence.index(), i);
          return mention == null ? null : new Speaker(mention.entityId(), quotation.confidence());
        }
      }
    }
    return principal(quotation);
  }

  private Speaker principal(Quotation quotation) {
    var whose = quotation.affiliation();
    String id = whose.organizationId() == null ? whose.nationId() : whose.organizationId();
    boolean speaksFor =
        id != null && whose.role() != null && operators.is(Kind.DELEGATE, whose.role());
    return speaksFor ? new Speaker(id, DELEGATE * quotation.confidence()) : null;
  }

  /**
   * The speaker whom a word of the first person stands for, or null: the one of the innermost
   * quotation around it. Within marks inside the marks of that quotation it is somebody else, who
   * is among the sources of the sentence.
   *
   * @param sources who says so in the same sentence, innermost first
   */
  Speaker firstPerson(Tree tree, int token, List<Integer> sources) {
    if (!isFirstPerson(tree.word(token))) {
      return null;
    }
    int at = tree.token(token).begin();
    Quotation innermost = null;
    for (Quotation quotation : quotations) {
      boolean around = quotation.begin() <= at && at < quotation.end();
      if (around && (innermost == null || quotation.begin() >= innermost.begin())) {
        innermost = quotation;
      }
    }
    if (innermost == null) {
      return null;
    }
    if (!isToldBySpeaker(innermost, at)) {
      return told(tree, token, sources);
    }
    return of(innermost);
  }

  private Speaker told(Tree tree, int token, List<Integer> sources) {
    for (int source : sources) {
      Mention teller = source == token ? null : reading.mention(tree, source);
      if (teller != null && reading.acts(teller.entityId())) {
        return new Speaker(teller.entityId(), DELEGATE * teller.confidence());
      }
    }
    return null;
  }

  /** Whether no pair of marks inside those of a quotation is around an offset. */
  private boolean isToldBySpeaker(Quotation quotation, int at) {
    int around = 0;
    for (var span : reading.text().quoteSpans()) {
      boolean inside = span.begin() >= quotation.begin() - 1 && span.begin() <= at;
      around += inside && at < span.end() ? 1 : 0;
    }
    return around < 2;
  }

  /**
   * The mention that "I", "me", "we" or "us" is, or null. What is "mine" is a matter of its own:
   * who blames "my country" does not blame the speaker.
   */
  Mention mention(Tree tree, int token) {
    boolean own = tree.relation(token).startsWith("nmod:poss");
    var speaker = own ? null : firstPerson(tree, token, List.of());
    if (speaker == null) {
      return null;
    }
    var word = tree.token(token);
    return new Mention(
        tree.sentence().index(),
        word.begin(),
        word.end(),
        word.word(),
        Mention.Kind.PRONOUN,
        speaker.id(),
        "speaker",
        speaker.confidence());
  }
}
