package dev.tengen.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a small tree of its own, with a JDK and a Maven that only write down that they
 * were called: when it builds, what it says and where.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String COUNT_AND_COMPILE =
      """
      #!/bin/sh
      echo "$@" >>builds
      [ ! -e cli/src/main/broken ] || { echo "[ERROR] broken:[1,2] no good"; exit 1; }
      mkdir -p cli/target/launcher/classes
      echo "$PWD/library.jar" >cli/target/launcher/libraries
      """;

  @TempDir Path folder;
  private Path root;
  private Path source;

  record Outcome(int exitCode, String out, String err) {}

  @BeforeEach
  void layTree() throws IOException {
    root = Files.createDirectories(folder.toRealPath().resolve("a tree"));
    Files.copy(Path.of("..", "tengen"), root.resolve("tengen"));
    script(root.resolve("mvnw"), COUNT_AND_COMPILE);
    Files.createDirectories(root.resolve(".mvn"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("library.jar"), "");
    source = root.resolve("cli/src/main/java/Main.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Files.writeString(root.resolve("cli/pom.xml"), "");
    jdk("17.0.9");
    letItBeOld();
  }

  @Test
  void buildsOnceAndThenOnlyStarts() throws Exception {
    Outcome first = launch("match", "--games", "2 3");
    assertThat(first.exitCode()).isEqualTo(7);
    assertThat(first.out()).contains("dev.tengen.cli.Main", "<match>", "<--games>", "<2 3>");
    assertThat(first.err().lines()).hasSize(2).first().asString().contains("first use");

    Outcome second = launch("match");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).hasSize(1);
    assertThat(builds().get(0))
        .contains("-Dquick", "-Dmaven.test.skip=true")
        .doesNotContain("install");
  }

  @Test
  void changedSourceIsBuilt() throws Exception {
    launch();
    Files.writeString(source, "changed");
    assertThat(launch().err()).contains("a source has changed");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void deletedSourceIsBuilt() throws Exception {
    launch();
    Files.delete(source);
    assertThat(launch().err()).contains("a source has changed");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void missingLibraryIsFetchedAgain() throws Exception {
    launch();
    Files.delete(root.resolve("library.jar"));
    launch();
    assertThat(builds()).hasSize(2);
  }

  @Test
  void otherMavenArgumentsBuildAgain() throws Exception {
    launch();
    launch(List.of("TENGEN_MAVEN_ARGS=-Pgpu"), root.resolve("tengen"));
    assertThat(builds()).hasSize(2);
    assertThat(builds().get(1)).endsWith(" -Pgpu");
  }

  @Test
  void failedBuildIsOneLineWithItsReasonAndLog() throws Exception {
    Files.writeString(root.resolve("cli/src/main/broken"), "");
    Outcome outcome = launch();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .last()
        .asString()
        .startsWith("tengen: the build failed: broken:[1,2] no good (log: ");
    Files.delete(root.resolve("cli/src/main/broken"));
    assertThat(launch().exitCode()).isEqualTo(7);
  }

  @Test
  void linkFromElsewhereFindsTheTree() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("tengen"));
    Path second = Files.createSymbolicLink(folder.resolve("again"), Path.of("link"));
    assertThat(link).exists();
    assertThat(launch(List.of(), second).out()).contains("<-Dtengen.home=" + root + ">");
  }

  @Test
  void severalStartsAtOnceBuildOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(start(List.of(), root.resolve("tengen")));
    }
    for (Process process : processes) {
      assertThat(ended(process).exitCode()).isEqualTo(7);
    }
    assertThat(builds()).hasSize(1);
  }

  @Test
  void oldJavaIsRefusedInOneLine() throws Exception {
    jdk("1.8.0_392");
    Outcome outcome = launch();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains("1.8.0_392", "17 or newer");
  }

  @Test
  void newJavaIsGivenLeaveForNativeLibraries() throws Exception {
    assertThat(launch().out()).doesNotContain("native-access");
    jdk("25.0.1");
    assertThat(launch().out()).contains("<--enable-native-access=ALL-UNNAMED>");
  }

  private Outcome launch(String... args) throws Exception {
    return launch(List.of(), root.resolve("tengen"), args);
  }

  private Outcome launch(List<String> environment, Path launcher, String... args) throws Exception {
    return ended(start(environment, launcher, args));
  }

  private Process start(List<String> environment, Path launcher, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "-u", "TENGEN_JAVA_OPTS"));
    command.addAll(List.of("-u", "TENGEN_MAVEN_ARGS", "JAVA_HOME=" + folder.resolve("jdk")));
    command.addAll(environment);
    command.add(launcher.toString());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  private static Outcome ended(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, err);
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("builds"));
  }

  private void jdk(String version) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(bin.resolve("java"), "#!/bin/sh\nprintf '<%s>' \"$@\"\nexit 7\n");
    script(bin.resolve("javac"), "#!/bin/sh\n");
    script(bin.resolve("jar"), "#!/bin/sh\n: >\"$3\"\n");
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void letItBeOld() throws IOException {
    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setLastModifiedTime(file, old);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.setLastModifiedTime(folder, old);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
