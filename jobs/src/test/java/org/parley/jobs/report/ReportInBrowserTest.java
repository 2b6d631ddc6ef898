package org.parley.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page as a reader uses it. Whatever a test does, nothing is fetched and no error is shown. */
@Tag("browser")
@ExtendWith(Browser.class)
class ReportInBrowserTest {
  /** What reaches over the right edge and cannot be scrolled by itself. */
  private static final String TOO_WIDE =
      """
      return [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > 390 && !element.parentElement.closest(".scroll, nav, svg"))
        .map((element) => element.outerHTML.slice(0, 100))
      """;

  private final ChromeDriver browser;
  private String address;

  ReportInBrowserTest(ChromeDriver browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, ReportPage.html(SampleReport.data()));
    address = file.toUri().toString();
    screen(1280, 900);
    load("");
  }

  @AfterEach
  void nothingIsFetchedAndNoErrorShown() {
    assertThat(Browser.console(browser)).isEmpty();
    assertThat(Browser.requests(browser)).isNotEmpty().allMatch(url -> url.startsWith(address));
    assertThat(browser.getTitle()).isNotEqualTo("gone");
  }

  @Test
  void aNameIsFoundByTheKeyboardAlone() {
    browser.findElement(By.id("search")).sendKeys("SOUTH", Keys.ARROW_DOWN, Keys.NULL);
    new Actions(browser).sendKeys(Keys.ENTER).perform();

    assertThat(text("#profile h1")).isEqualTo("Southland");
    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Southland");
  }

  @Test
  void anUnknownNameIsSaidToBeUnknown() {
    browser.findElement(By.id("search")).sendKeys("Atlantis");

    assertThat(text("#search-results")).isEqualTo("No such name on this page.");
  }

  @Test
  void aHostileNameHasItsPageAsText() {
    browser.findElement(By.id("search")).sendKeys("<img", Keys.ENTER);

    assertThat(text("#profile h1")).isEqualTo(SampleReport.HOSTILE_NAME);
    assertThat(browser.findElements(By.cssSelector("img"))).isEmpty();
  }

  @Test
  void theNetworkShowsAllPairsAtFirst() {
    assertThat(text("#network-summary"))
        .isEqualTo("4 names and 3 pairs shown, of 3 pairs that the choice leaves.");
  }

  @Test
  void theNetworkIsFilteredBySignificanceKindSizeAndMonth() {
    choose("network-form", "significance", "0.05");
    assertThat(names())
        .containsExactlyInAnyOrder("Northland", "Southland", SampleReport.HOSTILE_NAME);

    click("#network-form input[value=organization]");
    assertThat(names()).containsExactlyInAnyOrder("Northland", "Southland");

    choose("network-form", "month", "2025-03");
    assertThat(edgeWidths()).hasSize(1);

    choose("network-form", "least", "9");
    assertThat(text("#network-summary")).isEqualTo("No pair is left: choose less.");
  }

  @Test
  void theMeasureDecidesWhichPairsAreStrongest() {
    choose("network-form", "most", "1");
    choose("network-form", "measure", "n");

    assertThat(names()).containsExactlyInAnyOrder("Northland", "Southland");
  }

  @Test
  void aNameSoughtInTheNetworkStandsOut() {
    browser.findElement(By.cssSelector("#network-form [name=find]")).sendKeys("holt");

    assertThat(script("return network.graph().nodes('.found').map(node => node.data('label'))"))
        .isEqualTo(List.of("Mira Holt"));
  }

  @Test
  void aLineOfTheNetworkOpensItsSentences() {
    WebElement graph = browser.findElement(By.id("graph"));
    script("arguments[0].scrollIntoView({block: 'center'})", graph);
    painted();
    @SuppressWarnings("unchecked")
    var middle =
        (Map<String, Number>)
            script(
                "const edge = network.graph().edges().first(); network.graph().center(edge);"
                    + "const at = edge.renderedMidpoint();"
                    + "return {x: at.x - network.graph().width() / 2, y: at.y - network.graph().height() / 2}");
    painted();
    new Actions(browser)
        .moveToElement(graph, middle.get("x").intValue(), middle.get("y").intValue())
        .click()
        .perform();

    assertThat(text("#dialog-title")).isEqualTo("Northland and Southland");
    assertThat(text("#dialog blockquote"))
        .isEqualTo("Northland backs the river dam, while Southland <b>fears</b> it.");
  }

  @Test
  void theSamePairsStandInATable() {
    click("#network .alternative summary");
    click("#network-table button");

    assertThat(text("#dialog-title")).isEqualTo("Northland and Southland");
  }

  @Test
  void theNetworkIsMovedByKeys() {
    browser.findElement(By.id("graph")).sendKeys("+");
    Object near = script("return network.graph().zoom()");
    browser.findElement(By.id("graph")).sendKeys("-", "-");

    assertThat((Double) script("return network.graph().zoom()")).isLessThan((Double) near);
  }

  @Test
  void aCellOfTheMatrixShowsTheWordsAndGivesTheFocusBack() {
    WebElement cell = browser.findElement(By.cssSelector("#matrix button[aria-label^=Southland]"));
    assertThat(cell.getDomAttribute("aria-label"))
        .isEqualTo(
            "Southland on the river dam: against, score −0.60, 95% interval −0.80 to −0.40, 5 texts");
    cell.sendKeys(Keys.ENTER);

    assertThat(text("#dialog-title")).isEqualTo("Southland against: the river dam");
    assertThat(text("#dialog mark")).isEqualTo("<b>fears</b>");
    assertThat(text("#dialog figcaption"))
        .startsWith("Harbour Post · 4 March 2025 · " + SampleReport.HOSTILE_TITLE);
    new Actions(browser).sendKeys(Keys.ESCAPE).perform();
    assertThat(browser.switchTo().activeElement()).isEqualTo(cell);
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() {
    click("#matrix button[aria-label^=Northland]");
    assertThat(browser.findElements(By.cssSelector("#dialog figcaption a"))).isEmpty();
    click("#dialog-close");
    click("#matrix button[aria-label^='Mira']");

    assertThat(browser.findElement(By.cssSelector("#dialog figcaption a")).getDomAttribute("href"))
        .isEqualTo("https://example.org/dam");
  }

  @Test
  void thePalerACellTheLessCertainIt() {
    assertThat(
            script(
                "const pale = stanceColour({score: .6, low: -.3, high: 1}), full = stanceColour({score: .6, low: .5, high: .7});"
                    + "const red = (colour) => Number(colour.background.match(/\\d+/)[0]); return red(pale) > red(full)"))
        .isEqualTo(true);
  }

  @Test
  void theMatrixIsFiltered() {
    click("#stances-form [name=verdict]");
    assertThat(text("#stances-summary"))
        .isEqualTo("3 holders of 3, 1 target; a frame marks a verdict.");

    browser.findElement(By.cssSelector("#stances-form [name=find]")).sendKeys("north");
    assertThat(browser.findElements(By.cssSelector("#matrix tbody tr"))).hasSize(1);
  }

  @Test
  void anIssueHasAPageOfItsSides() {
    load("#/profile/issue%3Ariver_dam");

    assertThat(text("#profile h1")).isEqualTo("the river dam");
    assertThat(text("#profile .camp.favour")).contains("Northland", SampleReport.HOSTILE_NAME);
    assertThat(text("#profile .camp.against")).contains("Southland").doesNotContain("Northland");
    assertThat(text("#profile table")).contains("Since", "4 March 2025");
    assertThat(text("#profile mark")).isEqualTo("backs the river dam");
  }

  @Test
  void aHolderHasAPageOfItsPositionsAndCompany() {
    load("#/profile/gpe%3Anorthland");

    assertThat(text("#profile"))
        .contains("Positions held", "the river dam", "Named together with", "Mira Holt");
    click("#profile .back a");
    assertThat(soon(visibilityOfElementLocated(By.id("findings"))).isDisplayed()).isTrue();
  }

  @Test
  void linesOverTimeShowBurstsAndTakeMoreNames() {
    assertThat(text("#time-chosen")).contains("Northland", "Southland");
    assertThat(browser.findElement(By.id("time-chart")).getDomAttribute("aria-label"))
        .startsWith("Independent texts a week that name Northland");
    assertThat(
            script(
                "return echarts.getInstanceByDom(document.getElementById('time-chart')).getOption().series[0].markArea.data[0].map(end => end.xAxis)"))
        .isEqualTo(List.of(1L, 2L));
    click("#time-chosen button");

    assertThat(text("#time-chosen")).doesNotContain("Northland");
  }

  @Test
  void monthsWithoutAWordKeepTheirPlaceOnTheAxis() {
    assertThat(script("return charts.monthsBetween('2024-11', '2025-02')"))
        .isEqualTo(List.of("2024-11", "2024-12", "2025-01", "2025-02"));
  }

  @Test
  void blocsShowTheSidesOfAnIssueAndWhoAgrees() {
    assertThat(text("#camps .camp.against")).contains("Southland", "−0.60, 5 texts");
    assertThat(text("#agreement td.agreement")).isEqualTo("0:1");
  }

  @Test
  void documentsShowRejectsAndTroublesAsText() {
    assertThat(text("#documents"))
        .contains(
            "not english", "a.jsonl: " + SampleReport.HOSTILE_TITLE, "over 200000 characters");
  }

  @Test
  void aPhoneNeedsNoScrollingSideways() {
    screen(390, 844);
    for (String place : List.of("", "#/profile/gpe%3Anorthland", "#/profile/issue%3Ariver_dam")) {
      load(place);

      assertThat(script(TOO_WIDE))
          .as("elements wider than the screen on " + place)
          .isEqualTo(List.of());
    }
  }

  @Test
  void onPaperThereAreFindingsButNoControls() {
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(browser.findElement(By.id("findings")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.id("matrix")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.cssSelector("header")).isDisplayed()).isFalse();
    assertThat(browser.findElement(By.id("network-form")).isDisplayed()).isFalse();
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
  }

  @Test
  void axeFindsNoBarrierOnTheWholeReport() {
    assertThat(barriers()).isEqualTo(List.of());
  }

  @Test
  void axeFindsNoBarrierOnAPageOfANameOrInADialog() {
    load("#/profile/gpe%3Anorthland");
    assertThat(barriers()).isEqualTo(List.of());
    click("#profile button");
    assertThat(barriers()).isEqualTo(List.of());
  }

  @Test
  void anEmptyWarehouseMakesAPageWithoutErrors(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("empty.html");
    Files.writeString(file, ReportPage.html(SampleReport.empty()));
    address = file.toUri().toString();
    load("");

    assertThat(text("#network-summary")).isEqualTo("No pair is left: choose less.");
  }

  /** What axe-core finds, one line a rule, with the elements. */
  private Object barriers() {
    script(WebLibrary.resource("/axe.min.js"));
    return browser.executeAsyncScript(
        "const done = arguments[0]; axe.run().then(({violations}) =>"
            + " done(violations.map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html).join(' '))))");
  }

  private void load(String place) {
    Browser.requests(browser);
    browser.get("about:blank");
    browser.get(address + place);
    browser.executeAsyncScript(
        "const done = arguments[0]; const wait = () => document.documentElement.dataset.ready ? done() : setTimeout(wait, 20); wait()");
  }

  private void screen(int width, int height) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  private String text(String css) {
    return present(css).getText();
  }

  private void click(String css) {
    present(css).click();
  }

  /**
   * An element as soon as it is there: a change of the page's address is followed a moment later.
   */
  private WebElement present(String css) {
    return soon(presenceOfElementLocated(By.cssSelector(css)));
  }

  private <T> T soon(ExpectedCondition<T> condition) {
    return new WebDriverWait(browser, Duration.ofSeconds(30), Duration.ofMillis(20))
        .until(condition);
  }

  /** Waits until what a script changed is painted, and what follows from it has been called. */
  private void painted() {
    browser.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))");
  }

  private void choose(String form, String field, String value) {
    script(
        "const field = document.getElementById(arguments[0]).elements[arguments[1]]; field.value = arguments[2];"
            + "field.dispatchEvent(new Event('change', {bubbles: true}))",
        form,
        field,
        value);
  }

  @SuppressWarnings("unchecked")
  private List<String> names() {
    return (List<String>) script("return network.graph().nodes().map(node => node.data('label'))");
  }

  private List<?> edgeWidths() {
    return (List<?>) script("return network.graph().edges().map(edge => edge.data('width'))");
  }

  private Object script(String source, Object... arguments) {
    return browser.executeScript(source, arguments);
  }
}
