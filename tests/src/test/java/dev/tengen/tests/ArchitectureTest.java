package dev.tengen.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Who may never use whom. Maven's edges keep the modules apart; these rules say the same of
 * packages, and catch what Maven lets through because it comes along with something allowed.
 */
class ArchitectureTest {

  private static final String FILES = "dev.tengen.files..";
  private static final String GAME = "dev.tengen.game..";
  private static final String GO = "dev.tengen.go..";
  private static final String MCTS = "dev.tengen.mcts..";
  private static final String NETWORKS = "dev.tengen.networks..";
  private static final String SELFPLAY = "dev.tengen.selfplay..";
  private static final String TRAINING = "dev.tengen.training..";
  private static final String AGENTS = "dev.tengen.agents..";
  private static final String GTP = "dev.tengen.gtp..";
  private static final String CLI = "dev.tengen.cli..";
  private static final String TESTS = "dev.tengen.tests..";

  @Test
  void noCyclesBetweenPackages() {
    slices()
        .matching("dev.tengen.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(MainClasses.ALL);
  }

  @Test
  void everyClassLivesInAPackageWithRules() {
    classes()
        .should()
        .resideInAnyPackage(FILES, GAME, GO, MCTS, NETWORKS, SELFPLAY, TRAINING, AGENTS, GTP, CLI)
        .check(MainClasses.ALL);
  }

  @Test
  void filesKnowNothingOfGames() {
    never(FILES, GAME, GO, MCTS, NETWORKS, SELFPLAY, TRAINING, AGENTS, GTP).check(MainClasses.ALL);
  }

  @Test
  void contractsKnowNoGo() {
    never(GAME, GO, MCTS, NETWORKS, SELFPLAY, TRAINING, AGENTS, GTP).check(MainClasses.ALL);
  }

  @Test
  void rulesKnowNoOtherModule() {
    never(GO, MCTS, NETWORKS, SELFPLAY, TRAINING, AGENTS, GTP).check(MainClasses.ALL);
  }

  @Test
  void searchKnowsContractsOnly() {
    never(MCTS, GO, NETWORKS, SELFPLAY, TRAINING, AGENTS, GTP).check(MainClasses.ALL);
  }

  @Test
  void networksKnowNoSearch() {
    never(NETWORKS, MCTS, SELFPLAY, TRAINING, AGENTS, GTP).check(MainClasses.ALL);
  }

  @Test
  void onlyFeaturesKnowGoInNetworks() {
    noClasses()
        .that()
        .resideInAPackage(NETWORKS)
        .and()
        .resideOutsideOfPackage("dev.tengen.networks.features..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(GO)
        .allowEmptyShould(true)
        .check(MainClasses.ALL);
  }

  @Test
  void selfPlayKnowsNoNetworks() {
    never(SELFPLAY, NETWORKS, TRAINING, AGENTS, GTP).check(MainClasses.ALL);
  }

  @Test
  void trainingKnowsNoServer() {
    never(TRAINING, GTP).check(MainClasses.ALL);
  }

  @Test
  void agentsKnowNoServer() {
    never(AGENTS, GTP).check(MainClasses.ALL);
  }

  @Test
  void serverKnowsNeitherNetworksNorSelfPlay() {
    never(GTP, MCTS, NETWORKS, SELFPLAY, TRAINING, AGENTS).check(MainClasses.ALL);
  }

  @Test
  void nothingDependsOnTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CLI, TESTS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CLI)
        .allowEmptyShould(true)
        .check(MainClasses.ALL);
  }

  @Test
  void nothingDependsOnTheTests() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TESTS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TESTS)
        .allowEmptyShould(true)
        .check(MainClasses.ALL);
  }

  private static ArchRule never(String user, String... used) {
    return noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(used)
        .allowEmptyShould(true);
  }
}
