package dev.tengen.agents.dqn;

import dev.tengen.networks.nn.Body;

/** Settings of DQN with everything optional off, changed field by field. */
final class TestSettings {

  Body network = Body.mlp(16);
  double learningRate = 0.01;
  int batchSize = 2;
  int learningStarts = 32;
  double errorClip = 1;
  boolean doubleQ;
  boolean dueling;
  int nStep = 1;
  double priorityExponent;
  double noise;
  int quantiles;
  double targetRate = 1;
  int environments = 1;
  boolean rewardClip;

  DqnSettings settings() {
    return new DqnSettings(
        network,
        environments,
        DqnSettings.OptimizerName.ADAM,
        learningRate,
        learningRate,
        0,
        batchSize,
        1000,
        learningStarts,
        2,
        1,
        50,
        targetRate,
        0.9,
        rewardClip,
        errorClip,
        1,
        0.1,
        0.5,
        doubleQ,
        dueling,
        nStep,
        priorityExponent,
        0.4,
        noise,
        quantiles,
        true);
  }

  static TestSettings rainbow() {
    TestSettings all = new TestSettings();
    all.doubleQ = true;
    all.dueling = true;
    all.nStep = 3;
    all.priorityExponent = 0.5;
    all.noise = 0.5;
    all.quantiles = 4;
    return all;
  }
}
