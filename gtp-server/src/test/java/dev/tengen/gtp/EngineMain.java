package dev.tengen.gtp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The engine of the tests as a program of its own. */
public final class EngineMain {

  private EngineMain() {}

  /** The command line that runs it. */
  public static List<String> command() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classPath,
        EngineMain.class.getName());
  }

  public static void main(String[] arguments) throws IOException {
    StdioTransport transport = StdioTransport.ofProcess();
    System.out.println("this must not get between the answers");
    transport.serve(TestEngines.engine());
  }
}
