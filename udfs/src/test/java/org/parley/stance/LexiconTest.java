package org.parley.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.seed.Seeds;

class LexiconTest {
  private static final String HEADER = "id,head,needs,part,holder,targets,intensity,class\n";

  @Test
  void seedsHoldManyFrames() {
    assertThat(Lexicon.load(Seeds.bundled()).size()).isGreaterThan(600);
  }

  @Test
  void phraseIsFoundByItsHead() {
    var frames = Lexicon.load(Seeds.bundled()).frames("line");
    assertThat(frames).extracting(Frame::id).contains("line_red.n");
  }

  @Test
  void targetWithoutSignIsNamed() {
    var seeds = Seeds.bundled().with(Lexicon.FILE, HEADER + "a.v,a,,v,subj,obj,0.5,support\n");
    assertThatThrownBy(() -> Lexicon.load(seeds))
        .hasMessage(
            "lexicon/frames.csv, record 1: target 'obj' should be SLOT:+, SLOT:- or SLOT:0");
  }

  @Test
  void unknownPartIsNamed() {
    var seeds = Seeds.bundled().with(Lexicon.FILE, HEADER + "a.x,a,,x,subj,obj:+,0.5,support\n");
    assertThatThrownBy(() -> Lexicon.load(seeds))
        .hasMessage("lexicon/frames.csv, record 1: part 'x' should be v, n, a or p");
  }

  @Test
  void aShortRecordIsNamed() {
    var seeds = Seeds.bundled().with(Lexicon.FILE, HEADER + "a.v,a,,v\n");
    assertThatThrownBy(() -> Lexicon.load(seeds))
        .hasMessage("seeds file lexicon/frames.csv: record 1 has 4 fields, the header 8");
  }

  @Test
  void missingColumnIsNamed() {
    var seeds = Seeds.bundled().with(Lexicon.FILE, "id,lemma\na.v,a\n");
    assertThatThrownBy(() -> Lexicon.load(seeds))
        .hasMessage(
            "seeds file lexicon/frames.csv: the header lacks head, needs, part, holder, targets,"
                + " intensity, class");
  }

  @Test
  void unknownOperatorKindIsNamed() {
    var seeds = Seeds.bundled().with(Operators.FILE, "kind,word,value\nnegater,not,-1\n");
    assertThatThrownBy(() -> Lexicon.load(seeds))
        .hasMessageStartingWith("lexicon/operators.csv, record 1: unknown kind 'negater'; use one");
  }
}
