package dev.tengen.networks;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/**
 * The one place where this process chooses how many threads TensorFlow works with.
 *
 * <p>TensorFlow has two kinds of threads. <em>Intra-op</em> threads share the work of one
 * operation; their number is fixed by the first session of the process and is the same for all.
 * <em>Inter-op</em> threads run independent operations of one graph at the same time; each session
 * may have its own.
 *
 * <p>Tengen's default is one intra-op thread. Every caller then computes in its own thread and has
 * a core to itself: self-play has several callers, and a learner splits its batch over towers
 * ({@code LearnerConfig.towers}), which costs no more processor time than splitting every
 * operation. A process with a single caller may choose otherwise with {@link #setIntraOpThreads}
 * before it opens anything; on small networks at batch 1 that is slower, from batch 8 up it is
 * faster.
 *
 * <p>TensorFlow's notices on standard error can only be silenced from outside the process, by the
 * environment variable {@code TF_CPP_MIN_LOG_LEVEL=3}: the native library reads it once, and Java
 * cannot set it. Two lines about MLIR at the first run of a process heed no setting.
 */
public final class TensorFlowRuntime {

  private static int intraOpThreads = 1;
  private static boolean fixed;

  private TensorFlowRuntime() {}

  /**
   * Chooses the number of intra-op threads. Must come before the first network is opened.
   *
   * @throws IllegalStateException if TensorFlow has started with another number
   */
  public static synchronized void setIntraOpThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("intra-op threads must be 1 or more, not " + threads);
    }
    if (fixed && threads != intraOpThreads) {
      throw new IllegalStateException(
          "TensorFlow runs with %d intra-op threads already".formatted(intraOpThreads));
    }
    intraOpThreads = threads;
  }

  /** The number of intra-op threads. */
  public static synchronized int intraOpThreads() {
    return intraOpThreads;
  }

  /**
   * For a session whose operations run one after another in the thread that calls it. Fixes the
   * number of intra-op threads.
   */
  public static ConfigProto inCallersThread() {
    return base().setInterOpParallelismThreads(-1).build();
  }

  /**
   * For a session that runs up to {@code threads} operations at once on threads of its own. Fixes
   * the number of intra-op threads.
   */
  public static ConfigProto onOwnThreads(int threads) {
    return base().setInterOpParallelismThreads(threads).setUsePerSessionThreads(true).build();
  }

  /**
   * Whether the class path holds TensorFlow's native library for GPUs: JavaCPP keeps it in its own
   * folder. Loads nothing.
   */
  public static boolean builtForGpu() {
    String folder = "/org/tensorflow/internal/c_api/linux-x86_64-gpu/";
    return TensorFlowRuntime.class.getResource(folder + "libjnitensorflow.so") != null;
  }

  private static synchronized ConfigProto.Builder base() {
    fixed = true;
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(intraOpThreads)
        .setAllowSoftPlacement(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
  }
}
