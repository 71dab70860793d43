package dev.tengen.cli;

import dev.tengen.go.Rules;
import dev.tengen.networks.NetworkInfo;

/** What a network has learned, for those who ask it for something else. */
final class Learned {

  private Learned() {}

  /**
   * Whether it counts as the rules do, by area or by territory; the rest of them matters little.
   */
  static boolean toCount(NetworkInfo network, Rules rules) {
    return Rules.named(network.rules()).scoring() == rules.scoring();
  }
}
