package dev.tengen.networks.inference;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.tengen.files.DurableFiles;
import dev.tengen.networks.Network;
import dev.tengen.networks.TensorFlowDevice;
import dev.tengen.networks.TensorFlowRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@link PrecisionCheck}s found, kept in a small file of the user's cache: a line for each
 * network and machine, {@code key divergence error speedUp}, the newest {@value #MOST} of them. The
 * key is a hash of the weights, the processor's description and the library's version. A file that
 * cannot be read or written is no error; the check is then made each time.
 *
 * <p>The file is {@code tengen/precision} in the folder that the environment variable {@code
 * XDG_CACHE_HOME} names ({@code LOCALAPPDATA} on Windows), else in {@code ~/.cache}; the system
 * property {@code tengen.cache} names another folder.
 */
final class PrecisionVerdicts {

  private static final Logger LOG = LoggerFactory.getLogger(PrecisionVerdicts.class);

  private static final int MOST = 100;

  /** Part of the key: another number where the check changes what it measures. */
  private static final int VERSION = 1;

  private final Path file;

  PrecisionVerdicts(Path file) {
    this.file = file;
  }

  static PrecisionVerdicts ofUser() {
    String set = System.getProperty("tengen.cache");
    if (set != null) {
      return new PrecisionVerdicts(Path.of(set, "precision"));
    }
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    String folder = System.getenv(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
    Path cache =
        folder != null && Path.of(folder).isAbsolute()
            ? Path.of(folder)
            : Path.of(System.getProperty("user.home"), ".cache");
    return new PrecisionVerdicts(cache.resolve("tengen").resolve("precision"));
  }

  /** What is remembered of a network on this machine; else what the check finds, remembered. */
  PrecisionCheck get(Network network, Supplier<PrecisionCheck> check) {
    String key = key(network);
    List<String> lines = read();
    for (String line : lines) {
      PrecisionCheck known = line.startsWith(key + " ") ? parse(line) : null;
      if (known != null) {
        return known;
      }
    }
    PrecisionCheck found = check.get();
    List<String> newer =
        new ArrayList<>(lines.subList(Math.max(0, lines.size() - MOST + 1), lines.size()));
    newer.add(
        String.format(
            Locale.ROOT,
            "%s %.3e %.3e %.3f",
            key,
            found.policyDivergence(),
            found.valueError(),
            found.speedUp()));
    write(newer);
    return found;
  }

  private List<String> read() {
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return List.of();
    }
  }

  private void write(List<String> lines) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      DurableFiles.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("{} cannot be written", file, e);
    }
  }

  private static PrecisionCheck parse(String line) {
    String[] words = line.split(" ", -1);
    try {
      return new PrecisionCheck(
          Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }

  private static String key(Network network) {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putInt(VERSION);
    hasher.putUnencodedChars(TensorFlowDevice.libraryVersion());
    hasher.putBoolean(TensorFlowRuntime.builtForGpu());
    hasher.putUnencodedChars(processor());
    hasher.putUnencodedChars(network.config().toString());
    network
        .weights()
        .values()
        .forEach(
            array -> {
              for (float value : array.values()) {
                hasher.putFloat(value);
              }
            });
    return hasher.hash().toString().substring(0, 24);
  }

  /** Model and instructions, as far as the system tells. */
  private static String processor() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return system
          + lines
              .takeWhile(line -> !line.isEmpty())
              .filter(line -> line.matches("(model name|flags|Features|CPU part)\\s*:.*"))
              .toList();
    } catch (IOException e) {
      return system;
    }
  }
}
