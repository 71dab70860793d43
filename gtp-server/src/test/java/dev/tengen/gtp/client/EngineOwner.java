package dev.tengen.gtp.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A process with an engine that thinks for ever; the tests end it in several ways. */
final class EngineOwner {

  private EngineOwner() {}

  /** The command line that runs it with the engine. */
  static ProcessBuilder command(List<String> engine) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            FakeEngine.java(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            EngineOwner.class.getName());
    builder.command().addAll(engine);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Says "ready"; ends when its input does; says at last what came of the engine's thoughts. */
  @SuppressWarnings("SystemOut") // the test reads it
  public static void main(String[] engine) throws IOException {
    GtpClient client = new GtpClient("owned", Arrays.asList(engine));
    client.send("name", Duration.ofSeconds(30));
    Thread thinker =
        new Thread(
            () -> {
              // The second one would start the engine again.
              for (int i = 0; i < 2; i++) {
                if (client.send("genmove b", Duration.ofMinutes(5)) instanceof Reply.Broken b) {
                  System.out.println(b.kind());
                }
              }
            });
    thinker.setDaemon(true);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> join(thinker)));
    thinker.start();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // not yet
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
