package org.parley.jobs.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley export}: the tables become files for other programs. */
@Command(
    name = "export",
    description = "Write files for Gephi, spreadsheets, scripts, DNA and a section on methods.")
public final class ExportCommand implements Callable<Integer> {
  @Mixin private SessionOptions options;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the files.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      description = "Which of ${COMPLETION-CANDIDATES} (default: all).")
  private List<ExportJob.Format> formats = List.of();

  @Option(
      names = "--min-texts",
      paramLabel = "N",
      defaultValue = "" + ExportJob.Config.DEFAULT_MIN_TEXTS,
      description =
          "Pairs that fewer independent texts name are left out (default: ${DEFAULT-VALUE}).")
  private int minTexts;

  @Override
  public Integer call() {
    Set<ExportJob.Format> chosen =
        formats.isEmpty() ? EnumSet.allOf(ExportJob.Format.class) : EnumSet.copyOf(formats);
    var config = new ExportJob.Config(options.warehouseFolder(), output, chosen, minTexts);
    System.out.println(ExportJob.run(options.session("export"), config).summary());
    return 0;
  }
}
