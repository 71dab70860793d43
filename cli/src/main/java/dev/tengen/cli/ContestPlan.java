package dev.tengen.cli;

import dev.tengen.cli.ContestSettings.Format;
import dev.tengen.game.GameSettings;
import dev.tengen.go.Rules;
import dev.tengen.selfplay.match.opening.OpeningSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the settings of a match or a tournament of what was asked for and, where it was begun
 * before, of what it was begun with.
 *
 * @param format null: as before, or a round robin
 * @param players none: as before
 * @param anchor null: as before, or none
 * @param command the command line as it was typed
 */
record ContestPlan(
    Format format,
    int back,
    List<NamedPlayer> players,
    String anchor,
    ContestOptions options,
    String command) {

  private static final double TIMEOUT_SECONDS = 120;

  /** The size of board for which there is a book of openings. */
  private static final int BOOK_SIZE = 9;

  /** Points moves of a game at most, for each point of the board. */
  private static final int MOVES_PER_POINT = 4;

  /**
   * The settings of a new one; the seed is chosen already.
   *
   * @throws UsageError if what was asked for does not fit together
   */
  ContestSettings begin(Players making) {
    if (players.size() < 2) {
      throw new UsageError("name at least two players, each with --player PLAYER");
    }
    List<PlayerSpec> specs = players.stream().map(NamedPlayer::spec).toList();
    GameSettings game = making.settings(specs, options.board, options.komi, options.rules);
    ContestSettings settings =
        new ContestSettings(
            format == null ? Format.ROUND_ROBIN : format,
            back,
            or(options.games, ContestOptions.GAMES),
            game.boardSize(),
            game.komi(),
            game.rules(),
            openings(game),
            options.seed,
            or(options.moveLimit, MOVES_PER_POINT * game.boardSize() * game.boardSize()),
            or(options.endSettled, false),
            or(options.timeout, TIMEOUT_SECONDS),
            or(anchor, ""),
            referee(specs),
            players,
            List.of(command));
    return checked(settings);
  }

  /** Programs may pass while dead stones stand: then somebody should look. */
  private String referee(List<PlayerSpec> specs) {
    boolean program = specs.stream().anyMatch(PlayerSpec.Gtp.class::isInstance);
    return or(options.referee, program ? RefereeDesk.ESTIMATE : RefereeDesk.NONE);
  }

  private String openings(GameSettings game) {
    if (options.openings != null) {
      return OpeningSpec.parse(options.openings).toString();
    }
    return (game.boardSize() == BOOK_SIZE ? OpeningSpec.BOOK : OpeningSpec.RANDOM).toString();
  }

  /**
   * The settings of one that was begun: its own, with more games and more players where these are
   * asked for.
   *
   * @throws UsageError if something else is asked for than was begun
   */
  ContestSettings goOn(ContestSettings begun, Path folder) {
    same(folder, "--board", options.board, begun.board());
    same(folder, "--komi", options.komi, begun.komi());
    same(
        folder,
        "--rules",
        options.rules == null ? null : Rules.named(options.rules).name(),
        begun.rules());
    same(
        folder,
        "--openings",
        options.openings == null ? null : OpeningSpec.parse(options.openings).toString(),
        begun.openings());
    same(folder, "--seed", options.seed, begun.seed());
    same(folder, "--move-limit", options.moveLimit, begun.moveLimit());
    same(folder, "--end-settled", options.endSettled, begun.endSettled());
    same(folder, "the format", format, begun.format());
    if (format == Format.LADDER) {
      same(folder, "--back", back, begun.back());
    }
    List<NamedPlayer> all = new ArrayList<>(begun.players());
    for (NamedPlayer player : players) {
      Optional<NamedPlayer> namesake =
          all.stream().filter(other -> other.name().equals(player.name())).findFirst();
      if (namesake.isEmpty()) {
        all.add(player);
      } else {
        same(folder, player.name(), player.player(), namesake.get().player());
      }
    }
    if (begun.format() == Format.MATCH && all.size() > 2) {
      throw new UsageError(
          "%s holds the match of %s and %s: choose another --out"
              .formatted(folder, all.get(0).name(), all.get(1).name()));
    }
    ContestSettings settings =
        new ContestSettings(
            begun.format(),
            begun.back(),
            or(options.games, begun.games()),
            begun.board(),
            begun.komi(),
            begun.rules(),
            begun.openings(),
            begun.seed(),
            begun.moveLimit(),
            begun.endSettled(),
            or(options.timeout, begun.timeout()),
            or(anchor, begun.anchor()),
            or(options.referee, begun.referee()),
            all,
            begun.commands());
    return checked(settings.equals(begun) ? settings : settings.with(command));
  }

  private static ContestSettings checked(ContestSettings settings) {
    if (settings.games() < 1) {
      throw new UsageError("--games " + settings.games() + ": at least one game");
    }
    if (!(settings.timeout() > 0)) {
      throw new UsageError("--timeout " + settings.timeout() + ": more than 0 seconds");
    }
    if (!settings.anchor().isEmpty() && settings.anchorIndex() < 0) {
      throw new UsageError(
          "--anchor %s: name one of %s"
              .formatted(settings.anchor(), String.join(", ", settings.names())));
    }
    List<String> ours = List.of(RefereeDesk.ESTIMATE, RefereeDesk.NONE);
    boolean known =
        ours.contains(settings.referee())
            || (settings.referee().startsWith("gtp:")
                && PlayerSpec.parse(settings.referee()) instanceof PlayerSpec.Gtp);
    if (!known) {
      throw new UsageError(
          "--referee %s: write %s, %s or gtp:COMMAND LINE"
              .formatted(settings.referee(), RefereeDesk.ESTIMATE, RefereeDesk.NONE));
    }
    return settings;
  }

  private static void same(Path folder, String what, Object asked, Object begun) {
    if (asked != null && !Objects.equals(asked, begun)) {
      throw new UsageError(
          "%s was begun with %s %s, not %s: leave it out, or choose another --out"
              .formatted(folder, what, begun, asked));
    }
  }

  private static <T> T or(T asked, T otherwise) {
    return asked == null ? otherwise : asked;
  }
}
