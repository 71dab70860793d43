/**
 * Games on disk: the Smart Game Format (SGF, FF[4], <a
 * href="https://www.red-bean.com/sgf/">red-bean.com/sgf</a>) and the game records read from it and
 * written to it.
 *
 * <pre>
 *   file --SgfFile--> text --SgfParser--> SgfNode (tree) --GameRecord.fromSgf--> GameRecord --replay--> GoPosition
 *   text <--SgfWriter-- SgfNode <--GameRecord.toSgf-- GameRecord
 * </pre>
 *
 * <p>The tree keeps everything: every property, every variation, in the bytes' own escapes; what is
 * written re-reads to the same tree. A {@link dev.tengen.go.record.GameRecord} is the one game that
 * people mean by "the game": the first variation throughout, with its setup, moves and comments.
 *
 * <p>{@link dev.tengen.go.record.SgfPoint} alone knows how SGF names points and passes. Broken
 * input is a {@link dev.tengen.game.UserError} with line, column and what was expected.
 */
package dev.tengen.go.record;
