package dev.tengen.training;

import dev.tengen.game.UserError;
import dev.tengen.networks.Network;
import dev.tengen.networks.NetworkConfig;
import dev.tengen.networks.NetworkInfo;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.model.Learner;
import dev.tengen.networks.model.LearnerConfig;
import dev.tengen.selfplay.rating.Elo;
import dev.tengen.training.Manifest.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Where a run starts from: generation 0, or what earlier invocations left. */
final class RunStart {

  private final RunFolder folder;
  private final ZeroConfig config;
  private final ZeroListener listener;

  RunStart(RunFolder folder, ZeroListener listener) {
    this.folder = folder;
    this.config = folder.config();
    this.listener = listener;
  }

  /**
   * The manifest of the run, begun now if there is none.
   *
   * @param from the network of generation 0, or null for random weights
   * @throws UserError if the network does not fit the settings, or the run started from another
   */
  Manifest manifest(Path from, String codeVersion) throws IOException {
    if (!Files.exists(folder.manifestFile())) {
      return begin(from, codeVersion);
    }
    Manifest manifest = Manifest.read(folder.manifestFile());
    if (from != null && !from.toString().equals(manifest.from())) {
      throw new UserError(
          "%s was started from %s; --from starts a new run: take another --run folder"
              .formatted(
                  folder.root(), manifest.from() == null ? "random weights" : manifest.from()));
    }
    return manifest;
  }

  private Manifest begin(Path from, String codeVersion) throws IOException {
    Networks.save(from == null ? random(codeVersion) : given(from), folder.network(0));
    Manifest begun =
        new Manifest(
                Manifest.FORMAT,
                codeVersion,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                from == null ? null : from.toString(),
                config.seed(),
                0,
                List.of())
            .with(new Generation(0, true, 0, null, null, null, new Elo(0, 0, 0)));
    begun.write(folder.manifestFile());
    return begun;
  }

  private Network random(String codeVersion) {
    NetworkInfo info =
        new NetworkInfo(
            config.networkConfig(),
            config.game().rules(),
            config.game().komi(),
            0,
            folder.describe(0),
            "tengen " + codeVersion);
    return Network.random(info, Seeds.of(config.seed(), Seeds.NETWORK, 0));
  }

  private Network given(Path from) {
    Network network = Networks.load(from);
    NetworkConfig is = network.config();
    NetworkConfig asked = config.networkConfig().withEndsOf(is);
    if (!is.equals(asked)) {
      throw new UserError(
          "network %s is %s with %d hidden units for %dx%d, the settings ask for %s with %d for %dx%d; --set game.boardSize and network.blocks, channels, valueHidden to what it is"
              .formatted(
                  from,
                  is.size(),
                  is.valueHidden(),
                  is.boardSize(),
                  is.boardSize(),
                  asked.size(),
                  asked.valueHidden(),
                  asked.boardSize(),
                  asked.boardSize()));
    }
    NetworkInfo info = network.info();
    if (info.komi() != config.game().komi() || !info.rules().equals(config.game().rules())) {
      listener.on(
          new ZeroEvent.Warning(
              "network %s has learned %s with komi %s; it goes on with %s and komi %s"
                  .formatted(
                      from,
                      info.rules(),
                      info.komi(),
                      config.game().rules(),
                      config.game().komi())));
    }
    return network.withInfo(
        new NetworkInfo(
            is,
            config.game().rules(),
            config.game().komi(),
            info.trainingSteps(),
            folder.describe(0) + ", from " + from,
            info.madeBy()));
  }

  /** The learner where the last checkpoint left it, or at the run's newest network. */
  Learner learner(Manifest manifest) {
    LearnerConfig learning = config.learner().toConfig(config.threadsHere());
    if (Files.exists(folder.checkpoint())) {
      return Learner.restore(folder.checkpoint(), learning);
    }
    int newest = manifest.generations().size() - 1;
    while (newest > 0 && !Networks.isNetwork(folder.network(newest))) {
      newest--;
    }
    if (newest > 0) {
      listener.on(
          new ZeroEvent.Warning(
              folder.checkpoint()
                  + " is gone: learning goes on from "
                  + RunFolder.name(newest)
                  + " without the optimizer's memory"));
    }
    return Learner.from(Networks.load(folder.network(newest)), learning);
  }
}
