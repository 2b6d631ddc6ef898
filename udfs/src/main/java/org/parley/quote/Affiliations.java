package org.parley.quote;

import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;

/** Reads off the words that name a source without a name whose it is and what it does. */
final class Affiliations {
  private final TokenTree tree;
  private final Resolution resolution;

  Affiliations(TokenTree tree, Resolution resolution) {
    this.tree = tree;
    this.resolution = resolution;
  }

  /** Where a source belongs: the first country and the first organisation among its words. */
  Affiliation of(Source source) {
    int begin = tree.token(source.from()).begin();
    int end = tree.token(source.to()).end();
    String nation = null;
    String organization = null;
    for (var mention : resolution.mentions()) {
      if (mention.begin() >= begin && mention.end() <= end) {
        nation = nation == null ? id(mention, EntityType.COUNTRY) : nation;
        organization = organization == null ? id(mention, EntityType.ORGANIZATION) : organization;
      }
    }
    return new Affiliation(nation, organization, role(source.head()));
  }

  private String id(Mention mention, EntityType type) {
    var entity = resolution.entities().get(mention.entityId());
    return entity != null && entity.type() == type ? entity.id() : null;
  }

  private String role(int head) {
    boolean noun = tree.pos(head).equals("NN") || tree.pos(head).equals("NNS");
    String lemma = tree.lemma(head);
    boolean somebody = SpeakerResolver.ANONYMOUS.contains(lemma) || lemma.equals("other");
    return noun && !somebody ? lemma : null;
  }
}
