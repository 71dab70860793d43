package dev.tengen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SgfCommandTest {

  /** Two kos taken in turns: move 5 takes the first one back, move 6 the second. */
  private static final String CYCLE =
      "(;SZ[9]%sAB[ba][ab][bc][gh][fi][hi]AW[ca][db][cc][gg][fh][hh]"
          + ";B[cb];W[gi];W[bb];B[gh];B[cb];W[gi])";

  private record Outcome(int code, String out, String err) {}

  @TempDir Path folder;

  private static Outcome sgf(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine main = Main.commandLine();
    main.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> words = new ArrayList<>(List.of("sgf"));
    Arrays.stream(arguments).map(Object::toString).forEach(words::add);
    int code = main.execute(words.toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void summarisesFilesAndFolders() throws IOException {
    write("games/b.sgf", "(;SZ[9]RE[B+R];B[aa];W[bb])\n(;SZ[9]RE[W+3.5];B[aa])");
    write("games/deep/c.SGF", "(;SZ[5]RE[0]AB[ba]AW[aa]PL[B];B[ab])");
    write("games/notes.txt", "not for us");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("games/a.sgf.gz")))) {
      out.write("(;SZ[9];B[])".getBytes(StandardCharsets.UTF_8));
    }
    Outcome outcome = sgf("--json", folder.resolve("games"));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    JsonNode report = new ObjectMapper().readTree(outcome.out());
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly("files", "games", "moves", "captures", "results", "faults", "notes");
    assertThat(report.path("files").asInt()).isEqualTo(3);
    assertThat(report.path("games").asInt()).isEqualTo(4);
    assertThat(report.path("moves").asInt()).isEqualTo(5);
    assertThat(report.path("captures").asInt()).isEqualTo(1);
    assertThat(report.path("results").toString())
        .isEqualTo("{\"B\":1,\"W\":1,\"draw\":1,\"none\":1}");
    assertThat(report.path("faults")).isEmpty();
    assertThat(report.path("notes")).isEmpty();
  }

  @Test
  void aFaultNamesFileGameMoveAndReason() throws IOException {
    Path file = write("x.sgf", "(;SZ[5])(;SZ[5];B[aa];W[bb];B[bb];W[cc])(;SZ[5];B[aa];W[zz])");
    Outcome outcome = sgf("--json", file);
    assertThat(outcome.code()).isZero();
    JsonNode report = new ObjectMapper().readTree(outcome.out());
    assertThat(report.path("moves").asInt()).isEqualTo(3);
    JsonNode fault = report.path("faults").get(0);
    assertThat(fault.fieldNames()).toIterable().containsExactly("file", "game", "move", "reason");
    assertThat(fault.path("file").asText()).isEqualTo(file.toString());
    assertThat(fault.path("game").asInt()).isEqualTo(2);
    assertThat(fault.path("move").asInt()).isEqualTo(3);
    assertThat(fault.path("reason").asText()).isEqualTo("B[bb] the point is occupied");
    assertThat(report.path("faults").get(1).path("game").asInt()).isEqualTo(3);
    assertThat(report.path("faults").get(1).path("move").asInt()).isEqualTo(2);
    assertThat(sgf("--strict", file).code()).isEqualTo(1);
    assertThat(sgf(file).out())
        .contains(file + ": game 2, move 3: B[bb] the point is occupied\n")
        .endsWith("1 files, 3 games, 3 moves, 0 captures, results {none=3}, 2 faults, 0 notes\n");
  }

  @Test
  void aBrokenGameIsAFaultInAFileThatWasRead() throws IOException {
    Path file = write("x.sgf", "(;SZ[5];B[aa];W[bb)\n(;SZ[5];B[aa])");
    Outcome outcome = sgf("--json", write("y.sgf", "(;SZ[5];B[aa] ?)(;SZ[5];B[aa])"));
    assertThat(outcome.code()).isZero();
    JsonNode report = new ObjectMapper().readTree(outcome.out());
    assertThat(report.path("games").asInt()).isEqualTo(2);
    assertThat(report.path("moves").asInt()).isEqualTo(2);
    assertThat(report.path("faults")).hasSize(1);
    assertThat(report.path("faults").get(0).path("reason").asText())
        .startsWith("line 1, column 15, node 2: found '?'")
        .endsWith("(kept 2 nodes)");
    assertThat(sgf("--strict", file).code()).isEqualTo(1);
  }

  @Test
  void wholeBoardRepetitionIsANoteUnderSimpleKo() throws IOException {
    Path file = write("cycle.sgf", CYCLE.formatted(""));
    Outcome outcome = sgf("--json", "--strict", file);
    JsonNode report = new ObjectMapper().readTree(outcome.out());
    assertThat(outcome.code()).as(outcome.out()).isZero();
    assertThat(report.path("faults")).isEmpty();
    JsonNode note = report.path("notes").get(0);
    assertThat(note.path("file").asText()).isEqualTo(file.toString());
    assertThat(note.path("game").asInt()).isEqualTo(1);
    assertThat(note.path("move").asInt()).isPositive();
  }

  @Test
  void rulesComeFromTheOptionElseFromTheRecord() throws IOException {
    Path silent = write("a.sgf", CYCLE.formatted(""));
    Path aga = write("b.sgf", CYCLE.formatted("RU[NZ]"));
    assertThat(sgf("--strict", aga).code()).isEqualTo(1);
    assertThat(sgf("--strict", "--rules", "chinese", aga).code()).isZero();
    assertThat(sgf("--strict", "--rules", "Tromp Taylor", silent).code()).isEqualTo(1);
    Path suicide = write("c.sgf", "(;SZ[5]AW[ba][ab];B[aa])");
    assertThat(sgf(suicide).out()).contains("suicide");
    assertThat(sgf("--rules", "new-zealand", suicide).out()).doesNotContain("suicide");
    Outcome unknown = sgf("--rules", "calvinball", suicide);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err().strip()).doesNotContain("\n").contains("calvinball", "chinese");
    Path ing = write("d.sgf", "(;SZ[5]RU[GOE];B[aa])");
    assertThat(sgf(ing).out()).contains("note: " + ing + ": game 1: RU[GOE]");
  }

  @Test
  void whatCannotBeReadIsOneLineEach() throws IOException {
    Path good = write("good.sgf", "(;SZ[5];B[aa])");
    Path text = write("letter.sgf", "Dear friend");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path missing = folder.resolve("none.sgf");
    Outcome outcome = sgf("--json", missing, good, text, empty);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err().lines())
        .containsExactly(
            "tengen sgf: " + missing + ": no such file",
            "tengen sgf: " + text + ": no SGF game tree: expected a text with '(;'",
            "tengen sgf: " + empty + ": no .sgf or .sgf.gz file in this folder");
    JsonNode report = new ObjectMapper().readTree(outcome.out());
    assertThat(report.path("games").asInt()).isEqualTo(1);
    assertThat(report.path("faults")).hasSize(3);
    assertThat(report.path("faults").get(0).path("reason").asText()).isEqualTo("no such file");
  }

  @Test
  void aTornZipKeepsItsBeginning() throws IOException {
    Path whole = folder.resolve("torn.sgf.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      for (int i = 0; i < 3000; i++) {
        out.write("(;SZ[9]C[%d];B[aa])\n".formatted(i * i).getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
    Outcome outcome = sgf("--json", whole);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains(whole + ": cannot be read: ").contains("bytes of text");
    assertThat(new ObjectMapper().readTree(outcome.out()).path("games").asInt())
        .isBetween(500, 2999);
  }
}
