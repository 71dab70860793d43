/** Where the game stands, in a sentence. */
import { compact } from './candidates.js';
import { other } from './game.js';
import { NAMES } from './session.js';

export function statusOf(session) {
  const { view, thinking, hands, game } = session;
  const player = view.toMove;
  if (!session.isConnected) {
    return 'Waiting for the engine …';
  }
  if (thinking !== null) {
    const visits = thinking.visits > 0 ? `: ${compact(thinking.visits)} visits` : '';
    return `${NAMES[thinking.player]} is thinking${visits}.`;
  }
  if (view.resigned !== null) {
    return `${NAMES[view.resigned]} resigns. ${NAMES[other(view.resigned)]} wins.`;
  }
  if (view.isOver) {
    return view.count === null ? 'Both passed.' : 'Both passed. ' + resultOf(view.count);
  }
  const passed = view.passes === 1 ? `${NAMES[view.move.player]} passes. ` : '';
  if (view.next === null && !view.played && view.parent !== null && game.result !== '') {
    return `${passed}The record ends here: ${game.result}.`;
  }
  const alone = hands.b !== hands.w;
  return passed + (alone && hands[player] === 'person' ? `Your move, ${NAMES[player]}.`
                                                         : `${NAMES[player]} to move.`);
}

function resultOf({ result, dead }) {
  const [winner, points] = result.split('+');
  const who = points === undefined
    ? 'The game is a draw.'
    : `${winner === 'B' ? 'Black' : 'White'} wins by ${points} ${points === '1' ? 'point' : 'points'}.`;
  return who + (dead.size > 0 ? ' Crossed stones count as dead.' : '');
}
