package dev.tengen.gtp;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Who is there, what it can do, and goodbye. */
final class SessionCommands {

  private SessionCommands() {}

  static void addTo(CommandTable table, EngineSettings settings, Runnable quit) {
    table
        .add("protocol_version", arguments -> "2")
        .add("name", arguments -> settings.name())
        .add("version", arguments -> settings.version())
        .add(
            "known_command",
            arguments ->
                Boolean.toString(
                    arguments.has(0) && table.find(arguments.word(0, "a command")) != null))
        .add("list_commands", arguments -> table.names())
        .addSilent("quit", arguments -> quit.run())
        // Says that "# interrupt" is heard.
        .addSilent("gogui-interrupt", arguments -> {})
        .add("gogui-title", arguments -> settings.name() + " " + settings.version())
        .add("cputime", arguments -> cpuSeconds());
  }

  /** The processor time of this process, as GNU Go writes it. */
  private static String cpuSeconds() throws GtpException {
    double nanos =
        ProcessHandle.current()
            .info()
            .totalCpuDuration()
            .orElseThrow(() -> new GtpException("this machine does not tell"))
            .toNanos();
    return String.format(Locale.ROOT, "%.3f", nanos / TimeUnit.SECONDS.toNanos(1));
  }
}
