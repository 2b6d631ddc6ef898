package org.parley.quote;

import java.util.Locale;

/**
 * The patterns that find quotations. The confidence is the share of findings whose span and speaker
 * were both right on the training split of PolNeAR (Newell, Margolin and Ruths 2018), 400 articles.
 */
enum Rule {
  /** "...," she said. */
  QUOTE_CUE(0.95),
  /** She said: "..." */
  CUE_QUOTE(0.79),
  /** She was brief: "..." */
  INTRODUCED(0.52),
  /** According to her, "..." */
  SOURCE_QUOTE(0.45),
  /** More quoted words of who spoke last. */
  CONTINUATION(0.57),
  /** She said (that) ... */
  CLAUSE(0.82),
  /** ..., she said. */
  PARENTHETICAL(0.78),
  /** She asked whether ... */
  QUESTION(0.64),
  /** She refused to ... */
  INFINITIVE(0.57),
  /** She urged him to ... */
  REQUEST(0.63),
  /** She called it a ... */
  NAMING(0.57),
  /** She criticised the ... */
  OBJECT(0.53),
  /** According to her, ... */
  ACCORDING(0.74),
  /** Reportedly ... */
  ADVERB(0.4),
  /** Asked whether ..., the minister said */
  ASKED(0.5),
  /** Her claim that ... */
  NOUN(0.37),
  /** She is sure that ... */
  ADJECTIVE(0.72),
  /** NAME: ..., a turn in a transcript. */
  TURN(0.60),
  /** Name: ... */
  COLON(0.38);

  final double confidence;

  Rule(double confidence) {
    this.confidence = confidence;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
