package dev.tengen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/**
 * Which Tengen this is, as its build wrote it down.
 *
 * @param version the Maven version
 * @param commit the commit it was built from, with {@code -dirty} where files had been changed
 *     since, or {@code unknown} where the build was not told (only the launcher tells it)
 */
record BuildInfo(String version, String commit) {

  static BuildInfo load() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
      if (in == null) {
        throw new IllegalStateException("build.properties is not on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildInfo(properties.getProperty("version"), properties.getProperty("commit"));
  }

  /** The version in one line. */
  String line() {
    return "tengen " + version + " (commit " + commit + ")";
  }

  /** What {@code --version} prints. */
  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        load().line(),
        "Java %s, %s".formatted(Runtime.version(), System.getProperty("java.vm.name"))
      };
    }
  }
}
