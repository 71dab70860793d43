package dev.tengen.training;

import java.util.Collection;
import java.util.Locale;

/** What to say to a name that is unknown. */
public final class Nearest {

  private Nearest() {}

  /** {@code "did you mean 'x'?"} if a known name is close, else all of them. */
  public static String of(String name, Collection<String> known) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    StringBuilder all = new StringBuilder();
    for (String candidate : known) {
      all.append(all.isEmpty() ? "" : ", ").append(candidate);
      boolean begun = !name.isEmpty() && lower(candidate).startsWith(lower(name));
      int distance = begun ? 1 : distance(lower(name), lower(candidate));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best != null && bestDistance <= Math.max(2, name.length() / 3)
        ? "did you mean '" + best + "'?"
        : "known here: " + all;
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(diagonal + change, 1 + Math.min(row[j - 1], above));
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
