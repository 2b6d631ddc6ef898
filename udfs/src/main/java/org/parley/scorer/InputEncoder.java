package org.parley.scorer;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.Vocabulary;
import ai.djl.modality.nlp.bert.BertFullTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.parley.scorer.StanceInput.Role;

/**
 * Makes word pieces of a question: {@code [CLS] ... x ... y ... [SEP]}, x for the target and y for
 * the holder. Safe for use by several threads.
 */
public final class InputEncoder {
  /** Pieces at most, with the two at the ends; 1% of news sentences are longer. */
  private static final int LONGEST = 96;

  private static final int VOCABULARY = 30_522;

  private final BertFullTokenizer tokenizer;
  private final Vocabulary vocabulary;

  private InputEncoder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.tokenizer = new BertFullTokenizer(vocabulary, true);
  }

  /**
   * The encoder with the word pieces of a tokenizer.json, as Hugging Face's tokenizers write it for
   * BERT without case.
   *
   * @throws IOException if it cannot be read
   */
  public static InputEncoder of(InputStream tokenizer) throws IOException {
    var pieces = new String[VOCABULARY];
    var model = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
    model.properties().forEach(piece -> pieces[piece.getValue().asInt()] = piece.getKey());
    return new InputEncoder(
        DefaultVocabulary.builder().add(List.of(pieces)).optUnknownToken("[UNK]").build());
  }

  /** Pieces and the roles that they stand for. */
  public static final class Encoded {
    private final long[] ids;
    private final List<Role> roles;

    private Encoded(long[] ids, List<Role> roles) {
      this.ids = ids;
      this.roles = roles;
    }

    /** Numbers of the pieces. */
    public long[] ids() {
      return ids.clone();
    }

    /** Where a role stands: 1 at its pieces, else 0. */
    public float[] mask(boolean ofTarget) {
      var wanted = ofTarget ? Role.TARGET : Role.HOLDER;
      var mask = new float[ids.length];
      for (int i = 0; i < mask.length; i++) {
        mask[i] = roles.get(i) == wanted ? 1 : 0;
      }
      return mask;
    }
  }

  /** The pieces of words in which nobody is marked. */
  public Encoded encode(String words) {
    return encode(new StanceInput(words, List.of(), List.of()));
  }

  /** The pieces of a question; of a long sentence those around target and holder. */
  public Encoded encode(StanceInput input) {
    var ids = new ArrayList<Long>();
    var roles = new ArrayList<Role>();
    for (var segment : input.segments()) {
      if (segment.role() == Role.WORDS) {
        tokenizer.tokenize(segment.words()).forEach(piece -> ids.add(vocabulary.getIndex(piece)));
      } else {
        ids.add(vocabulary.getIndex(segment.role() == Role.TARGET ? "x" : "y"));
      }
      while (roles.size() < ids.size()) {
        roles.add(segment.role());
      }
    }
    int most = LONGEST - 2;
    int begin = 0;
    if (ids.size() > most) {
      int marked = Math.max(0, roles.indexOf(Role.TARGET));
      begin = Math.max(0, Math.min(marked - most / 2, ids.size() - most));
    }
    int end = Math.min(ids.size(), begin + most);
    var kept = new ArrayList<Long>();
    kept.add(vocabulary.getIndex("[CLS]"));
    kept.addAll(ids.subList(begin, end));
    kept.add(vocabulary.getIndex("[SEP]"));
    var keptRoles = new ArrayList<Role>();
    keptRoles.add(Role.WORDS);
    keptRoles.addAll(roles.subList(begin, end));
    keptRoles.add(Role.WORDS);
    return new Encoded(kept.stream().mapToLong(Long::longValue).toArray(), keptRoles);
  }
}
