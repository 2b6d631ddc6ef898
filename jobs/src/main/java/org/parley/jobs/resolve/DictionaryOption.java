package org.parley.jobs.resolve;

import picocli.CommandLine.Option;

/** The option of the commands that resolve. */
public final class DictionaryOption {
  @Option(
      names = "--dictionary",
      paramLabel = "NAME",
      description =
          "Look names up that no seed knows: wikidict, CoreNLP's dictionary of Wikipedia's links,"
              + " or the path of its jar.")
  private String dictionary;

  /** What was asked for, or null. */
  public String name() {
    return dictionary;
  }
}
