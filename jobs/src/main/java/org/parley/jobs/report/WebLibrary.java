package org.parley.jobs.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A script library that travels in a WebJar and is written into the page. */
enum WebLibrary {
  LAYOUT_BASE("layout-base", "layout-base.js"),
  COSE_BASE("cose-base", "cose-base.js"),
  CYTOSCAPE("cytoscape", "dist/cytoscape.min.js"),
  FCOSE("cytoscape-fcose", "cytoscape-fcose.js"),
  ECHARTS("echarts", "dist/echarts.common.min.js");

  private final String artifact;
  private final String file;

  WebLibrary(String artifact, String file) {
    this.artifact = artifact;
    this.file = file;
  }

  /** Name and version, for the list of what the page is made with. */
  String label() {
    return artifact + " " + version();
  }

  /** The script, with its licence, which asks to travel with it. */
  String source() {
    String folder = "/META-INF/resources/webjars/" + artifact + "/" + version() + "/";
    return "/*!\n"
        + resource(folder + "LICENSE").replace("*/", "* /")
        + "*/\n"
        + resource(folder + file);
  }

  /** The version that lies on the class path, from Maven's own note in the jar. */
  private String version() {
    var properties = new Properties();
    String path = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
    try (var in = WebLibrary.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + path);
      }
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A text file of the class path, by its absolute path. Lines end as a browser reads them, so that
   * a hash of the text is the one that a browser computes.
   */
  static String resource(String path) {
    try (var in = WebLibrary.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + path);
      }
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n").replace('\r', '\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
