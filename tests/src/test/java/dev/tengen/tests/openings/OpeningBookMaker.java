package dev.tengen.tests.openings;

import dev.tengen.game.Symmetry;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import dev.tengen.go.record.GameRecord;
import dev.tengen.gtp.client.CommandLine;
import dev.tengen.selfplay.match.opening.OpeningSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Makes a book of balanced openings, as SGF. Each candidate is a random walk of 2 to 6 moves from
 * the empty board: each move is one that the judge looked at, drawn by the square root of its
 * prior, not on the first line and no blunder. Those that the judge, searching longer, calls
 * balanced are kept, one of each class of symmetric positions.
 */
class OpeningBookMaker {

  private static final int SIZE = Integer.getInteger("book.size", 9);
  private static final double KOMI = Double.parseDouble(System.getProperty("book.komi", "7"));
  private static final int OPENINGS = Integer.getInteger("book.openings", 128);
  private static final int VISITS = Integer.getInteger("book.visits", 250);
  private static final long SEED = Long.getLong("book.seed", 1);

  private static final int FEWEST_MOVES = 2;
  private static final int MOST_MOVES = 6;

  private static final int GLANCE = 50;

  /** A move that loses more than this of the winrate is none of a book. */
  private static final double BLUNDER = 0.2;

  private static final double SMALLEST_PRIOR = 0.003;

  /** How far a winrate may be from one half, and a lead from zero. */
  private static final double WINRATE_BOUND = 0.08;

  private static final double LEAD_BOUND = 1;

  /** No more openings than this with the same two first moves. */
  private static final int MOST_ALIKE = 8;

  private final GoPosition start = GoPosition.start(SIZE, Rules.TROMP_TAYLOR, KOMI);
  private final Random random = new Random(SEED);
  private final Map<Long, Judge.Opinion> glances = new HashMap<>();
  private final Set<Long> judged = new HashSet<>();
  private final Map<Long, Integer> alike = new HashMap<>();
  private final Map<String, GameRecord> book = new TreeMap<>();

  @Test
  void makeBook() throws IOException {
    Path file = Path.of(System.getProperty("book.out", "openings.sgf")).toAbsolutePath();
    String command = System.getProperty("book.engine");
    if (command == null) {
      throw new IllegalArgumentException("name the judge: -Dbook.engine='katago gtp …'");
    }
    try (Judge judge = new Judge(CommandLine.split(command), SIZE, KOMI)) {
      while (book.size() < OPENINGS) {
        int moves = FEWEST_MOVES + random.nextInt(MOST_MOVES - FEWEST_MOVES + 1);
        if (consider(walk(judge, moves), judge)) {
          write(file, System.getProperty("book.judge", judge.name()));
        }
      }
    }
  }

  /** Writes what there is. */
  private void write(Path file, String judge) throws IOException {
    String header =
        """
          %d balanced openings for %dx%d with komi %s, area scoring, made by OpeningBookMaker.
          Judge: %s, %d visits: winrate of Black within %.2f of one half and
          lead within %s of zero; %d candidates judged; seed %d.
          """
            .formatted(
                book.size(),
                SIZE,
                SIZE,
                KOMI,
                judge,
                VISITS,
                WINRATE_BOUND,
                LEAD_BOUND,
                judged.size(),
                SEED);
    StringBuilder text = new StringBuilder(header.replaceAll("[()]", ""));
    book.values().forEach(game -> text.append(game.toSgf().replace("\n", "")).append('\n'));
    Files.writeString(file, text);
  }

  private GoPosition walk(Judge judge, int moves) {
    GoPosition position = start;
    for (int i = 0; i < moves; i++) {
      Judge.Opinion opinion = glance(position, judge);
      List<Judge.Move> choice = new ArrayList<>();
      for (Judge.Move move : opinion.moves()) {
        if (isPlausible(position, move, opinion)) {
          choice.add(move);
        }
      }
      if (choice.isEmpty()) {
        return position;
      }
      position = position.play(draw(choice));
    }
    return position;
  }

  /** A short search, to learn which moves are plausible and what is hopeless. */
  private Judge.Opinion glance(GoPosition position, Judge judge) {
    List<Integer> line = OpeningSource.movesOf(position);
    return glances.computeIfAbsent(position.situationHash(), hash -> judge.judge(line, GLANCE));
  }

  private static boolean isPlausible(GoPosition position, Judge.Move move, Judge.Opinion opinion) {
    int x = move.action() % SIZE;
    int y = move.action() / SIZE;
    return x > 0
        && x < SIZE - 1
        && y > 0
        && y < SIZE - 1
        && move.prior() >= SMALLEST_PRIOR
        && opinion.winrate() - move.winrate() <= BLUNDER
        && position.isLegal(move.action());
  }

  private int draw(List<Judge.Move> choice) {
    double sum = choice.stream().mapToDouble(move -> Math.sqrt(move.prior())).sum();
    double left = random.nextDouble() * sum;
    for (Judge.Move move : choice) {
      left -= Math.sqrt(move.prior());
      if (left < 0) {
        return move.action();
      }
    }
    return choice.get(choice.size() - 1).action();
  }

  private boolean consider(GoPosition opening, Judge judge) {
    List<Integer> line = OpeningSource.movesOf(opening);
    if (line.size() < FEWEST_MOVES || !judged.add(canonicalHash(line))) {
      return false;
    }
    long beginning = canonicalHash(line.subList(0, 2));
    if (alike.getOrDefault(beginning, 0) >= MOST_ALIKE) {
      return false;
    }
    if (Math.abs(glance(opening, judge).winrate() - 0.5) > 2 * WINRATE_BOUND) {
      return false;
    }
    Judge.Opinion opinion = judge.judge(line, VISITS);
    if (Math.abs(opinion.winrate() - 0.5) > WINRATE_BOUND
        || Math.abs(opinion.lead()) > LEAD_BOUND) {
      return false;
    }
    alike.merge(beginning, 1, Integer::sum);
    int side = line.size() % 2 == 0 ? 1 : -1;
    GameRecord.Builder record = GameRecord.builder(SIZE).komi(KOMI);
    for (GoPosition p : positions(line)) {
      record.move(p.parent().toMove(), p.lastAction());
    }
    record.comment(
        String.format(
            Locale.ROOT,
            "Black wins %.1f %%, lead %+.1f",
            100 * (side > 0 ? opinion.winrate() : 1 - opinion.winrate()),
            side * opinion.lead()));
    GameRecord game = record.build();
    book.put(game.moves().toString(), game);
    System.err.printf("%d of %d judged: %s%n", book.size(), judged.size(), game.toSgf().strip());
    return true;
  }

  private List<GoPosition> positions(List<Integer> line) {
    List<GoPosition> positions = new ArrayList<>();
    GoPosition position = start;
    for (int action : line) {
      position = position.play(action);
      positions.add(position);
    }
    return positions;
  }

  /** The same for all positions that a symmetry turns into each other. */
  private long canonicalHash(List<Integer> line) {
    long least = Long.MAX_VALUE;
    for (Symmetry symmetry : Symmetry.values()) {
      GoPosition position = start;
      for (int action : line) {
        position = position.play(symmetry.apply(action, SIZE));
      }
      least = Math.min(least, position.situationHash());
    }
    return least;
  }
}
