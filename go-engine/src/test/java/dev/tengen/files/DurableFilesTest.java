package dev.tengen.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

  @TempDir Path folder;

  @Test
  void replacesAFile() throws IOException {
    Path file = folder.resolve("a/b/file");
    DurableFiles.write(file, ByteBuffer.wrap(new byte[] {1, 2}));
    DurableFiles.write(file, ByteBuffer.wrap(new byte[] {3}));
    assertThat(file).hasBinaryContent(new byte[] {3});
    assertThat(names(file.getParent())).containsExactly("file");
  }

  @Test
  void aFolderThatFailsHalfWayLeavesTheOldOne() throws IOException {
    Path target = folder.resolve("target");
    DurableFiles.writeFolder(target, path -> Files.writeString(path.resolve("x"), "old"));
    assertThatThrownBy(
            () ->
                DurableFiles.writeFolder(
                    target,
                    path -> {
                      Files.writeString(path.resolve("x"), "new");
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(target.resolve("x")).hasContent("old");
    assertThat(names(folder)).containsExactly("target");
  }

  @Test
  void removesWhatAKilledWriterLeft() throws IOException {
    Path target = folder.resolve("target");
    Path left = Files.createDirectory(folder.resolve(".target.12-ab.tengen-tmp"));
    Files.writeString(left.resolve("half"), "half");
    Files.writeString(folder.resolve(".target.13-cd.tengen-tmp"), "half");
    Files.writeString(folder.resolve(".other.13-cd.tengen-tmp"), "another writer's");
    DurableFiles.writeFolder(target, path -> Files.writeString(path.resolve("x"), "whole"));
    assertThat(names(folder)).containsExactly(".other.13-cd.tengen-tmp", "target");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
