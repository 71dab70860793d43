package dev.tengen.game;

/**
 * What two agents must agree on before a game.
 *
 * @param boardSize points along one edge
 * @param komi points added to White's score; a whole or half number
 * @param rules the name of the rule set, such as {@code tromp-taylor}
 */
public record GameSettings(int boardSize, double komi, String rules) {}
