package dev.tengen.agents.actorcritic;

import dev.tengen.networks.WeightArray;
import dev.tengen.networks.nn.ParameterLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters that all threads of A3C read and move, and the mean squares of their gradients,
 * shared as well: shared RMSProp (Mnih et al. 2016, section 4 and supplement 7), in the manner of
 * Hogwild (Recht et al. 2011).
 *
 * <p>No lock and no compare-and-set: every element is read and written in <em>opaque</em> mode.
 * Under Java's memory model such an access is indivisible, so no thread sees a torn number; writes
 * of one element are seen in one order by all threads, and become visible in the end. Nothing more
 * is promised: a thread may read a vector that is partly older and partly newer than another's
 * update, and of two updates of one element at the same instant one may be lost. Both are part of
 * the algorithm as published. A plain array would leave the compiler free to keep elements in
 * registers; compare-and-set would lose no update, at several times the price, which the authors
 * found no need to pay.
 *
 * <p>What was written before a thread ended is seen by whoever joined it.
 */
final class SharedParameters {

  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(float[].class);
  private static final String SQUARE = "optimizer.square.";

  private final ParameterLayout layout;
  private final RmsPropSettings rms;
  private final float[] values;
  private final float[] squares;

  /**
   * @param values to begin with, flat; kept
   */
  SharedParameters(ParameterLayout layout, RmsPropSettings rms, float[] values) {
    this.layout = layout;
    this.rms = rms;
    this.values = values;
    squares = new float[values.length];
    Arrays.fill(squares, (float) rms.start());
  }

  /** Goes on from a {@link #state}. */
  SharedParameters(ParameterLayout layout, RmsPropSettings rms, Map<String, WeightArray> state) {
    this(layout, rms, layout.flat(state));
    Map<String, WeightArray> named = new LinkedHashMap<>();
    layout.names().forEach(name -> named.put(name, state.get(SQUARE + name)));
    System.arraycopy(layout.flat(named), 0, squares, 0, squares.length);
  }

  /** Copies the parameters into a thread's own. */
  void read(float[] own) {
    for (int i = 0; i < own.length; i++) {
      own[i] = (float) ELEMENT.getOpaque(values, i);
    }
  }

  /**
   * One step along a gradient, without asking what other threads do meanwhile.
   *
   * @param scale what the gradient is multiplied with first, to clip it
   */
  void step(float[] gradient, double scale, double rate) {
    double keep = rms.decay();
    for (int i = 0; i < gradient.length; i++) {
      double g = gradient[i] * scale;
      double square = keep * (float) ELEMENT.getOpaque(squares, i) + (1 - keep) * g * g;
      ELEMENT.setOpaque(squares, i, (float) square);
      double move = rate * g / Math.sqrt(square + rms.epsilon());
      ELEMENT.setOpaque(values, i, (float) ((float) ELEMENT.getOpaque(values, i) - move));
    }
  }

  /** Everything by name, when no thread is at work. */
  Map<String, WeightArray> state() {
    Map<String, WeightArray> state = new LinkedHashMap<>(layout.arrays(values));
    layout.arrays(squares).forEach((name, array) -> state.put(SQUARE + name, array));
    return state;
  }
}
