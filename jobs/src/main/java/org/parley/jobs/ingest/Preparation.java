package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parley.jobs.ingest.InputRecord.RawArticle;
import org.parley.jobs.ingest.InputRecord.Reject;
import org.parley.seed.Seeds;
import org.parley.text.HtmlArticle;
import org.parley.text.HtmlExtractor;
import org.parley.text.Language;
import org.parley.text.LanguageDetector;
import org.parley.text.MinHash;
import org.parley.text.PublishedDate;
import org.parley.text.SectionedText;
import org.parley.text.Shingles;
import org.parley.text.TextCleaner;
import org.parley.text.TextId;

/** Turns what a reader found into a row: extracts, cleans, names, dates and signs an article. */
final class Preparation {
  /** The articles table without clusters, then why a record is rejected, then its signature. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "article_id string, text_id string, source string, url string, title string,"
              + " authors array<string>, published_at timestamp, language string, text string,"
              + " paragraphs array<struct<begin:int,end:int,section:string>>, char_count int,"
              + " month string, input_uri string, record_index bigint, reason string,"
              + " detail string, shingles array<bigint>, band_keys array<bigint>");

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);
  private static final String UNDATED = "unknown";
  private static final int ID_BYTES = 16;

  private final TextCleaner cleaner;
  private final HtmlExtractor extractor;
  private final Cleaning cleaning;
  private final MinHash signatures = NearDuplicates.signatures();

  Preparation(Seeds seeds, Cleaning cleaning) {
    this.cleaner = TextCleaner.of(seeds);
    this.extractor = HtmlExtractor.of(seeds);
    this.cleaning = cleaning;
  }

  /** The row of a record; what cannot be processed becomes a reject. */
  Row row(InputRecord record) {
    if (record instanceof Reject reject) {
      return rejected(reject);
    }
    var raw = (RawArticle) record;
    try {
      return raw.isPage() ? page(raw) : article(raw, raw);
    } catch (RuntimeException | StackOverflowError e) {
      // Markup that is nested deeper than the stack ends here too.
      var reason = raw.isPage() ? Reason.MALFORMED_HTML : Reason.FAILED;
      return rejected(new Reject(raw.inputUri(), raw.index(), reason, e.toString()));
    }
  }

  private static Row rejected(Reject reject) {
    var cells = new Object[SCHEMA.size()];
    cells[SCHEMA.fieldIndex("input_uri")] = reject.inputUri();
    cells[SCHEMA.fieldIndex("record_index")] = reject.index();
    cells[SCHEMA.fieldIndex("reason")] = reject.reason().label();
    cells[SCHEMA.fieldIndex("detail")] = reject.detail();
    return RowFactory.create(cells);
  }

  private Row page(RawArticle raw) {
    var extracted = extractor.extract(raw.body(), raw.url());
    if (extracted.isEmpty()) {
      return rejected(
          new Reject(raw.inputUri(), raw.index(), Reason.EMPTY_TEXT, "no story found in the page"));
    }
    HtmlArticle page = extracted.get();
    return article(
        raw,
        new RawArticle(
            raw.inputUri(),
            raw.index(),
            page.title(),
            page.authors(),
            raw.url() == null ? page.url() : raw.url(),
            page.site(),
            page.published() == null ? null : page.published().toString(),
            page.language(),
            page.text(),
            false));
  }

  private Row article(RawArticle raw, RawArticle article) {
    SectionedText text =
        cleaning == Cleaning.NONE
            ? TextCleaner.unchanged(article.body())
            : cleaner.clean(article.title(), article.body());
    if (text.text().isBlank()) {
      return rejected(new Reject(raw.inputUri(), raw.index(), Reason.EMPTY_TEXT, ""));
    }
    String language = language(text.text(), article.language());
    if (!language.equals("en") && !language.equals(Language.UNDETERMINED)) {
      return rejected(new Reject(raw.inputUri(), raw.index(), Reason.NOT_ENGLISH, language));
    }
    URI address = address(article.url());
    OffsetDateTime published = PublishedDate.parse(article.date()).orElse(null);
    long[] shingles = Shingles.of(text);
    long[] keys =
        shingles.length == 0 ? new long[0] : signatures.bandKeys(signatures.signature(shingles));
    return RowFactory.create(
        articleId(raw),
        TextId.of(text),
        source(article.source(), address),
        address == null ? null : article.url().strip(),
        article.title(),
        article.authors().toArray(String[]::new),
        published == null ? null : Timestamp.from(published.toInstant()),
        language,
        text.text(),
        text.paragraphs().stream()
            .map(p -> RowFactory.create(p.begin(), p.end(), p.section().label()))
            .toArray(Row[]::new),
        text.text().length(),
        published == null ? UNDATED : MONTH.format(published.withOffsetSameInstant(ZoneOffset.UTC)),
        raw.inputUri(),
        raw.index(),
        null,
        null,
        Arrays.stream(shingles).boxed().toArray(Long[]::new),
        Arrays.stream(keys).boxed().toArray(Long[]::new));
  }

  /** What the text says of its language; where it is too short for that, what the record says. */
  private static String language(String text, String declared) {
    String detected = LanguageDetector.shared().detect(text).code();
    if (!detected.equals(Language.UNDETERMINED) || declared == null) {
      return detected;
    }
    String code = declared.strip().toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
    return code.equals("english") ? "en" : code.length() == 2 ? code : detected;
  }

  /** The address of a page on the web; null for anything else. */
  private static URI address(String url) {
    if (url == null) {
      return null;
    }
    try {
      var uri = new URI(url.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean isWeb = scheme.equals("http") || scheme.equals("https");
      return isWeb && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String source(String stated, URI address) {
    if (stated != null) {
      return stated.strip();
    }
    return address == null
        ? null
        : address.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  /**
   * The first 128 bits of the SHA-256 of all that the record says: equal wherever and in whatever
   * order the record is read.
   */
  private static String articleId(RawArticle raw) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (String part :
          new String[] {
            raw.source(), raw.url(), raw.title(), raw.date(), raw.authors().toString(), raw.body()
          }) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
