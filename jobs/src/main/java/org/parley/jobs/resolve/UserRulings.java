package org.parley.jobs.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Gazetteer;
import org.parley.entity.Mention;
import org.parley.entity.Overrides;
import org.parley.entity.Resolution;
import org.parley.seed.Seeds;

/**
 * What a user says of entities by the ids that the tables show: those that texts, a dictionary and
 * spelling variants gave. It comes last, so that nothing undoes it.
 */
final class UserRulings {
  private UserRulings() {}

  /** Rows of {@link ResolveJob}'s articles, as the user wants them. */
  static Dataset<Row> apply(Dataset<Row> resolved, Seeds seeds) {
    if (new Overrides(seeds, Gazetteer.of(seeds)).isEmpty()) {
      return resolved;
    }
    var type = resolved.schema();
    return resolved.mapPartitions(
        (MapPartitionsFunction<Row, Row>) rows -> ruled(rows, type, seeds), Encoders.row(type));
  }

  private static Iterator<Row> ruled(Iterator<Row> articles, StructType type, Seeds seeds) {
    var gazetteer = Gazetteer.of(seeds);
    var overrides = new Overrides(seeds, gazetteer);
    var ruled = new ArrayList<Row>();
    articles.forEachRemaining(article -> ruled.add(ruled(article, type, gazetteer, overrides)));
    return ruled.iterator();
  }

  private static Row ruled(Row article, StructType type, Gazetteer gazetteer, Overrides overrides) {
    List<Row> mentions = article.getList(article.fieldIndex("mentions"));
    List<Row> entities = article.getList(article.fieldIndex("entities"));
    var byId = new HashMap<String, Entity>();
    for (Row entity : entities) {
      byId.put(
          entity.getAs("entity_id"),
          new Entity(
              entity.getAs("entity_id"),
              entity.getAs("name"),
              EntityType.of(entity.getAs("type")),
              entity.getAs("wikidata_id")));
    }
    var before = mentions.stream().map(MentionRows::mention).toList();
    var after = overrides.apply(new Resolution(before, byId));
    var kept = new HashMap<Place, Mention>();
    after.mentions().forEach(mention -> kept.put(Place.of(mention), mention));
    var rows = new ArrayList<Row>();
    var moved = new HashMap<String, String>();
    var placed = new HashMap<Voice, String>();
    for (int i = 0; i < before.size(); i++) {
      var mention = kept.get(Place.of(before.get(i)));
      placed.putIfAbsent(Voice.of(before.get(i)), mention == null ? null : mention.entityId());
      if (mention != null) {
        moved.putIfAbsent(before.get(i).entityId(), mention.entityId());
        rows.add(
            Relinking.with(
                mentions.get(i),
                Map.of(
                    "entity_id", mention.entityId(),
                    "rule", mention.rule(),
                    "confidence", mention.confidence())));
      }
    }
    var cells = new Object[type.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = article.get(i);
    }
    cells[type.fieldIndex("mentions")] = rows.toArray(Row[]::new);
    cells[type.fieldIndex("quotes")] = quotes(article, moved, placed).stream().toArray(Row[]::new);
    cells[type.fieldIndex("entities")] =
        after.mentions().stream()
            .map(Mention::entityId)
            .distinct()
            .map(after.entities()::get)
            .map(entity -> row(entity, gazetteer, entities))
            .toArray(Row[]::new);
    return RowFactory.create(cells);
  }

  /** Where a mention stands. */
  private record Place(int begin, int end, Mention.Kind kind) {
    static Place of(Mention mention) {
      return new Place(mention.begin(), mention.end(), mention.kind());
    }
  }

  /** Who was taken to speak where: "Norwegian" and "Norwegian minister" begin alike. */
  private record Voice(int begin, String entityId) {
    static Voice of(Mention mention) {
      return new Voice(mention.begin(), mention.entityId());
    }
  }

  /**
   * A speaker is whoever his mention in that place stands for now, otherwise whoever he became;
   * nobody whom the user dropped speaks.
   */
  private static List<Row> quotes(
      Row article, Map<String, String> moved, Map<Voice, String> placed) {
    var rows = new ArrayList<Row>();
    for (Row quote : article.<Row>getList(article.fieldIndex("quotes"))) {
      String speaker = quote.getAs("speaker_id");
      if (speaker == null) {
        rows.add(quote);
        continue;
      }
      Integer begin = quote.getAs("speaker_begin");
      var voice = begin == null ? null : new Voice(begin, speaker);
      var changed = new HashMap<String, Object>();
      changed.put("speaker_id", placed.containsKey(voice) ? placed.get(voice) : moved.get(speaker));
      rows.add(Relinking.with(quote, changed));
    }
    return rows;
  }

  private static Row row(Entity entity, Gazetteer gazetteer, List<Row> before) {
    for (Row row : before) {
      if (entity.id().equals(row.getAs("entity_id"))) {
        return Relinking.with(row, Map.of("name", entity.name()));
      }
    }
    return RowFactory.create(
        entity.id(),
        entity.name(),
        entity.type().label(),
        entity.wikidataId(),
        gazetteer.rollUp(entity.id()),
        false);
  }
}
