/**
 * Matches between agents, and what their results say about strength.
 *
 * <p>{@link dev.tengen.selfplay.match.Match} plays pairs of games with colours swapped, each pair
 * from an opening of its own. {@link dev.tengen.selfplay.match.Elo} turns counts into a difference
 * with an interval, {@link dev.tengen.selfplay.match.Sprt} tells when enough was played. Agents are
 * {@link dev.tengen.selfplay.match.SearchAgent}, {@link dev.tengen.selfplay.match.RandomAgent}, and
 * whatever else implements {@link dev.tengen.game.Agent}.
 */
package dev.tengen.selfplay.match;
