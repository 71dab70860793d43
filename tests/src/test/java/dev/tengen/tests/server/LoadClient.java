package dev.tengen.tests.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person who looks at an analysis, plays a move now and then, and looks on. Notes how long each
 * play took to be answered, and how many positions were evaluated for it.
 */
final class LoadClient implements Runnable {

  private static final Pattern POSITIONS = Pattern.compile(".*positions for this session (\\d+)");
  private static final String COLUMNS = "ABCDEFGHJ";

  private final Socket socket;
  private final BufferedReader in;
  private final SplittableRandom random;
  private final long meanPauseMillis;
  private final List<Long> latencies = new ArrayList<>();
  private volatile boolean measuring;
  private volatile boolean over;
  private volatile IOException failure;
  private long before = -1;
  private long evaluated;
  private long firstPlay;
  private long lastPlay;
  private long linesOfProgress;

  LoadClient(InetSocketAddress address, long seed, long meanPauseMillis) throws IOException {
    socket = new Socket(address.getAddress(), address.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    random = new SplittableRandom(seed);
    this.meanPauseMillis = meanPauseMillis;
  }

  /** Notes nothing of what comes before this. */
  void measure() {
    measuring = true;
  }

  /** Plays one more move and leaves; notes nothing of what comes after this. */
  void end() {
    measuring = false;
    over = true;
  }

  @Override
  public void run() {
    try {
      int move = 0;
      while (!over) {
        if (move % 30 == 0) {
          ask("clear_board");
          for (int i = 0; i < 4; i++) { // so that the sessions look at different positions
            ask("play " + colour(move++) + " " + vertex());
          }
        }
        move += analyseThenPlay(move) ? 1 : 0;
      }
      send("quit\n");
      socket.close();
    } catch (IOException e) {
      failure = e;
    }
  }

  private static char colour(int move) {
    return move % 2 == 0 ? 'b' : 'w';
  }

  private String vertex() {
    return COLUMNS.charAt(random.nextInt(9)) + "" + (1 + random.nextInt(9));
  }

  private void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String ask(String command) throws IOException {
    send(command + "\n");
    String answer = in.readLine();
    for (String line = answer; !line.isEmpty(); line = in.readLine()) {
      // to the end of the response
    }
    return answer;
  }

  private boolean analyseThenPlay(int move) throws IOException {
    send("lz-analyze " + colour(move) + " 50\n");
    long until = System.nanoTime() + (long) (1e6 * meanPauseMillis * (0.5 + random.nextDouble()));
    while (System.nanoTime() < until) {
      String line = in.readLine();
      if (line.startsWith("info")) {
        linesOfProgress++;
      }
    }
    String play = "77 play " + colour(move) + " " + vertex() + "\n";
    long sent = System.nanoTime();
    send(play);
    String answer = in.readLine();
    while (!answer.startsWith("=77") && !answer.startsWith("?77")) {
      answer = in.readLine();
    }
    long took = System.nanoTime() - sent;
    in.readLine();
    if (measuring) {
      latencies.add(took);
      evaluated = positions() - before;
      lastPlay = sent;
    } else if (!over) {
      before = positions();
      firstPlay = sent;
    }
    return answer.startsWith("=");
  }

  private long positions() throws IOException {
    Matcher number = POSITIONS.matcher(ask("tengen-statistics"));
    if (!number.matches()) {
      throw new IOException("no statistics");
    }
    return Long.parseLong(number.group(1));
  }

  // -------------------------------------------------------------------- once it has come to its
  // end

  IOException failure() {
    return failure;
  }

  /** From the sending of each play to its answer, in nanoseconds. */
  List<Long> latencies() {
    return latencies;
  }

  /** Positions a second that were evaluated for it, from the first play to the last. */
  double share() {
    return evaluated / ((lastPlay - firstPlay) / 1e9);
  }

  long linesOfProgress() {
    return linesOfProgress;
  }
}
