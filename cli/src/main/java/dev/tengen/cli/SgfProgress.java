package dev.tengen.cli;

/** Shows how many files have been read, if a person looks at stderr; else nothing. */
final class SgfProgress implements AutoCloseable {

  /** Games between two looks at the bar. */
  private static final int STEP = 500;

  private final Progress bar;
  private long files;
  private long games;

  SgfProgress(int total) {
    bar = Progress.onTerminal() ? Progress.of("reading", total) : null;
  }

  void game() {
    games++;
    if (games % STEP == 0) {
      show();
    }
  }

  void file() {
    files++;
    show();
  }

  private void show() {
    if (bar != null) {
      bar.at(files, games + " games");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
