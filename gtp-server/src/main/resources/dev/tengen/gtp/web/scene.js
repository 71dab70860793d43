/** What the board shows of a session: stones, and as much of the engine's opinion as is wanted. */
import { compact } from './candidates.js';
import { other } from './game.js';

const MARKS = ['LB', 'TR', 'SQ', 'CR', 'MA'];

/** Of many candidates those with hardly a visit would only be clutter. */
const MOST_CANDIDATES = 12;
const LEAST_SHARE = 0.02;

/**
 * @param shown { moves, policy, ownership }: what is wanted
 * @param hovered the point under the mouse, or null
 * @param armed a point that waits for a confirmation, or null
 * @param candidate the one whose line is shown, or undefined
 * @param wide pixels of the board
 */
export function sceneOf(session, { shown, hovered, armed, candidate, wide }) {
  const { view } = session;
  // a board that is not known yet looks as the last one did
  const known = view.path().findLast((node) => node.position !== null);
  const stones = known?.position.stones ?? Array(view.size * view.size).fill('');
  const player = view.toMove;
  const free = view.size <= 13 || wide >= 440;
  const scene = {
    size: view.size,
    coordinates: free,
    stones,
    last: view.move?.point ?? null,
    count: view.count,
    marks: marksOf(view),
  };
  if (view.isOver) {
    return scene;
  }
  if (shown.ownership) {
    scene.ownership = view.insight?.ownership ?? null;
  }
  if (candidate) {
    scene.sequence = candidate.line
      .map((point, i) => ({ point, player: i % 2 === 0 ? player : other(player), number: i + 1 }))
      .filter(({ point }, i, all) => point !== null && all.findIndex((m) => m.point === point) === i);
    return scene;
  }
  if (shown.policy) {
    scene.heat = heatOf(view);
  }
  if (shown.moves && view.insight && !scene.heat) {
    scene.candidates = candidatesOf(view, player);
  }
  const ghost = armed ?? hovered;
  const mayPlay = session.hands[player] === 'person' && session.thinking === null;
  if (ghost !== null && mayPlay && !stones[ghost]
      && (armed !== null || !scene.candidates?.some(({ point }) => point === ghost))) {
    scene.ghost = { point: ghost, player };
  }
  return scene;
}

function heatOf({ policy }) {
  const likely = Math.max(...(policy?.points ?? []).filter((chance) => chance >= 0));
  return policy?.points.map((chance) => ({ chance, warmth: Math.sqrt(chance / likely) })) ?? null;
}

function candidatesOf(view, player) {
  const { candidates } = view.insight;
  const most = Math.max(1, ...candidates.map(({ visits }) => visits));
  return candidates
    .filter(({ point, visits }) => point !== null && visits > 0 && visits >= LEAST_SHARE * most)
    .slice(0, MOST_CANDIDATES)
    .map(({ point, visits, blackWins }) => ({
      point,
      title: String(Math.round((player === 'b' ? blackWins : 1 - blackWins) * 100)),
      detail: compact(visits),
      share: visits / most,
      best: point === candidates[0].point,
    }));
}

function marksOf(node) {
  return MARKS.flatMap((kind) => node.pointsOf(kind).map(({ point, text }) => ({ point, kind, text })));
}
