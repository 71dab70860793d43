package dev.tengen.go;

import dev.tengen.game.UserError;
import java.util.Locale;

/**
 * The rules of a game, by their parts. The parts are KataGo's, and so are the names that it gives
 * to sets of them ({@link RuleNames}).
 *
 * @param suicide whether a player may remove an own chain by taking its last liberty
 * @param tax which points are not paid
 * @param bonus what White gets for handicap stones
 * @param friendlyPass whether stones that both players know to be dead are taken off when the game
 *     is over. If not, under area scoring, a board after two passes counts as it stands. Under
 *     territory scoring dead stones are always agreed on
 */
public record Rules(
    KoRule ko,
    Scoring scoring,
    boolean suicide,
    Tax tax,
    HandicapBonus bonus,
    boolean friendlyPass) {

  /**
   * Tromp and Taylor's logical rules: positional superko, area scoring, suicide is legal, the board
   * counts as it stands.
   */
  public static final Rules TROMP_TAYLOR = new Rules(KoRule.POSITIONAL_SUPERKO, Scoring.AREA, true);

  /** As most Chinese events play: simple ko, area scoring, no suicide. */
  public static final Rules CHINESE =
      new Rules(KoRule.SIMPLE, Scoring.AREA, false, Tax.NONE, HandicapBonus.N, true);

  /** American Go Association, counted by area: situational superko, no suicide. */
  public static final Rules AGA =
      new Rules(
          KoRule.SITUATIONAL_SUPERKO,
          Scoring.AREA,
          false,
          Tax.NONE,
          HandicapBonus.N_MINUS_ONE,
          true);

  /** New Zealand Go Society: situational superko, area scoring, suicide is legal. */
  public static final Rules NEW_ZEALAND =
      new Rules(KoRule.SITUATIONAL_SUPERKO, Scoring.AREA, true, Tax.NONE, HandicapBonus.NONE, true);

  /** Japanese rules: simple ko, territory scoring, no points in seki. */
  public static final Rules JAPANESE =
      new Rules(KoRule.SIMPLE, Scoring.TERRITORY, false, Tax.SEKI, HandicapBonus.NONE, false);

  /** Korean rules, in these parts the Japanese ones. */
  public static final Rules KOREAN = JAPANESE;

  /** Rules without tax, handicap bonus and friendly passes. */
  public Rules(KoRule ko, Scoring scoring, boolean suicide) {
    this(ko, scoring, suicide, Tax.NONE, HandicapBonus.NONE, false);
  }

  /**
   * The rules with this name, in upper or lower case, with hyphens, underscores, blanks or nothing
   * between words. Reads every {@link #name()}.
   *
   * @throws UserError if there are none; its message lists the names
   */
  public static Rules named(String name) {
    return RuleNames.rules(name);
  }

  /** The name of these rules or, if they have none, their parts. */
  public String name() {
    String name = RuleNames.nameOf(this);
    return name != null ? name : parts();
  }

  public Rules withKo(KoRule value) {
    return new Rules(value, scoring, suicide, tax, bonus, friendlyPass);
  }

  public Rules withScoring(Scoring value) {
    return new Rules(ko, value, suicide, tax, bonus, friendlyPass);
  }

  public Rules withSuicide(boolean value) {
    return new Rules(ko, scoring, value, tax, bonus, friendlyPass);
  }

  public Rules withTax(Tax value) {
    return new Rules(ko, scoring, suicide, value, bonus, friendlyPass);
  }

  public Rules withBonus(HandicapBonus value) {
    return new Rules(ko, scoring, suicide, tax, value, friendlyPass);
  }

  public Rules withFriendlyPass(boolean value) {
    return new Rules(ko, scoring, suicide, tax, bonus, value);
  }

  /** For example {@code positional-superko/area/no-suicide} or {@code …/seki-tax/bonus-n}. */
  String parts() {
    String words = ko + "/" + scoring + "/" + (suicide ? "suicide" : "no-suicide");
    words += tax == Tax.NONE ? "" : "/" + tax + "-tax";
    words += bonus == HandicapBonus.NONE ? "" : "/bonus-" + bonus;
    words += friendlyPass ? "/friendly-pass" : "";
    return words.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
