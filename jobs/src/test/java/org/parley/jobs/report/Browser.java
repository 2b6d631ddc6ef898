package org.parley.jobs.report;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/** Gives tests one headless Chromium, which keeps note of its console and of every request. */
final class Browser implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(Browser.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ChromeDriver.class;
  }

  @Override
  public ChromeDriver resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return driver(context);
  }

  /** Where there is no Chromium, a class fails once and says so, not once a test. */
  @Override
  public void beforeAll(ExtensionContext context) {
    driver(context);
  }

  private static ChromeDriver driver(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .getOrComputeIfAbsent(Closing.class, key -> new Closing(start()), Closing.class)
        .driver();
  }

  /** What the console holds since the last call. */
  static List<String> console(ChromeDriver driver) {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The addresses that were asked for since the last call. */
  static List<String> requests(ChromeDriver driver) {
    return driver.manage().logs().get("performance").getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(
            message ->
                message.replaceFirst(
                    "(?s).*\"documentURL\":\"[^\"]*\".*?\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private record Closing(ChromeDriver driver) implements AutoCloseable {
    @Override
    public void close() {
      driver.quit();
    }
  }

  private static ChromeDriver start() {
    var options = new ChromeOptions();
    options.setBinary(program("chromium", "chromium-browser", "google-chrome"));
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1280,900");
    options.setScriptTimeout(Duration.ofMinutes(2));
    options.setCapability(
        "goog:loggingPrefs",
        Map.of("browser", Level.ALL.getName(), "performance", Level.ALL.getName()));
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver"))
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }

  private static File program(String... names) {
    return Arrays.stream(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the tests of the report page need "
                        + names[0]
                        + ": install Debian's packages chromium and chromium-driver, as scripts/test does"));
  }
}
