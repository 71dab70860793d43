package dev.tengen.networks.inference;

import dev.tengen.game.Position;
import dev.tengen.networks.Network;
import dev.tengen.networks.model.Precision;
import java.util.Locale;

/** What a network that is opened for play is asked to compute in. */
public enum PrecisionChoice {
  /** bfloat16 where a {@link PrecisionCheck} finds it faster here and as good, else float32. */
  AUTO,
  FLOAT32,
  BFLOAT16,
  FLOAT16;

  /**
   * The precision to open a network in. {@link #AUTO} tries the network out, unless it has been
   * tried on this machine before: {@link PrecisionVerdicts} remember, so that the answer stays the
   * same.
   *
   * @param start an empty board of the network's size
   */
  public Precision resolve(Network network, Position start) {
    return switch (this) {
      case AUTO ->
          PrecisionVerdicts.ofUser().get(network, () -> PrecisionCheck.of(network, start)).choice();
      case FLOAT32 -> Precision.FLOAT32;
      case BFLOAT16 -> Precision.BFLOAT16;
      case FLOAT16 -> Precision.FLOAT16;
    };
  }

  /** As it is written in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
