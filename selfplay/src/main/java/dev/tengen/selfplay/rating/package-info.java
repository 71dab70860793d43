/**
 * What results of games say about strength: {@link dev.tengen.selfplay.rating.Elo} turns the counts
 * of one match into a difference with an interval, {@link dev.tengen.selfplay.rating.Sprt} tells
 * when enough was played. The unit is the pair of games from one opening, colours swapped. Nothing
 * here knows what was played.
 */
package dev.tengen.selfplay.rating;
