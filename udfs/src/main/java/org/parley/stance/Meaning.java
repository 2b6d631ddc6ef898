package org.parley.stance;

import java.util.Optional;

/** What wordings mean, told by how near their vectors are. */
@FunctionalInterface
public interface Meaning {
  /** Nothing is known of what words mean but themselves. */
  Meaning UNKNOWN = wording -> Optional.empty();

  /**
   * The vector of a wording, of length 1, the same whenever it is asked for.
   *
   * @return empty where none is known
   */
  Optional<float[]> of(String wording);
}
