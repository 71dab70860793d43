package dev.tengen.cli;

import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.SavedModelExport;
import dev.tengen.networks.interop.LeelaZeroWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tengen network}: looks at networks and converts them. */
@Command(
    name = "network",
    description = "Looks at networks and converts them.",
    mixinStandardHelpOptions = true,
    subcommands = {
      NetworkCommand.Info.class,
      NetworkCommand.Import.class,
      NetworkCommand.Export.class
    })
final class NetworkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "name what to do: info, import or export");
  }

  /** {@code tengen network info}. */
  @Command(
      name = "info",
      description = "Says what a network is, after checking that its weights are whole.",
      footer = {"", "FILE: Tengen's own or Leela Zero's, told apart by what is in it."},
      mixinStandardHelpOptions = true)
  static final class Info implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A network, or 'default'.")
    private String file;

    @Option(names = "--json", description = "Print one object instead of text.")
    private boolean json;

    @Override
    public Integer call() {
      Path path = NetworkFiles.resolve(file);
      Network network = Networks.load(path);
      NetworkInfo info = network.info();
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("path", path.toString());
      facts.put("format", Networks.formatOf(path));
      facts.put("boardSize", info.config().boardSize());
      facts.put("blocks", info.config().blocks());
      facts.put("channels", info.config().channels());
      facts.put("valueHidden", info.config().valueHidden());
      facts.put("encoding", info.config().encoding().id());
      facts.put("planes", info.config().planes());
      facts.put("valueSide", info.config().valueSide().id());
      facts.put("rules", info.rules());
      facts.put("komi", info.komi());
      facts.put("trainingSteps", info.trainingSteps());
      facts.put("parameters", network.parameterCount());
      facts.put("description", info.description());
      facts.put("madeBy", info.madeBy());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.pretty(facts));
      } else {
        facts.forEach((name, value) -> out.printf("%-14s %s%n", name, value));
      }
      out.flush();
      return 0;
    }
  }

  /** {@code tengen network import}. */
  @Command(
      name = "import",
      description = "Reads another program's network and writes it as Tengen's.",
      footer = {
        "",
        "IN: Leela Zero's weights, versions 1 and 2, gzipped or not. They can be played without",
        "being imported: every FILE may be one."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "IN", description = "A network of another program.")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "What to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
      Network network = Networks.load(file);
      if (Networks.formatOf(file).equals("tengen")) {
        throw new UserError(file + " is Tengen's own already; play it as it is");
      }
      requireAbsent(out);
      NetworkInfo info = network.info();
      String name = info.description() + ", from " + file.toAbsolutePath().getFileName();
      Networks.save(network.withInfo(info.after(info.trainingSteps(), name)), out);
      spec.commandLine().getErr().println("wrote " + out);
      return 0;
    }
  }

  private static void requireAbsent(Path out) {
    if (Files.exists(out)) {
      throw new UserError(out + " exists; name another");
    }
  }

  /** {@code tengen network export}. */
  @Command(
      name = "export",
      description = "Writes a network in another format.",
      footer = {
        "",
        "savedmodel: TensorFlow's SavedModel; 'input' [B, N, N, planes] gives 'policy' logits",
        "[B, N*N+1] and 'value' [B] for the player to move.",
        "leelaz: Leela Zero's weights, gzipped if the name ends in .gz; 19x19 networks whose value",
        "head has 256 hidden units, as Leela Zero's have."
      },
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {

    /** What can be written. */
    enum Format {
      savedmodel,
      leelaz
    }

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "IN", description = "A network, or 'default'.")
    private String file;

    @Option(
        names = "--format",
        required = true,
        paramLabel = "FORMAT",
        description = "${COMPLETION-CANDIDATES}.")
    private Format format;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "What to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
      Network network = Networks.load(NetworkFiles.resolve(file));
      requireAbsent(out);
      switch (format) {
        case savedmodel -> SavedModelExport.export(network, out);
        case leelaz -> LeelaZeroWriter.write(network, out);
      }
      spec.commandLine().getErr().println("wrote " + out);
      return 0;
    }
  }
}
