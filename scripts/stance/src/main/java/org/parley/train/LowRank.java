package org.parley.train;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.parley.scorer.Adapter;

/**
 * The product of thin matrices that is nearest to a matrix (Eckart and Young 1936), by the
 * eigenvectors of the smaller of its two Gram matrices.
 *
 * @param product in eight bits
 * @param kept the share of the matrix's sum of squares that it keeps
 */
record LowRank(Adapter.Product product, double kept) {

  static LowRank of(double[][] change, int rank) {
    RealMatrix matrix = new Array2DRowRealMatrix(change, false);
    boolean wide = change.length <= change[0].length;
    var gram =
        wide ? matrix.multiply(matrix.transpose()) : matrix.transpose().multiply(matrix);
    var eigen = new EigenDecomposition(gram);
    RealMatrix vectors =
        eigen.getV().getSubMatrix(0, gram.getRowDimension() - 1, 0, rank - 1);
    var left = wide ? vectors : matrix.multiply(vectors);
    var right = wide ? vectors.transpose().multiply(matrix) : vectors.transpose();
    double all = 0;
    double kept = 0;
    double[] values = eigen.getRealEigenvalues();
    for (int k = 0; k < values.length; k++) {
      all += values[k];
      kept += k < rank ? values[k] : 0;
    }
    return new LowRank(Adapter.Product.of(left.getData(), right.getData()), kept / all);
  }
}
