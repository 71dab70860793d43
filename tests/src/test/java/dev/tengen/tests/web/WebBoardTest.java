package dev.tengen.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code tengen web} as a user meets it: the page in Chromium, the engine behind it. Skipped where
 * there is no Chromium.
 */
class WebBoardTest {

  private static final String STONES = "document.querySelectorAll('.stones .stone').length";
  private static final String STATUS = "document.getElementById('status').textContent";

  private static Browser browser;
  private static Process server;
  private static String address;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    browser = Browser.start(Files.createTempDirectory(Path.of("target"), "chromium"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.tengen.cli.Main"));
    command.addAll(List.of("web", "--rollouts", "--board", "9", "--visits", "40", "--port", "0"));
    server = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(server.getErrorStream(), StandardCharsets.UTF_8));
    String greeting = said.readLine();
    Matcher url =
        Pattern.compile("tengen web: (http://127\\.0\\.0\\.1:\\d+/) .*").matcher(greeting);
    assertThat(url.matches()).as(greeting).isTrue();
    address = url.group(1);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.destroyForcibly();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws InterruptedException {
    browser.resize(1280, 800);
    browser.open(address);
    browser.await("document.querySelector('#pass:enabled')");
  }

  /** The page keeps its game for a reload; the next test is to begin anew. */
  @AfterEach
  void forget() {
    browser.evaluate("Storage.prototype.setItem = () => {}; sessionStorage.clear()");
    browser.open("about:blank");
    assertThat(browser.errors).isEmpty();
  }

  private static void push(String id) {
    browser.evaluate("document.getElementById('" + id + "').click()");
  }

  /** Clicks on a point of the 9x9 board, counted from the top left. */
  private static void clickPoint(int x, int y) {
    JsonNode place =
        browser.evaluate(
            """
            (() => {
              const board = document.getElementById('board');
              const point = board.createSVGPoint();
              [point.x, point.y] = [%d * 40, %d * 40];
              const { x, y } = point.matrixTransform(board.getScreenCTM());
              return { x, y };
            })()"""
                .formatted(x, y));
    browser.click(place.path("x").asDouble(), place.path("y").asDouble());
  }

  private static void bothByHand() {
    browser.evaluate(
        """
        for (const select of document.querySelectorAll('.player select')) {
          select.value = 'person';
          select.dispatchEvent(new Event('change'));
        }""");
  }

  private static void drop(String sgf) {
    browser.evaluate(
        """
        (() => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([`%s`], 'game.sgf'));
          document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
        })()"""
            .formatted(sgf.replace("\\", "\\\\")));
  }

  @Test
  void theEngineAnswersAMove() throws InterruptedException {
    browser.await(STATUS + " === 'Your move, Black.'");
    clickPoint(4, 4);
    browser.await(STONES + " === 2");
    browser.await(STATUS + ".includes('Your move, Black.')");
    clickPoint(4, 4);
    browser.await(
        "document.getElementById('banner').textContent === 'Black may not play E5: there"
            + " is a stone already.'");
    push("undo");
    browser.await(STONES + " === 0");
    assertThat(browser.requests)
        .filteredOn(url -> !url.equals("about:blank"))
        .isNotEmpty()
        .allMatch(
            url -> url.startsWith(address) || url.equals(address.replace("http", "ws") + "gtp"));
  }

  @Test
  void theEngineMayMoveFirst() throws InterruptedException {
    push("new");
    browser.evaluate("document.querySelector('[name=hand][value=w]').click()");
    browser.evaluate("document.querySelector('[value=begin]').click()");
    browser.await(STONES + " === 1");
    browser.await(STATUS + " === 'Your move, White.'");
  }

  @Test
  void aSearchShowsMovesAndChances() throws InterruptedException {
    clickPoint(2, 2);
    browser.await(STATUS + ".includes('Your move')");
    browser.press(" ");
    browser.await("document.querySelector('.candidate.best')");
    browser.await("document.querySelectorAll('#candidates tbody tr:not([hidden])').length > 1");
    browser.await(
        "/^Black \\d+ %, White \\d+ %$/.test(document.getElementById('chance').textContent)");
    browser.await("document.querySelector('#graph .curve')");
    push("show-ownership");
    browser.await("document.querySelector('.owner')");
    push("show-ownership");
    browser.press(" ");
    push("show-policy");
    browser.await("document.getElementById('analysis-note').textContent.startsWith('No network')");
    push("show-policy");
  }

  @Test
  void aGameIsCountedAfterTwoPasses() throws InterruptedException {
    bothByHand();
    clickPoint(4, 4);
    browser.await(STONES + " === 1");
    push("pass");
    browser.await(STATUS + ".includes('White passes.')");
    push("pass");
    browser.await(STATUS + " === 'Both passed. Black wins by 74 points.'");
    browser.await("document.querySelectorAll('.owner.black').length === 80");
    push("undo");
    browser.await("document.querySelector('#resign:enabled')");
    push("resign");
    browser.await(STATUS + " === 'Black resigns. White wins.'");
  }

  @Test
  void aRecordIsSteppedThrough() throws InterruptedException {
    drop(
        "(;SZ[5]KM[0]RU[Chinese]AB[bb]PB[A]PW[B];W[cc];B[dd]C[A \\] comment](;W[dc])(;W[cd];B[aa]))");
    browser.await("document.getElementById('terms').textContent.startsWith('5×5, komi 0')");
    browser.await(STONES + " === 1");
    browser.press("ArrowRight");
    browser.press("ArrowRight");
    browser.await(STONES + " === 3");
    browser.await("document.querySelector('#comment p').textContent === 'A ] comment'");
    browser.await("document.querySelectorAll('#variations button').length === 2");
    browser.evaluate("document.querySelectorAll('#variations button')[1].click()");
    browser.press("End");
    browser.await(STONES + " === 5");
    browser.press("Home");
    browser.await(STONES + " === 1");
  }

  @Test
  void whatCannotBeOpenedOrPlayedIsSaid() throws InterruptedException {
    String banner = "document.getElementById('banner').textContent";
    drop("hello");
    browser.await(banner + ".includes('There is no game in this file')");
    drop("(;SZ[25];B[aa])");
    browser.await(banner + ".includes('boards here are square, 2 to 19')");
    drop("(;SZ[5]RU[chinese];B[aa];W[bb];B[bb];W[cc])");
    browser.await("document.getElementById('terms').textContent.startsWith('5×5')");
    browser.press("End");
    browser.await(banner + ".includes('Move 3, Black at B4, is not legal')");
    browser.await(STONES + " === 2");
  }

  @Test
  void everythingFitsAPhone() throws InterruptedException {
    browser.resize(380, 700);
    browser.await("document.documentElement.scrollWidth <= 380");
    browser.await("document.getElementById('board').clientWidth === 380");
    clickPoint(6, 6);
    browser.await(STONES + " === 2");
  }

  /** Every control has a name for those who do not see it. */
  @Test
  void controlsHaveNames() {
    JsonNode nameless =
        browser.evaluate(
            """
            [...document.querySelectorAll('button, select, input, svg[role]')]
              .filter((e) => !(e.ariaLabel ?? e.getAttribute('aria-label') ?? ''))
              .filter((e) => !e.textContent.trim() && !e.closest('label')?.textContent.trim())
              .filter((e) => !e.closest('[hidden]'))
              .map((e) => e.outerHTML)""");
    assertThat(nameless).isEmpty();
  }

  @Test
  void recordsAreWrittenAsTheyWereRead() {
    String sgf =
        "(;SZ[9]C[a\\\\]b\\\\\\\\];B[aa](;W[bb]LB[cc:x][dd:y];B[])(;W[ee](;B[ff])(;B[gg])))";
    JsonNode same =
        browser.evaluate(
            """
            import('/sgf.js').then(({ parseSgf, printSgf }) => {
              const text = '%s';
              return printSgf(parseSgf(text)[0]).replace(/\\n/g, '') === text;
            })"""
                .formatted(sgf));
    assertThat(same.asBoolean()).isTrue();
  }

  /** All chances are Black's, whoever is to move. */
  @Test
  void analysesAreReadForBlack() {
    JsonNode read =
        browser.evaluate(
            """
            import('/analysis.js').then(({ readAnalysis }) => readAnalysis(
              'info move A1 visits 30 winrate 0.75 prior 0.5 lcb 0.7 order 0 pv A1 pass B2 '
              + 'info move B2 visits 10 winrate 0.5 prior 0.25 lcb 0.4 order 1 pv B2 '
              + 'ownership 0.5 -1 0 1', 'w', 2))""");
    assertThat(read.path("visits").asInt()).isEqualTo(40);
    assertThat(read.path("blackWins").asDouble()).isEqualTo(0.25);
    assertThat(read.path("ownership").toString()).isEqualTo("[-0.5,1,0,-1]");
    assertThat(read.path("candidates").path(0).path("line").toString()).isEqualTo("[2,null,1]");
  }
}
