/**
 * Games on disk: the Smart Game Format (SGF, FF[4], <a
 * href="https://www.red-bean.com/sgf/">red-bean.com/sgf</a>) and the game records read from it and
 * written to it.
 *
 * <pre>
 *   file --SgfFile--> text --SgfParser--> SgfNode (tree) --GameRecord.upTo--> GameRecord --replay--> GoPosition
 *   text --SgfGames--> what can be read of each game, and what is wrong with it
 *   text <--SgfWriter-- SgfNode <--GameRecord.toSgf-- GameRecord
 * </pre>
 *
 * <p>The tree keeps everything: every property, every variation, in the text's own escapes; what is
 * written re-reads to the same tree. A {@link dev.tengen.go.record.GameRecord} is one line through
 * it, from the root to some node: {@code fromSgf} takes the main line, the first variation
 * throughout, {@code upTo} the line to any node. So the position at a node is {@code
 * GameRecord.upTo(node).replay(rules)}.
 *
 * <p>A record has stones set up before its first move, and edits: what a tree sets up behind a
 * move. An edit is no move; nothing before it counts as a repetition, prisoners stay.
 *
 * <p><b>Encodings.</b> {@code CA} decides, for its game tree and those behind it that have none;
 * else UTF-8 if the bytes are that, else ISO-8859-1. Larger sets stand in for smaller ones that
 * programs mistake for them: GB18030 for GB2312. Text is decoded before it is parsed, since the
 * second byte of a character may look like a bracket. What is written is UTF-8.
 *
 * <p><b>Broken input.</b> Reading for its own sake is strict: a {@link dev.tengen.game.UserError}
 * with line, column, node and what was expected. {@link dev.tengen.go.record.SgfGames} instead
 * keeps what came before the fault and goes on with the next game tree: the one behind the ")" that
 * closes the broken one, or the next "(;" that begins as only whole games do. A game tree that
 * never ends, with such beginnings inside, is cut there.
 *
 * <p>{@link dev.tengen.go.record.SgfPoint} alone knows how SGF names points and passes, {@link
 * dev.tengen.go.record.SgfRules} how {@code RU} names rules.
 */
package dev.tengen.go.record;
