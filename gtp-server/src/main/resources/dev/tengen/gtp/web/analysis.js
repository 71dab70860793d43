/**
 * What a search and a network say of a position, read from KataGo's formats. The engine speaks for
 * the player to move; here all chances are Black's, so that they can be compared along a game.
 */
import { pointOf } from './vertex.js';

const isVertex = (word) => /^([A-HJ-T]\d{1,2}|pass)$/i.test(word);
const isNumber = (word) => /^[-+]?[\d.]/.test(word);

/**
 * Reads a line of kata-analyze.
 *
 * @return {{ visits, blackWins, candidates, ownership }}, or null if the line tells nothing:
 *     candidates { point, visits, blackWins, prior, line } best first, ownership by point from -1,
 *     White's, to 1, Black's, or null
 */
export function readAnalysis(line, player, size) {
  const forBlack = (chance) => (player === 'b' ? chance : 1 - chance);
  const words = line.trim().split(/\s+/);
  const candidates = [];
  const root = {};
  let ownership = null;
  let into = null;
  for (let at = 0; at < words.length; ) {
    const key = words[at++];
    if (key === 'info') {
      into = { line: [] };
      candidates.push(into);
    } else if (key === 'rootInfo') {
      into = root;
    } else if (key === 'pv') {
      while (at < words.length && isVertex(words[at])) {
        into.line.push(pointOf(words[at++], size));
      }
    } else if (key === 'ownership' || key === 'pvVisits') {
      const numbers = [];
      while (at < words.length && isNumber(words[at])) {
        numbers.push(Number(words[at++]));
      }
      if (key === 'ownership' && numbers.length === size * size) {
        ownership = numbers.map((value) => (player === 'b' ? value : -value));
      }
    } else if (into !== null) {
      into[key] = words[at++];
    }
  }
  const read = candidates
    .filter((candidate) => candidate.move !== undefined)
    .map((candidate) => ({
      point: pointOf(candidate.move, size),
      visits: Number(candidate.visits),
      blackWins: forBlack(Number(candidate.winrate)),
      prior: Number(candidate.prior),
      order: Number(candidate.order ?? 0),
      line: candidate.line,
    }))
    .sort((a, b) => a.order - b.order);
  if (read.length === 0) {
    return null;
  }
  const visits = read.reduce((sum, candidate) => sum + candidate.visits, 0);
  return {
    visits: Number(root.visits ?? visits),
    blackWins: root.winrate === undefined ? read[0].blackWins : forBlack(Number(root.winrate)),
    candidates: read,
    ownership,
  };
}

/**
 * Reads the answer to kata-raw-nn.
 *
 * @return {{ blackWins, points, pass }}: probabilities by point, NaN where the move is illegal
 */
export function readRawNetwork(answer, size) {
  const words = answer.trim().split(/\s+/);
  const after = (key) => words.indexOf(key) + 1;
  const start = after('policy');
  return {
    blackWins: 1 - Number(words[after('whiteWin')]),
    points: words.slice(start, start + size * size).map((word) => Number(word)),
    pass: Number(words[after('policyPass')]),
  };
}
