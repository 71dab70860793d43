package dev.tengen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tengen.training.Manifest.Generation;
import dev.tengen.training.ZeroEvent.Ended;
import dev.tengen.training.ZeroEvent.GenerationDone;
import dev.tengen.training.ZeroEvent.Learning;
import dev.tengen.training.ZeroEvent.Matching;
import dev.tengen.training.ZeroEvent.Playing;
import dev.tengen.training.ZeroEvent.Warning;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is interrupted, in whatever phase and however rudely, goes on where it was. */
class ResumeTest {

  @TempDir Path folder;

  /** What a listener throws to have a run break off. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Generation generation(Path run, int number) throws IOException {
    return Manifest.read(run.resolve("manifest.json")).generations().get(number);
  }

  /** Breaks off at the first event that the predicate holds of. */
  private static void crashAt(Path run, Predicate<ZeroEvent> here) {
    assertThatThrownBy(
            () ->
                TinyRun.run(
                    run,
                    TinyRun.hastySource(),
                    0,
                    StopSignal.onRequest(),
                    event -> {
                      if (here.test(event)) {
                        throw new Crash();
                      }
                    }))
        .isInstanceOf(Crash.class);
  }

  @Test
  void goesOnAfterACrashAtTheEndOfEachPhase() throws Exception {
    Path run = folder.resolve("run");
    crashAt(run, e -> e instanceof ZeroEvent.Started);
    assertThat(generation(run, 0).accepted()).isTrue();
    crashAt(run, e -> e instanceof Playing playing && playing.games() == 16);
    assertThat(generation(run, 1).selfPlay()).isNull();
    crashAt(run, e -> e instanceof Learning learning && learning.steps() == learning.stepsWanted());
    assertThat(generation(run, 1).selfPlay().games()).isEqualTo(16);
    assertThat(generation(run, 1).learning()).isNull();
    assertThat(run.resolve("learner/checkpoint.safetensors")).exists();
    crashAt(run, e -> e instanceof Matching);
    assertThat(generation(run, 1).learning().steps()).isPositive();
    assertThat(generation(run, 1).accepted()).isNull();
    crashAt(run, e -> e instanceof GenerationDone);
    assertThat(generation(run, 1).accepted()).isTrue();
    crashAt(
        run, e -> e instanceof Matching match && match.generation() == 2 && match.opponent() == 0);
    TinyRun.run(run, TinyRun.hastySource(), 1, StopSignal.onRequest(), event -> {});
    RunFiles.assertComplete(run, generation(run, 1));
    RunFiles.assertComplete(run, generation(run, 2));
  }

  @Test
  void goesOnInSlicesWithTornFiles() throws Exception {
    Path run = folder.resolve("run");
    List<String> warnings = new ArrayList<>();
    int finished = 0;
    for (int slice = 1; finished < 2 && slice < 40; slice++) {
      int[] done = new int[1];
      TinyRun.run(
          run,
          TinyRun.hastySource(),
          2 - finished,
          StopSignal.after(Duration.ofMillis(400 + 250L * slice)),
          event -> {
            if (event instanceof Ended ended) {
              done[0] = ended.generations();
            } else if (event instanceof Warning warning) {
              warnings.add(warning.message());
            }
          });
      finished += done[0];
      if (finished < 2) {
        tear(run);
      }
    }
    assertThat(finished).isEqualTo(2);
    RunFiles.assertComplete(run, generation(run, 1));
    RunFiles.assertComplete(run, generation(run, 2));
    assertThat(warnings).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
  }

  /** Leaves what a kill in the middle of a write leaves. */
  private static void tear(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.equals("games.tfrecord") && of(run, file).selfPlay() == null) {
          Files.write(file, new byte[] {17, 0, 0, 0, 0}, StandardOpenOption.APPEND);
        } else if (name.startsWith("vs-") && of(run, file).accepted() == null) {
          Files.writeString(file, "(;GM[1]FF[4]SZ[3", StandardOpenOption.APPEND);
        }
      }
    }
    Files.writeString(run.resolve(".manifest.json.123.tmp"), "{\"gener");
  }

  /** The generation whose folder a file lies in. */
  private static Generation of(Path run, Path file) throws IOException {
    return generation(
        run, Integer.parseInt(file.getParent().getFileName().toString().substring(4)));
  }

  @Test
  void goesOnAfterTheProcessIsKilled() throws Exception {
    Path run = folder.resolve("run");
    int[] linesBeforeKill = {2, 3, 2, 4};
    for (int lines : linesBeforeKill) {
      Process process = startChild(run);
      try (BufferedReader out = process.inputReader()) {
        for (int i = 0; i < lines; i++) {
          out.readLine();
        }
        process.destroyForcibly().waitFor();
      }
    }
    Process last = startChild(run);
    try (BufferedReader out = last.inputReader()) {
      assertThat(out.lines().toList()).last().asString().startsWith("Ended");
    }
    assertThat(last.waitFor()).isZero();
    int newest = Manifest.read(run.resolve("manifest.json")).generations().size() - 1;
    for (int number = 1; number <= newest; number++) {
      RunFiles.assertComplete(run, generation(run, number));
    }
    assertThat(newest).isPositive();
  }

  /** A process of its own that finishes one generation and prints a line for each event. */
  private static Process startChild(Path run) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Child.class.getName(),
            run.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  /** What runs in the child process. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      TinyRun.run(
          Path.of(args[0]),
          TinyRun.hastySource(),
          1,
          StopSignal.onRequest(),
          event -> System.out.println(event.toString()));
    }
  }
}
