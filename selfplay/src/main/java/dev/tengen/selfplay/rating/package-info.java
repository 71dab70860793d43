/**
 * What results of games say about strength. {@link dev.tengen.selfplay.rating.Ratings} rates any
 * number of players from all their {@linkplain dev.tengen.selfplay.rating.Encounter encounters}
 * together, with intervals and the likelihood that one is stronger than another; {@link
 * dev.tengen.selfplay.rating.Elo} is the same for one match. {@link
 * dev.tengen.selfplay.rating.Sprt} tells when a match has been played long enough. The unit is the
 * pair of games from one opening, colours swapped. Nothing here knows what was played.
 *
 * <pre>{@code
 * Ratings ratings = Ratings.of(3, List.of(aAgainstB, bAgainstC, aAgainstC), 0); // a has 0
 * Elo ofC = ratings.rating(2);
 * double cBeatsB = ratings.superiority(2, 1);
 * }</pre>
 */
package dev.tengen.selfplay.rating;
