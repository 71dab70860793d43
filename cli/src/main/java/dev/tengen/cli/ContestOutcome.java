package dev.tengen.cli;

import dev.tengen.cli.report.TournamentReport;
import dev.tengen.selfplay.match.TournamentResult;

/** What a match or a tournament came to, and how to tell it. */
record ContestOutcome(TournamentResult result, TournamentReport report) {}
