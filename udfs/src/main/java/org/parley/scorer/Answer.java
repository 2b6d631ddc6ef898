package org.parley.scorer;

/**
 * What the scorer says of a question, as calibrated probabilities.
 *
 * @param sentiment how the sentence speaks of the target
 * @param stance how the holder stands to the target; without meaning where the question has none
 */
public record Answer(Shares sentiment, Shares stance) {
  /**
   * Where no rule speaks, the sentence must speak of the target alike, with at least this
   * likelihood.
   */
  private static final double ALIKE = 0.4;

  /**
   * The stance that can be believed where no rule found one: -1 against, 1 for; 0 if none can.
   *
   * @param likely how likely it must be
   */
  public int sure(double likely) {
    int polarity = stance.favour() > stance.against() ? 1 : -1;
    return stance.of(polarity) >= likely && sentiment.of(polarity) >= ALIKE ? polarity : 0;
  }

  /**
   * Probabilities that sum to one.
   *
   * @param against that it is against the target
   * @param neither that it is neither
   * @param favour that it is for the target
   */
  public record Shares(double against, double neither, double favour) {

    /** The most likely: -1 against, 0 neither, 1 for. */
    public int polarity() {
      return favour > against && favour > neither ? 1 : against > neither ? -1 : 0;
    }

    /** The probability of a polarity: -1 against, 0 neither, 1 for. */
    public double of(int polarity) {
      return polarity > 0 ? favour : polarity < 0 ? against : neither;
    }

    /**
     * The shares after other evidence: its logarithm of for to neither, and of neither to against.
     */
    public Shares leaning(double evidence) {
      double more = favour * Math.exp(evidence);
      double less = against * Math.exp(-evidence);
      double sum = less + neither + more;
      return new Shares(less / sum, neither / sum, more / sum);
    }

    /** The logarithm of for to against, which is positive where for is likelier. */
    public double lean() {
      return Math.log((favour + 1e-4) / (against + 1e-4));
    }

    /** Softmax of logits over a temperature. */
    static Shares of(double[] logits, double temperature) {
      double largest = Math.max(logits[0], Math.max(logits[1], logits[2]));
      double against = Math.exp((logits[0] - largest) / temperature);
      double neither = Math.exp((logits[1] - largest) / temperature);
      double favour = Math.exp((logits[2] - largest) / temperature);
      double sum = against + neither + favour;
      return new Shares(against / sum, neither / sum, favour / sum);
    }
  }
}
