/** The page: puts the parts together and shows what the session knows. */
import { Board } from './board.js';
import { Game } from './game.js';
import { Graph, chanceAt } from './graph.js';
import { Engine } from './gtp.js';
import { NewGame } from './newgame.js';
import { CandidateTable, compact, percent } from './candidates.js';
import { NAMES, Session } from './session.js';
import { readSgfBytes } from './sgf.js';
import { sceneOf } from './scene.js';
import { statusOf } from './status.js';
import { vertexOf } from './vertex.js';

const RETRY_MILLIS = 2000;

/** The code of a WebSocket that is closed because there is no room. */
const TRY_AGAIN_LATER = 1013;

const MAX_FILE_BYTES = 10_000_000;

const $ = (id) => document.getElementById(id);
const start = await (await fetch('start.json')).json();

/** What is looked at and how; kept from visit to visit where it is a matter of taste. */
const shown = { moves: true, policy: false, ownership: false, ...stored(localStorage, 'shown') };
let hovered = null; // a point of the board
let preview = null; // a candidate's point, of the table
let armed = null; // a point that a finger may have missed
let scheduled = false;

const session = new Session(schedule, say);
const board = new Board($('board'), clickPoint, (point, announced) => {
  hovered = point;
  if (announced) {
    $('status').textContent = describePoint(point, announced);
  } else {
    schedule();
  }
});
const graph = new Graph($('graph'), (index) => session.show(session.view.line()[index]));
const table = new CandidateTable($('candidates'), (point) => {
  preview = point;
  schedule();
});
const newGame = new NewGame($('new-game'), start, begin);

function schedule() {
  if (!scheduled) {
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      render();
    });
  }
}

/** Says a sentence that stays until the next one or for a while. */
function say(sentence) {
  $('banner').textContent = sentence;
  $('banner').hidden = sentence === '';
  clearTimeout(say.timer);
  if (session.isConnected) {
    say.timer = setTimeout(() => ($('banner').hidden = true), 8000);
  }
}

function connect() {
  const address = new URL('gtp', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const engine = new Engine(address, (code) => {
    session.disconnect();
    say(code === TRY_AGAIN_LATER
      ? 'Too many boards are open. Close another one; this page then goes on by itself.'
      : 'There is no connection to Tengen. If it was stopped, start “tengen web” again;'
        + ' this page keeps the game and goes on by itself.');
    setTimeout(connect, RETRY_MILLIS);
  });
  engine.opened.then(() => {
    session.connect(engine);
    say('');
  }, () => {});
}

function begin({ hands, visits, ...terms }) {
  session.hands = hands;
  session.visits = visits;
  session.analysing = false;
  session.begin(terms);
}

async function openFile(file) {
  if (!file) {
    return;
  }
  try {
    if (file.size > MAX_FILE_BYTES) {
      throw new Error('This file is larger than 10 MB; one game is meant.');
    }
    const game = Game.fromSgf(await readSgfBytes(await file.arrayBuffer()));
    session.hands = { b: 'person', w: 'person' };
    session.open(game);
    say(game.notes.join(' '));
  } catch (error) {
    say(`“${file.name}” cannot be opened. ${error.message}`);
  }
}

function save() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([session.game.toSgf()], { type: 'application/x-go-sgf' }));
  const names = ['b', 'w'].map((player) => session.game.nameOf(player)).filter(Boolean);
  link.download = (names.join('-') || 'tengen').replace(/[^\p{L}\p{N}-]+/gu, '_') + '.sgf';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function clickPoint(point, mayHaveMissed) {
  if (mayHaveMissed && armed !== point) {
    armed = point;
    schedule();
    return;
  }
  armed = null;
  session.play(point);
}

function describePoint(point, vertex) {
  const stone = session.view.position?.stones[point];
  return `${vertex}, ${stone ? NAMES[stone].toLowerCase() : 'empty'}`;
}

function render() {
  const { view, game } = session;
  const line = view.line();
  const at = line.indexOf(view);
  const candidate = view.insight?.candidates.find(
    ({ point }) => point !== null && point === (preview ?? (shown.moves ? hovered : null)));
  board.draw(sceneOf(session, { shown, hovered, armed, candidate, wide: $('board').clientWidth }));
  graph.draw(line, at);
  table.draw(view, preview);

  for (const player of ['b', 'w']) {
    const row = $(`player-${player}`);
    row.classList.toggle('to-move', !view.isOver && view.toMove === player);
    row.classList.toggle('thinking', session.thinking?.player === player);
    row.querySelector('.name').textContent = game.nameOf(player) || NAMES[player];
    const taken = view.position?.captures[player] ?? 0;
    row.querySelector('.captures').textContent = taken > 0 ? `${taken} captured` : '';
    row.querySelector('select').value = session.hands[player];
  }
  setText('terms', `${game.size}×${game.size}, komi ${game.komi}`
      + (game.handicap ? `, handicap ${game.handicap}` : '') + (game.rules ? `, ${game.rules}` : ''));
  setText('status', statusOf(session));
  const chance = chanceAt(view);
  setText('chance', chance === null ? '' : `Black ${percent(chance)}, White ${percent(1 - chance)}`);
  setText('visits', view.insight ? `${compact(view.insight.visits)} visits` : '');
  setText('analysis-note', analysisNote(view));
  $('analysis').hidden = table.isEmpty && $('analysis-note').textContent === '';

  $('move').max = String(line.length - 1);
  $('move').value = String(at);
  $('move').setAttribute('aria-valuetext', `Move ${view.number} of ${line.at(-1).number}`);
  $('first').disabled = $('back').disabled = $('undo').disabled = view.parent === null;
  $('last').disabled = $('forward').disabled = view.next === null;
  $('pass').disabled = $('resign').disabled = view.isOver || !session.isConnected;
  $('now').hidden = session.thinking === null;
  $('confirm').hidden = armed === null;
  setText('confirm', armed === null ? '' : `Play ${vertexOf(armed, game.size)}`);
  press('analyse', session.analysing);
  press('show-moves', shown.moves);
  press('show-policy', shown.policy);
  press('show-ownership', shown.ownership);
  setText('review', session.review.length > 0 ? `Stop (${session.review.length} to go)` : 'Analyse all moves');
  $('review').disabled = line.length < 2 || !session.isConnected;
  renderVariations(view);
  const comment = view.props.get('C')?.[0]?.trim() ?? '';
  $('comment').hidden = comment === '';
  $('comment').querySelector('p').textContent = comment;
}

