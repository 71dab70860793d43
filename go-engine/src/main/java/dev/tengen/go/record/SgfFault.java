package dev.tengen.go.record;

/**
 * Something wrong in SGF text, and where.
 *
 * @param line counted from 1; 0 if it is not known
 * @param column counted from 1
 * @param node the number of the node in its game tree, from 1, in the order of the file; 0 if it is
 *     outside of nodes
 * @param move the number of the move that is wrong, from 1; 0 if it is no single move
 * @param reason on one line
 */
public record SgfFault(int line, int column, int node, int move, String reason) {

  /** Where it is, such as {@code line 3, column 14, node 7: }, and what it is. */
  @Override
  public String toString() {
    if (line == 0) {
      return reason;
    }
    return "line %d, column %d%s: %s"
        .formatted(line, column, node == 0 ? "" : ", node " + node, reason);
  }
}
