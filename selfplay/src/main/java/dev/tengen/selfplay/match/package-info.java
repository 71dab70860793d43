/**
 * Matches between agents.
 *
 * <p>{@link dev.tengen.selfplay.match.Tournament} plays pairs of games with colours swapped, pair p
 * of every pairing from the same opening; {@link dev.tengen.selfplay.match.Match} is one of two
 * players. {@link dev.tengen.selfplay.match.MatchStore} keeps finished games, {@link
 * dev.tengen.selfplay.match.TournamentResult} says what they came to. Agents are {@link
 * dev.tengen.selfplay.match.SearchAgent}, {@link dev.tengen.selfplay.match.RandomAgent}, and
 * whatever else implements {@link dev.tengen.game.Agent}.
 */
package dev.tengen.selfplay.match;
