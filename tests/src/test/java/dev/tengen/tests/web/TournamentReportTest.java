package dev.tengen.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tengen.cli.report.TournamentReport;
import dev.tengen.cli.report.TournamentView;
import dev.tengen.game.Agent;
import dev.tengen.game.GameSettings;
import dev.tengen.game.Outcome;
import dev.tengen.go.record.GameRecord;
import dev.tengen.selfplay.match.MatchGame;
import dev.tengen.selfplay.match.MatchGame.End;
import dev.tengen.selfplay.match.Pairing;
import dev.tengen.selfplay.match.TournamentGame;
import dev.tengen.selfplay.match.TournamentResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tournament's page as a reader meets it: a file in Chromium. Skipped where there is none. */
class TournamentReportTest {

  private static final String EVIL = "</script><img src=x onerror=alert(1)>";
  private static final List<String> NAMES = List.of("first", EVIL, "third");
  private static final GameSettings FIVE = new GameSettings(5, 0.5, "tromp-taylor");
  private static final String STONES = "document.querySelectorAll('.stones .stone').length";

  private static Browser browser;
  private static String page;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    browser = Browser.start(Files.createTempDirectory(Path.of("target"), "chromium"));
    List<TournamentGame> games =
        List.of(
            new TournamentGame(new Pairing(0, 1), game(0)),
            new TournamentGame(new Pairing(0, 1), game(1)),
            new TournamentGame(new Pairing(1, 2), game(0)),
            new TournamentGame(new Pairing(0, 2), game(0)));
    TournamentView view =
        new TournamentView(
            "A tournament of " + EVIL,
            "tengen 1",
            "tengen tournament " + EVIL,
            FIVE,
            2,
            "none",
            1,
            NAMES.stream()
                .map(name -> new TournamentView.Player(name, "gtp:" + name, null))
                .toList(),
            0,
            6,
            false,
            null,
            null);
    Path report = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "report");
    new TournamentReport(view, TournamentResult.of(NAMES, games, 0), games).write(report);
    page = report.resolve("report.html").toUri().toString();
  }

  /** White takes the black stone in the corner with its second move. */
  private static MatchGame game(int index) {
    return new MatchGame(
        index,
        2,
        List.of(
            new Agent.Move(0),
            new Agent.Move(1),
            new Agent.Move(24, 0.5f, 100),
            new Agent.Move(5, 0.2f, 300)),
        Outcome.WHITE_WINS,
        End.RESIGNATION,
        -10,
        Duration.ofMillis(1500),
        Duration.ofMillis(20),
        index == 1 ? "first: " + EVIL : "");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws InterruptedException {
    browser.resize(1280, 800);
    show("");
  }

  private static void show(String hash) throws InterruptedException {
    browser.open("about:blank");
    browser.await("location.href === 'about:blank'");
    browser.open(page + hash);
    browser.await("document.querySelector('#settings dl')");
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.errors).isEmpty();
    assertThat(browser.requests)
        .allMatch(
            url -> url.equals("about:blank") || url.startsWith("data:") || url.startsWith(page));
  }

  @Test
  void figuresAreShown() throws InterruptedException {
    browser.await("document.querySelectorAll('#standings tbody tr').length === 3");
    browser.await("document.querySelectorAll('#cross tbody button').length === 6");
    browser.await("document.querySelectorAll('#elo .rating').length === 3");
    browser.await("document.querySelectorAll('#games tbody tr').length === 4");
    browser.await("document.getElementById('summary').textContent.includes('4 of 6 games')");
  }

  @Test
  void namesAreText() throws InterruptedException {
    browser.await("document.querySelectorAll('img').length === 0");
    browser.await("document.title.endsWith('onerror=alert(1)>')");
    browser.await("document.getElementById('incidents').textContent.includes('<img src=x')");
  }

  @Test
  void aGameIsSteppedThrough() throws InterruptedException {
    show("#game-1");
    browser.await(STONES + " === 3");
    browser.await("document.querySelector('#player-w .captures').textContent.startsWith('1 cap')");
    browser.await(
        "document.getElementById('said').textContent"
            + " === 'Move 4 of 4: White A4; it gave Black 40 %, 300 visits'");
    browser.await("document.querySelectorAll('#graph .curve').length === 2");
    browser.press("ArrowLeft");
    browser.await(STONES + " === 3 && document.getElementById('move').value === '3'");
    browser.press("Home");
    browser.await(STONES + " === 0");
    browser.press("End");
    browser.evaluate("document.getElementById('numbers').click()");
    browser.await(
        "[...document.querySelectorAll('.marks text')].map((e) => e.textContent).sort().join()"
            + " === '2,3,4'");
    browser.evaluate("document.getElementById('next').click()");
    browser.await("document.getElementById('game-title').textContent === 'Game 2'");
    browser.press("Escape");
    browser.await("document.getElementById('game').hidden");
  }

  @Test
  void theRecordOfAGameIsWhole() throws InterruptedException {
    show("#game-2");
    String sgf =
        browser
            .evaluate(
                """
                new Promise((resolve) => {
                  URL.createObjectURL = (blob) => { blob.text().then(resolve); return '#'; };
                  HTMLAnchorElement.prototype.click = () => {};
                  document.getElementById('save').click();
                })""")
            .asText();
    assertThat(GameRecord.readAll(sgf).get(0))
        .satisfies(
            record -> {
              assertThat(record.black()).isEqualTo(EVIL);
              assertThat(record.result()).isEqualTo("W+R");
              assertThat(record.komi()).isEqualTo(0.5);
              assertThat(record.moves()).hasSize(4);
              assertThat(record.moves().get(3).comment())
                  .isEqualTo("value -0.20 for Black, 300 visits");
            });
  }

  @Test
  void gamesAreListedByPlayer() throws InterruptedException {
    browser.evaluate("document.querySelector('#cross tbody button').click()");
    browser.await("document.querySelectorAll('#games tbody tr').length === 1");
  }

  @Test
  void everythingFitsAPhone() throws InterruptedException {
    browser.resize(390, 800);
    browser.await("document.documentElement.scrollWidth <= 390");
    show("#game-1");
    browser.await("document.documentElement.scrollWidth <= 390");
    browser.await("document.getElementById('board').clientWidth === 390");
  }
}
