package dev.tengen.cli;

import dev.tengen.agents.AgentPlayback;
import dev.tengen.agents.AgentPlayback.Moment;
import dev.tengen.agents.AnimatedGif;
import dev.tengen.agents.Checkpoint;
import dev.tengen.agents.env.Renderer;
import dev.tengen.files.DurableFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tengen agent render}. */
@Command(
    name = "render",
    description = "Shows what a run learned, as text or as an animated GIF.",
    mixinStandardHelpOptions = true)
final class AgentRenderCommand implements Callable<Integer> {

  /** Moves the cursor home and clears what is below, as terminals have it (ECMA-48). */
  private static final String HOME = "\u001B[H\u001B[J";

  /** The last picture of an episode stays for so long. */
  private static final int PAUSE_HUNDREDTHS = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "A run, of which the first training is shown, or one training: RUN/seed-2.")
  private Path run;

  @Option(
      names = "--checkpoint",
      paramLabel = "C",
      description = "last, or best in the evaluations on the way; default: last.")
  private Checkpoint checkpoint = Checkpoint.LAST;

  @Option(names = "--episodes", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int episodes = 1;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the environment's chance; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--fps",
      paramLabel = "F",
      description = "Steps shown in a second, 1 to 50; default: ${DEFAULT-VALUE}.")
  private int fps = 10;

  @Option(names = "--gif", paramLabel = "FILE", description = "Write pictures there instead.")
  private Path gif;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description = "The longer side of the pictures; default: ${DEFAULT-VALUE}.")
  private int size = 400;

  @Override
  public Integer call() throws IOException {
    if (fps < 1 || fps > 50) {
      throw new UsageError("--fps " + fps + ": from 1 to 50");
    }
    if (episodes < 1) {
      throw new UsageError("--episodes " + episodes + ": at least one");
    }
    if (size < 16 || size > 4000) {
      throw new UsageError("--size " + size + ": from 16 to 4000");
    }
    if (gif != null) {
      DurableFiles.write(
          gif,
          out -> {
            try (AnimatedGif pictures = new AnimatedGif(out)) {
              AgentPlayback.run(run, checkpoint, episodes, seed, moment -> add(moment, pictures));
            }
          });
      spec.commandLine().getOut().println(gif);
    } else {
      AgentPlayback.run(run, checkpoint, episodes, seed, this::show);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private boolean add(Moment moment, AnimatedGif pictures) throws IOException {
    int hundredths = moment.over() ? PAUSE_HUNDREDTHS : 100 / fps;
    pictures.add(Renderer.image(moment.environment(), size), hundredths);
    return true;
  }

  private boolean show(Moment moment) {
    PrintWriter out = spec.commandLine().getOut();
    boolean animated = Boolean.getBoolean("tengen.tty.out"); // the launcher says so
    out.print(animated ? HOME : "");
    out.printf(
        "episode %d, step %d, return %s%s%n",
        moment.episode() + 1,
        moment.step(),
        number(moment.earned()),
        !moment.over() ? "" : moment.environment().terminated() ? ", ended" : ", cut off");
    out.println(Renderer.text(moment.environment()));
    out.flush();
    if (animated) {
      try {
        Thread.sleep(1000 / fps);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : "%.3f".formatted(value);
  }
}
