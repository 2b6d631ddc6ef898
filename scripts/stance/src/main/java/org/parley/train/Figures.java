package org.parley.train;

import java.util.List;
import java.util.Locale;

/** F1 of answers. */
final class Figures {
  private Figures() {}

  /** Macro-F1, accuracy and the F1 of against, neither and for, as percentages. */
  static String of(double[][] logits, List<Batch.Row> rows) {
    var counts = new int[Network.CLASSES][Network.CLASSES];
    for (int row = 0; row < logits.length; row++) {
      int best = 0;
      for (int k = 1; k < Network.CLASSES; k++) {
        best = logits[row][k] > logits[row][best] ? k : best;
      }
      counts[rows.get(row).example().label()][best]++;
    }
    double macro = 0;
    double right = 0;
    var classes = new StringBuilder();
    for (int k = 0; k < counts.length; k++) {
      double both = 0;
      for (int j = 0; j < counts.length; j++) {
        both += counts[j][k] + counts[k][j];
      }
      right += counts[k][k];
      double f1 = both == 0 ? 0 : 2 * counts[k][k] / both;
      macro += f1 / counts.length;
      classes.append(String.format(Locale.ROOT, " %.1f", 100 * f1));
    }
    return String.format(
        Locale.ROOT,
        "macro-F1 %.1f accuracy %.1f (F1 of against, neither, for:%s)",
        100 * macro,
        100 * right / logits.length,
        classes);
  }
}
