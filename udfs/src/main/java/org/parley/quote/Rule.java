package org.parley.quote;

import java.util.Locale;

/**
 * The patterns that find quotations. The confidence is the share of findings whose span and speaker
 * were both right on the development set's training half.
 */
enum Rule {
  /** "...," she said. */
  QUOTE_CUE(0.8),
  /** She said: "..." */
  CUE_QUOTE(0.8),
  /** She was brief: "..." */
  INTRODUCED(0.6),
  /** According to her, "..." */
  SOURCE_QUOTE(0.7),
  /** More quoted words of who spoke last. */
  CONTINUATION(0.6),
  /** She said (that) ... */
  CLAUSE(0.7),
  /** ..., she said. */
  PARENTHETICAL(0.7),
  /** She asked whether ... */
  QUESTION(0.6),
  /** She refused to ... */
  INFINITIVE(0.5),
  /** She urged him to ... */
  REQUEST(0.5),
  /** She called it a ... */
  NAMING(0.5),
  /** She criticised the ... */
  OBJECT(0.4),
  /** According to her, ... */
  ACCORDING(0.8),
  /** Her claim that ... */
  NOUN(0.6),
  /** She is sure that ... */
  ADJECTIVE(0.5),
  /** Name: ... */
  COLON(0.5);

  final double confidence;

  Rule(double confidence) {
    this.confidence = confidence;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
