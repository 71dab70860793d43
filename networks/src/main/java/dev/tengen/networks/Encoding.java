package dev.tengen.networks;

import java.util.Arrays;
import java.util.Optional;

/** How a position is written into the planes that a network sees. */
public enum Encoding {
  /**
   * AlphaGo Zero's (Silver et al. 2017, Methods, "Neural network architecture"): the stones of the
   * player to move now and 1 to 7 moves ago, those of the opponent likewise, and one plane that is
   * 1 where Black is to move.
   */
  AGZ17("agz17", 17),

  /**
   * Leela Zero's: as {@link #AGZ17}, and one more plane that is 1 where White is to move. Together
   * the last two are 1 on the whole board, so that a convolution sees where the board ends.
   */
  LEELAZ18("leelaz18", 18);

  /** The plane that is 1 everywhere if Black is to move, else 0; the same in every encoding. */
  public static final int BLACK_TO_MOVE = 16;

  private final String id;
  private final int planes;

  Encoding(String id, int planes) {
    this.id = id;
    this.planes = planes;
  }

  /** The name in a network's file. */
  public String id() {
    return id;
  }

  /** The number of planes. */
  public int planes() {
    return planes;
  }

  /** The encoding of this name, if there is one. */
  public static Optional<Encoding> named(String id) {
    return Arrays.stream(values()).filter(encoding -> encoding.id.equals(id)).findFirst();
  }
}
