package dev.tengen.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.networks.Network;
import dev.tengen.networks.TensorFlowDevice;
import dev.tengen.networks.TensorFlowRuntime;
import dev.tengen.networks.checkpoint.Networks;
import dev.tengen.networks.inference.PrecisionCheck;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code doctor} looks at, one method a finding. */
final class Examination {

  private static final long MIB = 1024 * 1024;
  private static final long GIB = 1024 * MIB;

  private Examination() {}

  static List<Finding> all() {
    return List.of(
        tengen(),
        java(),
        system(),
        cores(),
        instructions(),
        memory(),
        heap(),
        disk(),
        tensorFlow(),
        devices(),
        precision());
  }

  static Finding tengen() {
    BuildInfo build = BuildInfo.load();
    return Finding.ok("Tengen", build.version() + ", commit " + build.commit());
  }

  static Finding java() {
    String value = Runtime.version() + ", " + System.getProperty("java.home");
    return Finding.ok("Java", value);
  }

  static Finding system() {
    return Finding.ok(
        "System",
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
  }

  static Finding cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return Finding.ok("Cores", cores + " for this process");
  }

  static Finding instructions() {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpuinfo)) {
      return Finding.ok("Instructions", "not readable on this system");
    }
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return instructions(lines);
    } catch (IOException e) {
      return Finding.ok("Instructions", "not readable: " + e.getMessage());
    }
  }

  /** What the lines of Linux' {@code /proc/cpuinfo} say about fast arithmetic for networks. */
  static Finding instructions(Stream<String> cpuinfo) {
    Set<String> flags =
        cpuinfo
            .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
            .limit(1)
            .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).strip().split(" +")))
            .collect(Collectors.toSet());
    String value =
        Stream.of("avx2", "fma", "avx512f", "avx512_bf16", "amx_bf16", "asimd", "bf16")
            .filter(flags::contains)
            .collect(Collectors.joining(" "));
    boolean vectors = flags.contains("avx2") || flags.contains("asimd");
    if (!vectors) {
      return Finding.note(
          "Instructions",
          value.isEmpty() ? "no AVX2" : value,
          "networks will be several times slower");
    }
    boolean half =
        flags.contains("avx512_bf16") || flags.contains("amx_bf16") || flags.contains("bf16");
    return Finding.ok("Instructions", value + (half ? "" : " (no bfloat16 arithmetic)"));
  }

  static Finding memory() {
    OperatingSystemMXBean bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = bean.getTotalMemorySize();
    String value =
        "%.1f GiB, %.1f free"
            .formatted((double) total / GIB, (double) bean.getFreeMemorySize() / GIB);
    return total < 4 * GIB
        ? Finding.note("Memory", value, "a training run wants 4 GiB; playing needs less")
        : Finding.ok("Memory", value);
  }

  static Finding heap() {
    long max = Runtime.getRuntime().maxMemory();
    String value = "at most %.1f GiB".formatted((double) max / GIB);
    return max < 900 * MIB
        ? Finding.note("Java heap", value, "TENGEN_JAVA_OPTS=-Xmx2g gives it 2 GiB")
        : Finding.ok("Java heap", value);
  }

  /** The folder to which JavaCPP unpacks TensorFlow's native library. */
  static Finding disk() {
    Path cache = nativeCache();
    Path existing = cache;
    while (existing != null && !Files.isDirectory(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isWritable(existing)) {
      return Finding.missing(
          "Native cache",
          cache + " cannot be written",
          "TENGEN_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=DIR names another folder");
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      boolean filled = existing.equals(cache);
      String value = "%s, %.1f GiB free".formatted(cache, (double) free / GIB);
      return !filled && free < GIB
          ? Finding.missing("Native cache", value, "TensorFlow unpacks 650 MB there: make room")
          : Finding.ok("Native cache", value);
    } catch (IOException e) {
      return Finding.note("Native cache", cache + ": " + e.getMessage(), "");
    }
  }

  /** Whether TensorFlow's native library is there and loads. */
  static Finding tensorFlow() {
    try {
      String version = TensorFlowDevice.libraryVersion();
      return Finding.ok(
          "TensorFlow", version + ", " + (TensorFlowRuntime.builtForGpu() ? "for GPU" : "for CPU"));
    } catch (LinkageError e) {
      return Finding.missing(
          "TensorFlow",
          String.valueOf(e.getMessage()),
          "games with rollouts still work; for networks delete the native cache and try again");
    }
  }

  /** What TensorFlow can compute on, and whether it misses a GPU that is there. */
  static Finding devices() {
    List<TensorFlowDevice> devices;
    try {
      devices = TensorFlowDevice.all();
    } catch (LinkageError e) {
      return Finding.missing("Devices", "none, as TensorFlow does not load", "");
    }
    boolean gpuSeen = devices.stream().anyMatch(device -> device.type().equals("GPU"));
    boolean gpuThere = Files.exists(Path.of("/proc/driver/nvidia/version"));
    String value =
        devices.stream()
            .map(TensorFlowDevice::name)
            .map(name -> name.replace("/device:", ""))
            .collect(Collectors.joining(", "));
    if (gpuSeen || !(gpuThere || TensorFlowRuntime.builtForGpu())) {
      return Finding.ok("Devices", value);
    }
    if (!TensorFlowRuntime.builtForGpu()) {
      return Finding.note(
          "Devices",
          value + "; an NVIDIA driver is here, but this build is for CPU",
          "TENGEN_MAVEN_ARGS=-Pgpu ./tengen doctor builds for GPU; see docs/gpu.md");
    }
    return Finding.note(
        "Devices",
        value + "; built for GPU, but TensorFlow sees none",
        gpuThere
            ? "CUDA 12 and cuDNN 9 must be on LD_LIBRARY_PATH; see docs/gpu.md"
            : "no NVIDIA driver is loaded; see docs/gpu.md");
  }

  /** What networks compute in on this machine, tried with the one that comes with Tengen. */
  static Finding precision() {
    try {
      Network network = Networks.load(NetworkFiles.resolve(NetworkFiles.DEFAULT));
      GoPosition start =
          GoPosition.start(network.config().boardSize(), Rules.TROMP_TAYLOR, network.info().komi());
      return Finding.ok("Precision", PrecisionCheck.of(network, start) + " (default network)");
    } catch (UserError e) {
      return Finding.note("Precision", "not tried: " + e.getMessage(), "");
    } catch (LinkageError e) {
      return Finding.note("Precision", "not tried, as TensorFlow does not load", "");
    }
  }

  private static Path nativeCache() {
    String set = System.getProperty("org.bytedeco.javacpp.cachedir");
    return set != null
        ? Path.of(set)
        : Path.of(System.getProperty("user.home"), ".javacpp", "cache");
  }
}
