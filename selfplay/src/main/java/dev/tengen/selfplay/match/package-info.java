/**
 * Matches between agents.
 *
 * <p>{@link dev.tengen.selfplay.match.Match} plays pairs of games with colours swapped, each pair
 * from an opening of its own. Agents are {@link dev.tengen.selfplay.match.SearchAgent}, {@link
 * dev.tengen.selfplay.match.RandomAgent}, and whatever else implements {@link
 * dev.tengen.game.Agent}.
 */
package dev.tengen.selfplay.match;
