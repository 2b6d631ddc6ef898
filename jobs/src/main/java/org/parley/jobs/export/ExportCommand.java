package org.parley.jobs.export;

import java.util.concurrent.Callable;
import org.parley.jobs.cli.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley export}: the tables become files for Gephi and spreadsheets. */
@Command(name = "export", description = "Write GEXF, GraphML and CSV files.")
public final class ExportCommand implements Callable<Integer> {
  @Mixin private SessionOptions options;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the files.")
  private String output;

  @Override
  public Integer call() {
    var config = new ExportJob.Config(options.warehouseFolder(), output);
    System.out.println(ExportJob.run(options.session("export"), config).summary());
    return 0;
  }
}
