package org.parley.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.nlp.Pipeline;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/** Minimal pairs: who is a group that nobody names, and who is none. */
@Tag("models")
class UnnamedGroupsTest {
  private final DocumentResolver resolver = new DocumentResolver(GazetteerTest.GAZETTEER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Carmakers criticised the new rules on Monday.               | Carmakers grp:carmakers
          Several aid agencies warned of a famine.                    | aid agencies grp:aid_agencies
          The plan was rejected by human rights groups.               | human rights groups grp:human_rights_groups
          There was strong opposition from dairy farmers to the levy. | dairy farmers grp:dairy_farmers
          The mayor ignored the farmers' complaints.                  | farmers grp:farmers
          German carmakers criticised the new rules on Monday.        | German carmakers grp:german_carmakers
          The business community opposed the new tax.                 | business community grp:business_community
          Business and farming groups opposed the new tax.            | Business and farming groups grp:business_and_farming_groups
          Hundreds of protesters filled the square.                   | protesters grp:protesters
          Lawmakers from both parties opposed the new tax.            | Lawmakers grp:lawmakers
          """)
  void findsThoseWhoAct(String text, String mention) {
    assertThat(resolve(text)).contains(mention);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Officials criticised the new rules on Monday.            | who they are is not said
          Several other groups warned of a famine.                 | who they are is not said
          The mayor met the dairy farmers in May.                  | they do nothing
          The mayor ignored the complaints about the farmers.      | they do nothing
          The company's farmers opposed the levy.                  | those of an owner
          Lawyers of the firm opposed the levy.                    | those of an owner
          Farmers who grow wheat opposed the levy.                 | some of them
          Two senators opposed the levy.                           | some of them
          No carmakers opposed the levy.                           | nobody
          These carmakers opposed the levy.                        | those of the text
          The community opposed the new tax.                       | who they are is not said
          """)
  void findsNobodyElse(String text, String why) {
    assertThat(resolve(text)).as(why).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dairy farmers opposed the levy. The farmers left. | 1
          Dairy farmers opposed the levy. The bankers left. | 2
          """)
  void leavesWhoIsTakenUpToTheFirst(String text, int groups) {
    assertThat(resolve(text)).hasSize(groups);
  }

  @ParameterizedTest
  @CsvSource({"Russian officials opposed the levy., group"})
  void leavesTheGroupsOfAStateToTheirRule(String text, String rule) {
    assertThat(mentions(text)).extracting(Mention::rule).contains(rule);
    assertThat(resolve(text)).isEmpty();
  }

  private List<String> resolve(String text) {
    return mentions(text).stream()
        .filter(mention -> mention.rule().equals(Mention.UNNAMED_GROUP))
        .map(mention -> mention.text() + " " + mention.entityId())
        .toList();
  }

  private List<Mention> mentions(String text) {
    var body = List.of(new Paragraph(0, text.length(), Section.BODY));
    return resolver
        .resolve(Pipeline.shared().annotate(new SectionedText(text, body)), null)
        .mentions();
  }
}
