package dev.tengen.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page with everything in it. Its security policy allows the one script by its hash, and
 * nothing from anywhere else.
 */
final class Page {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private Page() {}

  static String of(Results results, List<KeptMoves> games) {
    String script = Bundle.of("report");
    Map<String, String> parts =
        Map.of(
            "policy",
            "default-src 'none'; script-src 'sha256-%s'; style-src 'unsafe-inline'; img-src data:; "
                    .formatted(base64(sha256(script)))
                + "base-uri 'none'; form-action 'none'",
            "icon",
            base64(Bundle.resource("icon.svg").getBytes(StandardCharsets.UTF_8)),
            "style",
            Bundle.resource("base.css") + Bundle.resource("report.css"),
            "data",
            harmless(ReportJson.line(new Data(results, games))),
            "script",
            script);
    // In one go: what is put in is not looked at again.
    return PLACE
        .matcher(Bundle.resource("report.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private record Data(Results results, List<KeptMoves> games) {}

  /** JSON that cannot end the element that it stands in. */
  private static String harmless(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
