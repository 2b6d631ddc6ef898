package org.parley.quote;

import java.util.Locale;

/** The patterns that find quotations; {@link Confidence} knows how often each is right. */
enum Rule {
  /** "...," she said. */
  QUOTE_CUE,
  /** She said: "..." */
  CUE_QUOTE,
  /** She was brief: "..." */
  INTRODUCED,
  /** According to her, "..." */
  SOURCE_QUOTE,
  /** More quoted words of who spoke last. */
  CONTINUATION,
  /** She said (that) ... */
  CLAUSE,
  /** ..., she said. */
  PARENTHETICAL,
  /** She asked whether ... */
  QUESTION,
  /** She refused to ... */
  INFINITIVE,
  /** She urged him to ... */
  REQUEST,
  /** She called it a ... */
  NAMING,
  /** ... is believed to ..., ... was criticised by her. */
  PASSIVE,
  /** She criticised the ... */
  OBJECT,
  /** According to her, ... */
  ACCORDING,
  /** She coined a phrase, "..." */
  FRAGMENT,
  /** "..." without a word on whose they are. */
  FREE,
  /** Reportedly ... */
  ADVERB,
  /** Asked whether ..., the minister said */
  ASKED,
  /** Her claim that ... */
  NOUN,
  /** She is sure that ... */
  ADJECTIVE,
  /** A post in front of its writer's name and handle. */
  POST,
  /** She wrote: and a paragraph without marks. */
  BLOCK,
  /** NAME: ..., a turn in a transcript. */
  TURN,
  /** Name: ... */
  COLON;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
