/**
 * The games as the page holds them. What every move captures was worked out by the rules when the
 * page was written, so that nothing here knows rules.
 */
import { Game } from './game.js';
import { pointOfSgf } from './vertex.js';

/**
 * A game with its positions.
 *
 * @param settings { board, komi, rules }
 * @param game as in the results
 * @param kept { moves, chances, visits }: moves as SGF's two letters each, behind them, with the
 *     first letter large, the points that they empty; of each move Black's chance in hundredths
 *     and the visits, empty where nobody said, = where they are those of the move before last
 * @return {{ game, line, chances, visits }}: the last three by the number of moves played
 */
export function replay(settings, game, kept) {
  const record = Game.begin({ size: settings.board, komi: settings.komi, rules: settings.rules });
  const { root } = record;
  root.props.set('PB', [game.black]);
  root.props.set('PW', [game.white]);
  root.props.set('RE', [game.result]);
  root.position = { stones: Array(record.size ** 2).fill(''), captures: { b: 0, w: 0 } };
  const chances = [null, ...numbers(kept.chances).map((percent) => percent && percent / 100)];
  const visits = [null, ...numbers(kept.visits)];
  const line = [root];
  const moves = kept.moves.match(/[a-z]{2}(?:[A-Z][a-z])*/g) ?? [];
  moves.forEach((move, i) => {
    const before = line[i];
    const player = i % 2 === 0 ? 'b' : 'w';
    const point = pointOfSgf(move.slice(0, 2), record.size);
    const node = before.play(player, point);
    const stones = [...before.position.stones];
    const captures = { ...before.position.captures };
    if (point !== null) {
      stones[point] = player;
    }
    for (const letters of move.slice(2).match(/../g) ?? []) {
      const taken = pointOfSgf(letters.toLowerCase(), record.size);
      captures[stones[taken] === 'b' ? 'w' : 'b']++;
      stones[taken] = '';
    }
    node.position = { stones, captures };
    if (chances[i + 1] !== null) {
      const value = (2 * chances[i + 1] - 1).toFixed(2);
      node.props.set('C', [`value ${value < 0 ? '' : '+'}${value} for Black, ${visits[i + 1] ?? 0} visits`]);
    }
    line.push(node);
  });
  const reach = (values) => line.map((_, i) => values[i] ?? null);
  return { game: record, line, chances: reach(chances), visits: reach(visits) };
}

function numbers(text) {
  const values = [];
  for (const word of text === '' ? [] : text.split(',')) {
    values.push(word === '=' ? values.at(-2) : word === '' ? null : Number(word));
  }
  return values;
}
