package dev.tengen.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A player of a match or a tournament.
 *
 * @param name short, for tables and game records
 * @param player as it was asked for, a PLAYER
 */
record NamedPlayer(String name, String player) {

  /** What may be written. */
  static final String GRAMMAR = "[NAME=]PLAYER";

  /** A name has no colon, which a PLAYER has before its first equals sign, if it has one. */
  private static final Pattern NAMED = Pattern.compile("([^:=]+)=(.+)");

  /**
   * Reads players; those without a name are called by what they are.
   *
   * @throws UsageError if one is no player, or two have one name
   */
  static List<NamedPlayer> parse(List<String> texts) {
    List<NamedPlayer> players = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String text : texts) {
      Matcher named = NAMED.matcher(text);
      boolean isNamed = named.matches();
      String player = isNamed ? named.group(2) : text;
      PlayerSpec spec = PlayerSpec.parse(player);
      String name = isNamed ? named.group(1).strip() : shortName(player, spec);
      if (!names.add(name)) {
        if (isNamed) {
          throw new UsageError("two players are called '" + name + "': give them different names");
        }
        int number = 2;
        while (!names.add(name + " #" + number)) {
          number++;
        }
        name = name + " #" + number;
      }
      players.add(new NamedPlayer(name, player));
    }
    return players;
  }

  PlayerSpec spec() {
    return PlayerSpec.parse(player);
  }

  private static String shortName(String player, PlayerSpec spec) {
    if (spec instanceof PlayerSpec.Network network) {
      String options = player.substring(player.indexOf(network.file()) + network.file().length());
      Path file = Path.of(network.file()).getFileName();
      return (file == null ? network.file() : file) + options;
    }
    return spec instanceof PlayerSpec.Gtp gtp ? gtp.commandLine() : player;
  }
}
