/**
 * The openings of matches: pair p of a match, both games of it, begins with opening p.
 *
 * <p>An {@link dev.tengen.selfplay.match.opening.OpeningSpec} is what a user wrote, such as {@code
 * book}; it makes an {@link dev.tengen.selfplay.match.opening.OpeningSource} for one kind of game:
 *
 * <pre>
 *   random   RandomOpenings
 *   book     OpeningBook, an SGF resource ─┐
 *   sgf:…    files of the user's ──────────┴─ SgfOpenings ── LineOpenings: as written,
 *                                             then mirrored and turned, then RandomOpenings
 * </pre>
 *
 * <p>Openings are a function of the source and the seed, so that a match can be taken up where it
 * was left. A source gives the same first ones however many are wanted.
 */
package dev.tengen.selfplay.match.opening;
