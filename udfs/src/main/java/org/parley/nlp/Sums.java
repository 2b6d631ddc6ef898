package org.parley.nlp;

/** The inner loop of the network. */
final class Sums {
  private Sums() {}

  /**
   * Adds four rows, each times its factor. Four at a time, because HotSpot turns this loop into
   * vector instructions and each sum is loaded and stored a quarter as often; with eight rows it no
   * longer does.
   *
   * @param rows the first of the rows is {@code rows[row]}
   * @param factors the first of the factors is {@code factors[factor]}
   */
  static void addFour(float[][] rows, int row, float[] factors, int factor, float[] sum) {
    float[] a = rows[row];
    float[] b = rows[row + 1];
    float[] c = rows[row + 2];
    float[] d = rows[row + 3];
    float w = factors[factor];
    float x = factors[factor + 1];
    float y = factors[factor + 2];
    float z = factors[factor + 3];
    for (int i = 0; i < sum.length; i++) {
      sum[i] += w * a[i] + x * b[i] + y * c[i] + z * d[i];
    }
  }
}
