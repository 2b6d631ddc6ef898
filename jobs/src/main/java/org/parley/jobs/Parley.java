package org.parley.jobs;

import org.parley.jobs.annotate.AnnotateCommand;
import org.parley.jobs.bench.AnnotateBench;
import org.parley.jobs.bench.ClusterBench;
import org.parley.jobs.bench.GrowthBench;
import org.parley.jobs.bench.HostileBench;
import org.parley.jobs.bench.ScorerBench;
import org.parley.jobs.bench.SparkBench;
import org.parley.jobs.cli.StoppedException;
import org.parley.jobs.cooccur.CompareCommand;
import org.parley.jobs.cooccur.CooccurBench;
import org.parley.jobs.cooccur.CooccurCommand;
import org.parley.jobs.cooccur.MonthBench;
import org.parley.jobs.doctor.DoctorCommand;
import org.parley.jobs.doctor.VacuumCommand;
import org.parley.jobs.evaluate.EvaluateCommand;
import org.parley.jobs.export.ExportCommand;
import org.parley.jobs.ingest.IngestCommand;
import org.parley.jobs.query.ChecksumCommand;
import org.parley.jobs.query.DescribeCommand;
import org.parley.jobs.query.EntitiesCommand;
import org.parley.jobs.query.ExplainCommand;
import org.parley.jobs.query.IssuesCommand;
import org.parley.jobs.query.SqlCommand;
import org.parley.jobs.report.ReportCommand;
import org.parley.jobs.resolve.ResolveCommand;
import org.parley.jobs.run.RunCommand;
import org.parley.jobs.stance.StanceCommand;
import org.parley.jobs.table.WarehouseBusyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code parley COMMAND}. Exit code 0 done, 1 failed, 2 bad usage, 75 another run
 * writes the warehouse.
 */
@Command(
    name = "parley",
    mixinStandardHelpOptions = true,
    version = "Parley 0.1.0",
    description = "Who appears with whom, and who stands where: batch analysis of news.",
    subcommands = {
      RunCommand.class,
      IngestCommand.class,
      AnnotateCommand.class,
      ResolveCommand.class,
      CooccurCommand.class,
      CompareCommand.class,
      StanceCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      EntitiesCommand.class,
      IssuesCommand.class,
      SqlCommand.class,
      ExplainCommand.class,
      DescribeCommand.class,
      EvaluateCommand.class,
      ChecksumCommand.class,
      DoctorCommand.class,
      VacuumCommand.class,
      AnnotateBench.class,
      ClusterBench.class,
      GrowthBench.class,
      HostileBench.class,
      ScorerBench.class,
      SparkBench.class,
      CooccurBench.class,
      MonthBench.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed, for the reason in the last line; the next run goes on where this one ended",
      "2:bad usage",
      "75:another run writes the warehouse; try again later",
      "130, 143:stopped by Ctrl-C or a signal; the next run goes on where this one ended"
    },
    scope = CommandLine.ScopeType.INHERIT)
public final class Parley implements Runnable {
  /** What sysexits.h calls EX_TEMPFAIL: the same command may work later. */
  private static final int BUSY = 75;

  /** What a shell makes of SIGTERM; the JVM, which is ending, uses the signal's own. */
  private static final int TERMINATED = 143;

  @Spec private CommandSpec spec;

  private Parley() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  /** The commands with their options and examples, and what they say when they fail. */
  static CommandLine commandLine() {
    return Examples.addTo(
        new CommandLine(new Parley())
            .setUsageHelpAutoWidth(true)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionStrategy(Parley::execute)
            .setParameterExceptionHandler(Parley::refuse)
            .setExecutionExceptionHandler(Parley::fail));
  }

  /** An error, such as a full disk's in a file system of Hadoop, is told as an exception is. */
  private static int execute(CommandLine.ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      throw new CommandLine.ExecutionException(
          parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** One line for what cannot be understood, and what may have been meant. */
  static int refuse(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("parley: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** One line for what went wrong; the stack trace only on demand. */
  private static int fail(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (e instanceof StoppedException) {
      return TERMINATED;
    }
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
      cause = cause.getCause();
    }
    String kind =
        cause instanceof IllegalArgumentException ? "" : cause.getClass().getSimpleName() + ": ";
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    command.getErr().println("parley: " + kind + message);
    if (parsed.expandedArgs().contains("--verbose")) {
      e.printStackTrace(command.getErr());
    }
    return cause instanceof WarehouseBusyException ? BUSY : CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
