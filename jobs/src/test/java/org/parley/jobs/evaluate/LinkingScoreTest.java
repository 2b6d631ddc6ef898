package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Gazetteer;
import org.parley.entity.Mention;
import org.parley.jobs.evaluate.LinkingScore.Kind;
import org.parley.jobs.evaluate.LinkingScore.Label;
import org.parley.jobs.evaluate.LinkingScore.Linked;
import org.parley.jobs.evaluate.LinkingScore.Verdict;
import org.parley.seed.Seeds;

class LinkingScoreTest {
  private static final Gazetteer GAZETTEER = Gazetteer.of(Seeds.bundled());
  private static final Entity FINLAND =
      new Entity("gpe:finland", "Finland", EntityType.COUNTRY, "Q33");
  private static final Entity HARBOR =
      new Entity("org:harbor_union", "Harbor Union", EntityType.ORGANIZATION, null);

  private static Linked linked(int begin, String text, Entity entity, boolean known) {
    var kind = text.equals("it") ? Mention.Kind.PRONOUN : Mention.Kind.NAME;
    var end = begin + text.length();
    return new Linked(
        new Mention(0, begin, end, text, kind, entity.id(), "rule", 0.9), entity, known);
  }

  private static Label label(int begin, int end, String id, String name, Kind kind) {
    return new Label(begin, end, id, name, kind, false);
  }

  @Test
  void comparesByWikidataIdOtherwiseByName() {
    var score = new LinkingScore(GAZETTEER, Map.of());
    var judged =
        score.add(
            List.of(
                label(0, 7, "Q33", "Republic of Finland", Kind.NAME),
                label(10, 22, "Q1", "The Harbor Union (trade union)", Kind.NAME),
                label(30, 37, "Q2", "Finland", Kind.NAME)),
            List.of(
                linked(0, "Finland", FINLAND, true),
                linked(10, "Harbor Union", HARBOR, true),
                linked(30, "Finland", FINLAND, true)));
    assertThat(judged)
        .extracting(LinkingScore.Judged::verdict)
        .containsExactly(Verdict.RIGHT, Verdict.RIGHT, Verdict.WRONG);
    assertThat(score.metrics()).containsEntry("precision", 66.7).containsEntry("recall", 66.7);
  }

  @Test
  void knowsThePagesOfTheDictionaryByTheirForms() {
    var score =
        new LinkingScore(
            GAZETTEER, Map.of(LinkingScore.plain("HUN"), LinkingScore.plain("Harbor Union")));
    var judged =
        score.add(
            List.of(label(0, 3, "Q1", "HUN", Kind.NAME)), List.of(linked(0, "HUN", HARBOR, true)));
    assertThat(judged).extracting(LinkingScore.Judged::verdict).containsExactly(Verdict.RIGHT);
  }

  @Test
  void countsALinkWithoutALabelAsNotRight() {
    var score = new LinkingScore(GAZETTEER, Map.of());
    score.add(List.of(), List.of(linked(0, "Finland", FINLAND, true)));
    assertThat(score.metrics()).containsEntry("precision", 0.0).containsEntry("links", 1L);
  }

  @Test
  void countsTheNameOfNoKnownEntityByNameOnly() {
    var score = new LinkingScore(GAZETTEER, Map.of());
    score.add(
        List.of(label(0, 12, "Q1", "Harbor Union", Kind.NAME)),
        List.of(linked(0, "Harbor Union", HARBOR, false)));
    assertThat(score.metrics())
        .containsEntry("links", 0L)
        .containsEntry("recall", 0.0)
        .containsEntry("by_name_f1", 100.0);
  }

  @Test
  void tellsPronounsFromNames() {
    var score = new LinkingScore(GAZETTEER, Map.of());
    score.add(
        List.of(
            label(0, 7, "Q33", "Finland", Kind.NAME), label(9, 11, "Q33", "Finland", Kind.PRONOUN)),
        List.of(linked(0, "Finland", FINLAND, true), linked(9, "it", HARBOR, true)));
    assertThat(score.metrics())
        .containsEntry("name_f1", 100.0)
        .containsEntry("pronoun_f1", 0.0)
        .containsEntry("b_cubed_precision", 100.0)
        .containsEntry("b_cubed_recall", 50.0);
  }

  @Test
  void readsTheGoldFormat() throws Exception {
    var line =
        """
        {"id": 7, "title": "20180306 - A fair", "text": "The Harbor Union of Oulu, Finland, met.",
         "evaluation_span": [0, 33], "labels": [
          {"id": 0, "span": [0, 16], "entity_id": "<NIL>", "name": "Unknown", "coref": false},
          {"id": 1, "span": [20, 33], "entity_id": "Q47048", "name": "Oulu", "coref": false,
           "children": [2, 3]},
          {"id": 2, "span": [20, 24], "entity_id": "Q47048", "name": "Oulu", "coref": false},
          {"id": 3, "span": [26, 33], "entity_id": "Q33", "name": "Finland", "coref": false},
          {"id": 4, "span": [35, 38], "entity_id": "QUANTITY", "name": "Unknown", "coref": false}]}
        """;
    var document = LinkingTask.document(Path.of("gold"), new ObjectMapper().readTree(line));
    assertThat(document.day()).isEqualTo(LocalDate.of(2018, 3, 6));
    assertThat(document.labels())
        .containsExactly(
            new Label(4, 16, null, "Unknown", Kind.NAME, false),
            new Label(20, 33, "Q47048", "Oulu", Kind.NAME, true),
            new Label(20, 24, "Q47048", "Oulu", Kind.NAME, false),
            new Label(26, 33, "Q33", "Finland", Kind.NAME, false));
  }

  @Test
  void saysWhatAGoldLineLacks() {
    assertThatThrownBy(
            () -> LinkingTask.document(Path.of("gold"), new ObjectMapper().readTree("{\"id\": 1}")))
        .hasMessage("gold does not hold linked entities: each line needs id, text and labels");
  }
}
