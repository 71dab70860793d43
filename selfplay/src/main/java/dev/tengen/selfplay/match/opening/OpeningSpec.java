package dev.tengen.selfplay.match.opening;

import dev.tengen.game.Evaluator;
import dev.tengen.game.GameSettings;
import dev.tengen.game.UserError;
import dev.tengen.go.GoPosition;
import dev.tengen.go.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Where openings shall come from, as a user writes it.
 *
 * @param path of the game records; empty but for these
 * @param moves how many to an opening: exactly where they are random, at most where they come from
 *     game records, without meaning for a book
 */
public record OpeningSpec(Kind kind, String path, int moves) {

  /** What may be written; for help texts and error messages. */
  public static final String GRAMMAR = "random[:moves=N], book or sgf:FILE|DIR[:moves=N]";

  /** Kinds of sources. */
  public enum Kind {
    /** Random moves that a judge, if there is one, finds fair. */
    RANDOM,
    /** The built-in book for the board, in an order drawn from the seed; random without one. */
    BOOK,
    /** The first moves of game records, in their order. */
    SGF
  }

  private static final int RANDOM_MOVES = 4;
  private static final int SGF_MOVES = 8;
  private static final String MOVES = ":moves=";

  /** Four random moves. */
  public static final OpeningSpec RANDOM = random(RANDOM_MOVES);

  /** The built-in book. */
  public static final OpeningSpec BOOK = new OpeningSpec(Kind.BOOK, "", RANDOM_MOVES);

  /**
   * Checks the number of moves.
   *
   * @throws UserError if it is negative
   */
  public OpeningSpec {
    if (moves < 0) {
      throw new UserError("openings: moves must be at least 0, not " + moves);
    }
  }

  /** So many random moves. */
  public static OpeningSpec random(int moves) {
    return new OpeningSpec(Kind.RANDOM, "", moves);
  }

  /**
   * Reads what a user wrote.
   *
   * @throws UserError if it names no source of openings
   */
  public static OpeningSpec parse(String text) {
    int at = text.lastIndexOf(MOVES);
    String source = at < 0 ? text : text.substring(0, at);
    String moves = at < 0 ? null : text.substring(at + MOVES.length());
    if (source.equals("random")) {
      return random(number(text, moves, RANDOM_MOVES, 0));
    }
    if (source.equals("book") && moves == null) {
      return BOOK;
    }
    if (source.startsWith("sgf:") && source.length() > 4) {
      return new OpeningSpec(Kind.SGF, source.substring(4), number(text, moves, SGF_MOVES, 1));
    }
    throw new UserError("openings '" + text + "': write " + GRAMMAR);
  }

  private static int number(String text, String moves, int standard, int least) {
    if (moves == null) {
      return standard;
    }
    try {
      int number = Integer.parseInt(moves);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number that is too small.
    }
    throw new UserError(
        "openings '%s': moves=N needs a whole number from %d up".formatted(text, least));
  }

  /**
   * The openings for one kind of game.
   *
   * @param seed of all chance in them
   * @param judge values openings that are drawn at random; null takes all
   * @throws UserError if there are none for such a game; a move is not legal
   */
  public OpeningSource source(GameSettings game, long seed, Evaluator judge) {
    GoPosition start = GoPosition.start(game.boardSize(), Rules.named(game.rules()), game.komi());
    int wanted = kind == Kind.RANDOM ? moves : RANDOM_MOVES;
    int randomMoves = Math.min(wanted, 2 * start.pass() - 1);
    RandomOpenings random =
        new RandomOpenings(start, randomMoves, RandomOpenings.BOUND, seed, judge);
    return switch (kind) {
      case RANDOM -> random;
      case BOOK -> book(start, seed, random);
      case SGF -> records(start, seed, random);
    };
  }

  private static OpeningSource book(GoPosition start, long seed, RandomOpenings random) {
    OpeningBook book = OpeningBook.nearest(start.size(), start.komi());
    if (book == null) {
      String none = "no book for %dx%<d".formatted(start.size());
      return new LineOpenings(List.of(), seed, none, List.of(), random);
    }
    List<GoPosition> openings = new ArrayList<>(book.openings(start));
    Collections.shuffle(openings, new Random(seed));
    String name =
        "book of %d openings for %dx%<d, komi %s"
            .formatted(openings.size(), book.size(), OpeningBook.number(book.komi()));
    List<String> notes =
        book.komi() == start.komi()
            ? List.of()
            : List.of(
                "the openings of the book are balanced for komi %s, this is komi %s"
                    .formatted(OpeningBook.number(book.komi()), OpeningBook.number(start.komi())));
    return new LineOpenings(openings, seed, name, notes, random);
  }

  private OpeningSource records(GoPosition start, long seed, RandomOpenings random) {
    SgfOpenings records = new SgfOpenings(start, moves).addAll(Path.of(path));
    List<GoPosition> openings = records.openings();
    String name = "%d openings of up to %d moves from %s".formatted(openings.size(), moves, path);
    return new LineOpenings(openings, seed, name, records.notes(), random);
  }

  /** As it may be written. */
  @Override
  public String toString() {
    return switch (kind) {
      case RANDOM -> "random" + MOVES + moves;
      case BOOK -> "book";
      case SGF -> "sgf:" + path + MOVES + moves;
    };
  }
}
