package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.text.Paragraph;
import org.parley.text.Section;

class QuoteSpansTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '§',
      textBlock =
          """
          straight ^ "We leave," he said. ^ "We leave,"
          curly ^ She said “we leave.” ^ “we leave.”
          doubled single ^ ''We leave,'' he said. ^ ''We leave,''
          back quotes ^ ``We leave,'' he said. ^ ``We leave,''
          angled ^ He said «we leave» twice. ^ «we leave»
          low and high ^ He said „we leave” twice. ^ „we leave”
          single ^ Minister: 'We leave now' ^ 'We leave now'
          single curly ^ ‘We leave now,’ the aide said. ^ ‘We leave now,’
          single in double ^ "He told me 'go' and I went," she said. ^ "He told me 'go' and I went,"
          single curly in double ^ “He told me ‘go’ and I went,” she said. ^ “He told me ‘go’ and I went,”
          broken by the speaker ^ "We leave," he said, "and soon." ^ "We leave,"|"and soon."
          closing mark missing ^ "We leave, he said. ^ "We leave, he said.
          closing mark missing before another ^ “We leave. Now. Later he said “no.” ^ “We leave. Now.|“no.”
          mark at each paragraph ^ "We leave.¶"We never come back," he said. ^ "We leave.|"We never come back,"
          curly mark at each paragraph ^ “We leave.¶“We never come back,” he said. ^ “We leave.|“We never come back,”
          over paragraphs ^ "We leave.¶We never come back," he said. ^ "We leave.¶We never come back,"
          apostrophes ^ The players' union won't say it's over. ^
          apostrophe in single marks ^ 'We don't know,' he said. ^ 'We don't know,'
          genitive in single marks ^ 'The players' union is wrong,' he said. ^ 'The players' union is wrong,'
          decades and elisions ^ In the '90s they rock 'n' rolled and told 'em so. ^
          feet and inches ^ The 6'2" guard scored. ^
          inches before a quotation ^ The 40" screen "is fine," he said. ^ "is fine,"
          a stray closing mark ^ We leave," he said. ^
          two in a sentence ^ He called it "good" and "cheap" at once. ^ "good"|"cheap"
          doubled inside ^ “She said “no” to me,” he said. ^ “She said “no” to me,”
          after a dash ^ It is over—"done," he said. ^ "done,"
          in brackets ^ It is over ("done," he said). ^ "done,"
          both marks closing ^ ”We leave,” he said. ^ ”We leave,”
          over sentences ^ "We leave. It is late. Go!" he said. ^ "We leave. It is late. Go!"
          """)
  void finds(String name, String text, String expected) {
    var paragraphs = new ArrayList<Paragraph>();
    int begin = 0;
    for (String line : text.split("¶", -1)) {
      paragraphs.add(new Paragraph(begin, begin + line.length(), Section.BODY));
      begin += line.length() + 1;
    }

    var found =
        QuoteSpans.find(text, paragraphs).stream()
            .map(span -> text.substring(span.begin(), span.end()))
            .toList();

    assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected.split("\\|")));
  }
}
