package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerFormatTest {
  private static final Answer ANSWER =
      new Answer(
          List.of("name", "n", "share"),
          List.of(Arrays.asList("a, \"b\"", 12L, 0.123456), Arrays.asList(null, 3L, 0.0000012)));

  @Test
  void aTableAlignsNumbersToTheRight() throws IOException {
    assertThat(printed(AnswerFormat.table))
        .isEqualTo(
            """
            name    n   share
            ------  --  --------
            a, "b"  12     0.123
                     3  1.20e-06
            (2 rows)
            """);
  }

  @Test
  void csvQuotesWhatNeedsIt() throws IOException {
    assertThat(printed(AnswerFormat.csv))
        .isEqualTo("name,n,share\n\"a, \"\"b\"\"\",12,0.123456\n\"\",3,1.2E-6\n");
  }

  @Test
  void jsonLinesKeepNumbersAndNull() throws IOException {
    assertThat(printed(AnswerFormat.jsonl))
        .isEqualTo(
            "{\"name\":\"a, \\\"b\\\"\",\"n\":12,\"share\":0.123456}\n{\"name\":null,\"n\":3,\"share\":1.2E-6}\n");
  }

  private static String printed(AnswerFormat format) throws IOException {
    var out = new StringBuilder();
    format.print(ANSWER, out);
    return out.toString();
  }
}
