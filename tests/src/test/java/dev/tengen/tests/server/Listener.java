package dev.tengen.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tengen gtp --listen 0} in a process of its own. */
final class Listener implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("tengen gtp: listens on (\\S+):(\\d+)");

  private final Process process;
  private final InetSocketAddress address;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  /**
   * Starts it and waits until it listens.
   *
   * @param javaOptions options of java, separated by blanks; or empty
   */
  Listener(String javaOptions, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions.isEmpty() ? List.of() : List.of(javaOptions.split(" ", -1)));
    command.addAll(List.of("-Dtengen.home=..", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.tengen.cli.Main", "gtp", "--listen", "0"));
    command.addAll(Arrays.asList(options));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    Matcher found = null;
    while (found == null) {
      String line = out.readLine();
      assertThat(line).as("it listens; so far: " + said).isNotNull();
      said.add(line);
      Matcher matcher = ADDRESS.matcher(line);
      found = matcher.matches() ? matcher : null;
    }
    address = new InetSocketAddress(found.group(1), Integer.parseInt(found.group(2)));
    Thread reader = new Thread(() -> out.lines().forEach(said::add), "stderr");
    reader.setDaemon(true);
    reader.start();
  }

  InetSocketAddress address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  /** What it wrote to stderr so far. */
  List<String> said() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  /** Resident memory in MiB. */
  long residentMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", "" + pid(), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElseThrow();
  }

  /** Processor time used so far, in seconds. */
  double processorSeconds() {
    return process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0);
  }

  /** What is reachable on the heap, in MiB; collects garbage for it. */
  long liveMebibytes() throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process histogram =
        new ProcessBuilder(jcmd.toString(), "" + pid(), "GC.class_histogram").start();
    String total = "";
    try (BufferedReader out = histogram.inputReader(StandardCharsets.UTF_8)) {
      total = out.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    }
    histogram.waitFor();
    return Long.parseLong(total.trim().split("\\s+", -1)[2]) >> 20;
  }

  /** Asks it to end, as Ctrl-C does, without waiting. */
  void askToEnd() {
    process.destroy();
  }

  /** Waits for its end; returns its exit code. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
