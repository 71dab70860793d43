package dev.tengen.tests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which libraries each module may use beside the JDK and slf4j; docs/decisions says why these. */
class LibrariesTest {

  private static final String GUAVA = "com.google.common..";
  private static final String TENSORFLOW = "org.tensorflow..";
  private static final String NATIVE_MEMORY = "org.bytedeco.javacpp..";
  private static final String PROTOBUF = "com.google.protobuf..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String NETTY = "io.netty..";
  private static final String PICOCLI = "picocli..";
  private static final String PROGRESS_BAR = "me.tongfei.progressbar..";

  @Test
  void contracts() {
    only("dev.tengen.game..").check(MainClasses.ALL);
  }

  @Test
  void rules() {
    only("dev.tengen.go..", GUAVA).check(MainClasses.ALL);
  }

  @Test
  void search() {
    only("dev.tengen.mcts..").check(MainClasses.ALL);
  }

  @Test
  void networks() {
    only("dev.tengen.networks..", TENSORFLOW, NATIVE_MEMORY, GUAVA, JACKSON).check(MainClasses.ALL);
  }

  @Test
  void selfPlay() {
    only("dev.tengen.selfplay..", GUAVA, PROTOBUF).check(MainClasses.ALL);
  }

  @Test
  void training() {
    only("dev.tengen.training..", TENSORFLOW, GUAVA, JACKSON, PROTOBUF).check(MainClasses.ALL);
  }

  @Test
  void agents() {
    only("dev.tengen.agents..", TENSORFLOW, GUAVA, JACKSON, PROTOBUF).check(MainClasses.ALL);
  }

  @Test
  void server() {
    only("dev.tengen.gtp..", NETTY).check(MainClasses.ALL);
  }

  @Test
  void commandLine() {
    only("dev.tengen.cli..", PICOCLI, JACKSON, PROGRESS_BAR).check(MainClasses.ALL);
  }

  private static ArchRule only(String module, String... libraries) {
    String[] allowed =
        Stream.concat(
                Stream.of(
                    "java..", "javax..", "com.sun.management..", "org.slf4j..", "dev.tengen.."),
                Stream.of(libraries))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).as("reside in the JDK or " + String.join(", ", libraries)))
        .allowEmptyShould(true);
  }
}
