package org.parley.nlp;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The parsers that are not at work: as many in all as ever worked at the same time. They are small;
 * the weights and what is remembered of them belong to all.
 */
final class ParserPool {
  private final ParserModel model;
  private final TransitionScorer.Tables tables;
  private final ConcurrentLinkedDeque<TransitionParser> idle = new ConcurrentLinkedDeque<>();

  ParserPool(String modelPath) throws IOException {
    model = ParserModel.load(modelPath);
    tables = new TransitionScorer.Tables(model);
  }

  /** The tree of a sentence, token by token, given its words and their tags. */
  List<TransitionParser.Arc> parse(List<String> words, List<String> tags) {
    TransitionParser parser = idle.pollFirst();
    if (parser == null) {
      parser = new TransitionParser(model, tables);
    }
    // A parser starts every sentence anew, so one that failed in between can go on as well.
    try {
      return parser.parse(words, tags);
    } finally {
      idle.addFirst(parser);
    }
  }
}
