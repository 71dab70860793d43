package dev.tengen.go.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the way on in broken SGF text. Keeps what it has learnt of the text, so that even a text
 * broken in a million places is read in time proportional to its length.
 */
final class SgfRecovery {

  /**
   * How a game starts that someone has put down in full: its first property belongs to roots. No
   * variation starts so.
   */
  private static final Pattern NEW_TREE =
      Pattern.compile("\\(\\s*+;\\s*+(?:FF|GM|CA|AP|SZ|ST|EV|GN|PB|PW)\\s*+\\[");

  private final String text;
  private final Matcher newTree;

  /** No value that starts here or later is ever closed. */
  private int unclosedFrom;

  private boolean splitting;

  SgfRecovery(String text) {
    this.text = text;
    newTree = NEW_TREE.matcher(text).useTransparentBounds(true);
    unclosedFrom = text.length();
  }

  /** Where the "]" is that closes the value that starts here; -1 if there is none. */
  int endOfValue(int from) {
    if (from >= unclosedFrom) {
      return -1;
    }
    int length = text.length();
    int i = from;
    while (i < length && text.charAt(i) != ']') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    if (i >= length) {
      unclosedFrom = from;
      return -1;
    }
    return i;
  }

  /** Whether a variation that starts here is taken for the next game; see {@link #splitsAfter}. */
  boolean isNewTree(int at) {
    return splitting && newTree.region(at, text.length()).lookingAt();
  }

  /**
   * What to do with a game tree that never ends: whether other games start inside it. If so, its
   * ")" must have got lost, and it is to be read again; from now on each such start ends the tree
   * before.
   */
  boolean splitsAfter(int start) {
    if (splitting) {
      return false;
    }
    splitting = newTree.region(start + 1, text.length()).find();
    return splitting;
  }

  /**
   * Where to look for the next game tree after a fault.
   *
   * @param at where the fault is
   * @param depth how many "(" are open there
   * @return behind the ")" of the broken tree, or where a game starts before that, or the end
   */
  int nextTree(int at, int depth) {
    int open = depth;
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '(') {
        if ((open == 0 && i > at) || newTree.region(i, text.length()).lookingAt()) {
          return i;
        }
        open++;
      } else if (c == ')' && --open <= 0) {
        return i + 1;
      } else if (c == '[') {
        i = Math.max(i, endOfValue(i + 1));
      }
      i++;
    }
    return i;
  }
}
