package dev.tengen.selfplay.match;

import dev.tengen.selfplay.rating.Elo;
import dev.tengen.selfplay.rating.Score;

/**
 * What became of one player of a tournament.
 *
 * @param rating relative to the tournament's anchor
 * @param total all its games that were not void
 * @param voids games that counted for nobody
 */
public record PlayerResult(
    String name,
    Elo rating,
    Score total,
    Score asBlack,
    Score asWhite,
    int voids,
    Conduct conduct) {}
