/** One game on the board, move by move. */
import { Board } from './board.js';
import { compact, percent } from './candidates.js';
import { interval, seconds } from './dom.js';
import { ENDS, resultOf } from './gamelist.js';
import { Graph } from './graph.js';
import { replay } from './replay.js';
import { vertexOf } from './vertex.js';

const $ = (id) => document.getElementById(id);
const NAMES = { b: 'Black', w: 'White' };

export class GameView {
  #results;
  #kept;
  #list;
  #game = null; // as in the results
  #replay = null;
  #at = 0;
  #numbers = false;
  #board = new Board($('board'), () => {}, () => {});
  #graph = new Graph($('graph'), (at) => this.#show(at));

  /**
   * @param kept the moves of the games: see replay.js
   * @param list the games among which to step
   */
  constructor(results, kept, list) {
    this.#results = results;
    this.#kept = kept;
    this.#list = list;
    const actions = {
      first: () => this.#show(0),
      back: () => this.#show(this.#at - 1),
      forward: () => this.#show(this.#at + 1),
      last: () => this.#show(Infinity),
      numbers: () => this.#toggleNumbers(),
      save: () => this.#save(),
    };
    for (const [id, act] of Object.entries(actions)) {
      $(id).addEventListener('click', act);
    }
    $('move').addEventListener('input', (event) => this.#show(Number(event.target.value)));
    document.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#draw()).observe($('table'));
  }

  /** Opens a game; false if there is none with this number. */
  open(number) {
    this.#game = this.#results.games[number - 1] ?? null;
    if (this.#game === null) {
      return false;
    }
    const { settings } = this.#results;
    this.#replay = replay(settings, this.#game, this.#kept[number - 1]);
    $('game-title').textContent = `Game ${number}`;
    $('terms').textContent = `${settings.board}×${settings.board}, komi ${settings.komi}, ${settings.rules}`
      + (this.#game.opening > 0 ? `; the first ${this.#game.opening} moves are the opening` : '');
    $('result').textContent = `${resultOf(this.#game)} — ${ENDS[this.#game.end]}, ${this.#game.moves} moves`;
    $('note').textContent = this.#game.note;
    const around = this.#list.listed;
    const at = around.indexOf(this.#game);
    this.#link('previous', around[at - 1]);
    this.#link('next', at < 0 ? undefined : around[at + 1]);
    this.#show(Infinity);
    return true;
  }

  close() {
    this.#game = null;
  }

  #link(id, game) {
    $(id).hidden = !game;
    $(id).href = game ? `#game-${game.number}` : '';
  }

  #show(at) {
    this.#at = Math.max(0, Math.min(this.#replay.line.length - 1, at));
    this.#draw();
  }

  #draw() {
    if (this.#game === null) {
      return;
    }
    const { line, chances, visits } = this.#replay;
    const at = this.#at;
    const node = line[at];
    const { size } = node;
    this.#board.draw({
      size,
      coordinates: size <= 13 || $('board').clientWidth >= 440,
      stones: node.position.stones,
      last: this.#numbers ? null : (node.move?.point ?? null),
      marks: this.#numbers ? this.#marks() : [],
    });
    const told = chances.some((chance) => chance !== null);
    $('opinions').hidden = !told;
    if (told) {
      const of = (player) => chances.map((chance, i) => (line[i].move?.player === player ? chance : null));
      this.#graph.draw(line, at, [
        { css: 'of-black', chances: of('b') }, { css: 'of-white', chances: of('w') },
      ]);
    }
    for (const [player, name, time] of [
      ['b', this.#game.black, this.#game.blackSeconds], ['w', this.#game.white, this.#game.whiteSeconds],
    ]) {
      const row = $(`player-${player}`);
      row.classList.toggle('to-move', node.toMove === player);
      row.querySelector('.name').textContent = name;
      const rating = this.#results.players.find((one) => one.name === name);
      row.querySelector('.name').title = `${rating.player}, Elo ${interval(rating)}`;
      const taken = node.position.captures[player];
      row.querySelector('.captures').textContent =
        [taken > 0 ? `${taken} captured` : '', time > 0 ? seconds(time) : ''].filter(Boolean).join(', ');
    }
    $('said').textContent = this.#said(node, chances[at], visits[at]);
    $('move').max = String(line.length - 1);
    $('move').value = String(at);
    $('move').setAttribute('aria-valuetext', `Move ${at} of ${line.length - 1}`);
    $('first').disabled = $('back').disabled = at === 0;
    $('last').disabled = $('forward').disabled = at === line.length - 1;
    $('numbers').setAttribute('aria-pressed', String(this.#numbers));
  }

  #said(node, chance, visits) {
    const { length } = this.#replay.line;
    if (!node.move) {
      return `Before the first of ${length - 1} moves`;
    }
    const { player, point } = node.move;
    const move = `Move ${node.number} of ${length - 1}: ${NAMES[player]} ${point === null ? 'passes' : vertexOf(point, node.size)}`;
    const opinion = chance === null
      ? node.number <= this.#game.opening ? ', opening' : ''
      : `; it gave Black ${percent(chance)}` + (visits ? `, ${compact(visits)} visits` : '');
    return move + opinion;
  }

  /** The numbers of the moves whose stones are still there. */
  #marks() {
    const { line } = this.#replay;
    const { stones } = line[this.#at].position;
    const numbers = new Map();
    for (const { move, number } of line.slice(1, this.#at + 1)) {
      if (move.point !== null && stones[move.point] === move.player) {
        numbers.set(move.point, number);
      }
    }
    return [...numbers].map(([point, number]) => ({ point, kind: 'LB', text: String(number) }));
  }

  #toggleNumbers() {
    this.#numbers = !this.#numbers;
    this.#draw();
  }

  #key(event) {
    if (this.#game === null || event.ctrlKey || event.metaKey || event.altKey
        || event.target.closest('input, select')) {
      return;
    }
    const act = {
      ArrowLeft: () => this.#show(this.#at - 1),
      ArrowRight: () => this.#show(this.#at + 1),
      PageUp: () => this.#show(this.#at - 10),
      PageDown: () => this.#show(this.#at + 10),
      Home: () => this.#show(0),
      End: () => this.#show(Infinity),
      n: () => this.#toggleNumbers(),
      Escape: () => (location.hash = '#games'),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  #save() {
    const { game } = this.#replay;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([game.toSgf()], { type: 'application/x-go-sgf' }));
    link.download = `game-${this.#game.number}-${game.nameOf('b')}-${game.nameOf('w')}`
      .replace(/[^\p{L}\p{N}-]+/gu, '_') + '.sgf';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}
