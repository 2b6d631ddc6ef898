package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.parley.scorer.LearnedScorer;
import org.parley.scorer.Scorer;
import org.parley.scorer.StanceInput;
import org.parley.scorer.StanceInput.Place;
import org.parley.seed.Seeds;
import org.parley.stance.Lexicon;
import org.parley.stance.PolarityScorer;

/**
 * For or against, where the pairs of an article are given with their sentences. The rules alone:
 * what they say of the pair in the sentence, or else the polar words around the target and what
 * they say of the pair elsewhere in the article, or else the more frequent answer of news, against.
 * With the learned scorer: the sum of what all say, of the sentences beside it, and of the same
 * pair in other sentences, since who speaks of somebody in one text mostly does so in one vein.
 */
final class GivenPairs {
  /** What rules weigh beside the logarithms of the learned scorer. */
  private static final double STATED = 1.5;

  /** And the sentences before and after. */
  private static final double BESIDE = 0.3;

  /** And each other sentence with the same holder and target, if it is sure. */
  private static final double VEIN = 2;

  private final Scorer who;
  private final PolarityScorer words;

  GivenPairs(Scorer who) {
    this.who = who;
    this.words = new PolarityScorer(Lexicon.load(Seeds.bundled()));
  }

  /** 1 for or -1 against, for each given pair in the article's order. */
  List<Integer> of(SeesawArticle article, SeesawReader.Reading reading) {
    var given = article.stances();
    var alone = given.stream().map(pair -> here(article, reading, pair)).toList();
    var found = new ArrayList<Integer>();
    for (int i = 0; i < given.size(); i++) {
      double sum = alone.get(i);
      for (int k = 0; k < given.size(); k++) {
        if (who == Scorer.LEARNED && k != i && isSamePair(given.get(i), given.get(k))) {
          sum += VEIN * Math.tanh(alone.get(k) / 2);
        }
      }
      found.add(sum > 0 ? 1 : -1);
    }
    return found;
  }

  private static boolean isSamePair(SeesawArticle.Gold one, SeesawArticle.Gold other) {
    return one.holder().equals(other.holder()) && one.target().equals(other.target());
  }

  private double here(
      SeesawArticle article, SeesawReader.Reading reading, SeesawArticle.Gold pair) {
    double here = 0;
    double elsewhere = 0;
    for (var found : reading.stances()) {
      if (found.holder().equals(pair.holder()) && found.target().equals(pair.target())) {
        double value = found.polarity() * found.confidence();
        if (found.sentence().equals(pair.sentence())) {
          here += value;
        } else {
          elsewhere += value;
        }
      }
    }
    if (who == Scorer.RULES) {
      return here != 0 ? here : elsewhere + tone(article, reading, pair);
    }
    return lean(article, reading, pair) + STATED * here + elsewhere + tone(article, reading, pair);
  }

  /** What the learned scorer says of the target alone, and of holder and target together. */
  private static double lean(
      SeesawArticle article, SeesawReader.Reading reading, SeesawArticle.Gold pair) {
    int at = article.ids().indexOf(pair.sentence());
    var holder = places(article, reading, at, pair.holder());
    var target = places(article, reading, at, pair.target());
    var together = scorer().answer(new StanceInput(sentence(article, at), target, holder));
    double sum = together.sentiment().lean() + together.stance().lean();
    for (int i = Math.max(0, at - 1); i <= at + 1 && i < article.ids().size(); i++) {
      var there = places(article, reading, i, pair.target());
      var alone = scorer().answer(new StanceInput(sentence(article, i), there, List.of()));
      sum += (i == at ? 1 : BESIDE) * alone.sentiment().lean();
    }
    return sum;
  }

  private static LearnedScorer scorer() {
    return LearnedScorer.shared();
  }

  private static String sentence(SeesawArticle article, int at) {
    return article.text().text().substring(article.begins().get(at), article.end(at));
  }

  private static List<Place> places(
      SeesawArticle article, SeesawReader.Reading reading, int at, String name) {
    return reading.candidates().places(name, article.begins().get(at), article.end(at));
  }

  private double tone(
      SeesawArticle article, SeesawReader.Reading reading, SeesawArticle.Gold pair) {
    int at = article.ids().indexOf(pair.sentence());
    int begin = article.begins().get(at);
    int end = article.end(at);
    double sum = 0;
    for (var sentence : reading.text().sentences()) {
      if (sentence.begin() < end && begin < sentence.end()) {
        sum += words.score(sentence, reading.candidates().heads(sentence, pair.target()));
      }
    }
    return sum;
  }
}