function renderVariations(view) {
  const several = view.children.length > 1;
  $('variations').hidden = !several;
  const buttons = (several ? view.children : []).map((child, i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = child.move ? vertexOf(child.move.point, child.size) : `line ${i + 1}`;
    button.setAttribute('aria-pressed', String(view.next === child));
    button.addEventListener('click', () => session.show(child));
    return button;
  });
  $('variations').querySelector('div').replaceChildren(...buttons);
}

function analysisNote(view) {
  if (view.isOver) {
    return '';
  }
  if (shown.policy && view.policy === null) {
    return `No network plays ${view.size}×${view.size} here, so there is no policy to show.`;
  }
  if (shown.ownership && view.insight && !view.insight.ownership) {
    return 'The engine does not tell who owns what here.';
  }
  if (!view.insight && !session.analysing) {
    return 'Press “Search” to see what the engine thinks of this position.';
  }
  return '';
}

function setText(id, text) {
  if ($(id).textContent !== text) {
    $(id).textContent = text; // only then is it read out
  }
}

function press(id, pressed) {
  $(id).setAttribute('aria-pressed', String(pressed));
}

function toggle(name) {
  shown[name] = !shown[name];
  localStorage.setItem('shown', JSON.stringify(shown));
  session.wantsPolicy = shown.policy;
  session.go();
}

function stored(storage, key) {
  try {
    return JSON.parse(storage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function step(count) {
  let node = session.view;
  for (let i = 0; i < Math.abs(count); i++) {
    node = (count < 0 ? node.parent : node.next) ?? node;
  }
  session.show(node);
}

/** Goes to the same move of the next variation. */
function turnTo(direction) {
  const { view } = session;
  const siblings = view.parent?.children ?? [view];
  session.show(siblings[siblings.indexOf(view) + direction] ?? view);
}

function toggleAnalysis() {
  session.analysing = !session.analysing;
  session.go();
}

function toggleReview() {
  session.review = session.review.length > 0 ? [] : session.view.line();
  session.go();
}

function listen() {
  const actions = {
    new: () => newGame.ask(session),
    open: () => $('file').click(),
    save,
    first: () => session.show(session.game.root),
    back: () => step(-1),
    forward: () => step(1),
    last: () => session.show(session.view.line().at(-1)),
    pass: () => session.play(null),
    undo: () => session.takeBack(),
    resign: () => session.resign(),
    now: () => session.moveNow(),
    confirm: () => clickPoint(armed, false),
    analyse: toggleAnalysis,
    'show-moves': () => toggle('moves'),
    'show-policy': () => toggle('policy'),
    'show-ownership': () => toggle('ownership'),
    review: toggleReview,
  };
  for (const [id, act] of Object.entries(actions)) {
    $(id).addEventListener('click', (event) => {
      if (id !== 'confirm') {
        armed = null;
      }
      act();
      if (event.detail > 0) {
        event.currentTarget.blur(); // so that the space bar does not press it again
      }
    });
  }
  $('move').addEventListener('input', (event) =>
    session.show(session.view.line()[Number(event.target.value)]));
  $('file').addEventListener('change', (event) => {
    openFile(event.target.files[0]);
    event.target.value = '';
  });
  for (const player of ['b', 'w']) {
    $(`player-${player}`).querySelector('select').addEventListener('change', (event) => {
      session.hands[player] = event.target.value;
      session.go();
      event.target.blur();
    });
  }
  document.addEventListener('keydown', pressKey);
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    openFile(event.dataTransfer.files[0]);
  });
  document.addEventListener('visibilitychange', () => {
    session.paused = document.hidden;
    session.go();
  });
  window.addEventListener('pagehide', () => sessionStorage.setItem('game', JSON.stringify({
    sgf: session.game.toSgf(), hands: session.hands, visits: session.visits,
  })));
  new ResizeObserver(schedule).observe($('table'));
}

function pressKey(event) {
  const inField = event.target.closest('input, select, textarea, dialog');
  if (inField || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const act = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    ArrowUp: () => turnTo(-1),
    ArrowDown: () => turnTo(1),
    PageUp: () => step(-10),
    PageDown: () => step(10),
    Home: () => session.show(session.game.root),
    End: () => session.show(session.view.line().at(-1)),
    ' ': event.target.closest('button') ? null : toggleAnalysis,
    m: () => toggle('moves'),
    p: () => toggle('policy'),
    o: () => toggle('ownership'),
  }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

/** The game of before a reload, else a new one on the board that the engine began with. */
function firstGame() {
  const before = stored(sessionStorage, 'game');
  if (before.sgf) {
    try {
      const game = Game.fromSgf(before.sgf);
      Object.assign(session, { hands: before.hands, visits: before.visits });
      return game;
    } catch {
      // Not a game any more: a new one, then.
    }
  }
  return Game.begin({ size: start.board, komi: start.komi, rules: start.rules });
}

const game = firstGame();
session.wantsPolicy = shown.policy;
session.open(game, game.root.line().at(-1));
listen();
connect();
