/**
 * A game as a tree of nodes, each with its SGF properties. It knows moves and stones that are set
 * up, but no rules: what stands on the board after a move, the engine says.
 */
import { parseSgf, printSgf } from './sgf.js';
import { pointOfSgf, pointsOfSgf, sgfOf } from './vertex.js';

export const other = (player) => (player === 'b' ? 'w' : 'b');

export class Node {
  constructor(parent, props, size) {
    this.parent = parent;
    this.props = props;
    this.children = [];
    this.size = size;
    this.move = readMove(props, size); // { player, point } or null
    this.setup = readSetup(props, size); // Map of point to 'b', 'w' or '' (empty); or null
    this.number = (parent?.number ?? 0) + (this.move ? 1 : 0);

    // What the engine says of it, as far as it has been asked:
    this.position = null; // { stones: Array of 'b', 'w' or '', captures: { b, w } }
    this.insight = null; // the largest search of it so far: see analysis.js
    this.policy = undefined; // what the network would play: see analysis.js; null if there is none
    this.count = null; // { result, dead, black, white } where the game is over
    this.fault = null; // a sentence, if the engine cannot play it
    this.resigned = null; // the player who gave up here
    this.played = false; // whether it was played here and does not come from a file
    this.chosen = null; // the child that was looked at last
  }

  get toMove() {
    const stated = this.props.get('PL')?.[0]?.trim().toLowerCase()[0];
    if (stated === 'b' || stated === 'w') {
      return stated;
    }
    if (this.move) {
      return other(this.move.player);
    }
    if (this.setup && this.parent === null) {
      return handicapOf(this) >= 2 ? 'w' : 'b';
    }
    return this.parent?.toMove ?? 'b';
  }

  get passes() {
    return this.move?.point === null ? 1 + (this.parent?.passes ?? 0) : 0;
  }

  get isOver() {
    return this.resigned !== null || this.passes >= 2;
  }

  /** The points of a property such as LB, each with the text behind its colon. */
  pointsOf(name) {
    return (this.props.get(name) ?? []).flatMap((value) => {
      const [points, text = ''] = name === 'LB' ? value.split(':') : [value];
      return pointsOfSgf([points], this.size).map((point) => ({ point, text }));
    });
  }

  /** The nodes from the root to this one. */
  path() {
    const path = [];
    for (let node = this; node !== null; node = node.parent) {
      path.unshift(node);
    }
    return path;
  }

  get next() {
    return this.chosen ?? this.children[0] ?? null;
  }

  /** The nodes of the line that runs through this one, from the root to its end. */
  line() {
    const line = this.path();
    for (let node = this.next; node !== null; node = node.next) {
      line.push(node);
    }
    return line;
  }

  /** Makes this the line that is followed. */
  choose() {
    for (let node = this; node.parent !== null; node = node.parent) {
      node.parent.chosen = node;
    }
  }

  childWith(player, point) {
    return this.children.find((c) => c.move?.player === player && c.move.point === point) ?? null;
  }

  /** Adds a move that was played here. */
  play(player, point) {
    const props = new Map([[player.toUpperCase(), [sgfOf(point, this.size)]]]);
    const child = new Node(this, props, this.size);
    child.played = true;
    this.children.push(child);
    return child;
  }

  /** Takes this node and all that follows out of the tree. */
  remove() {
    const siblings = this.parent.children;
    siblings.splice(siblings.indexOf(this), 1);
    if (this.parent.chosen === this) {
      this.parent.chosen = null;
    }
  }
}

export class Game {
  constructor(root) {
    this.root = root;
    this.size = root.size;
    this.notes = [];
    this.komi = this.#readKomi();
    this.rules = root.props.get('RU')?.[0]?.trim() ?? '';
  }

  /** A game that begins. Handicap stones are points that belong to Black. */
  static begin({ size, komi, rules, handicap = [] }) {
    const props = new Map([
      ['GM', ['1']],
      ['FF', ['4']],
      ['CA', ['UTF-8']],
      ['AP', ['Tengen']],
      ['SZ', [String(size)]],
      ['KM', [String(komi)]],
      ['RU', [rules]],
    ]);
    if (handicap.length > 0) {
      props.set('HA', [String(handicap.length)]);
      props.set('AB', handicap.map((point) => sgfOf(point, size)));
    }
    return new Game(new Node(null, props, size));
  }

  /**
   * The first game of an SGF text.
   *
   * @throws Error with a sentence if there is none that can be shown
   */
  static fromSgf(text) {
    const roots = parseSgf(text);
    const [plain] = roots;
    const type = plain.props.get('GM')?.[0]?.trim() ?? '1';
    if (type !== '1') {
      throw new Error('This is a record of another game than Go.');
    }
    const stated = plain.props.get('SZ')?.[0] ?? '19';
    const [width, height = width] = stated.split(':').map(Number);
    if (!(Number.isInteger(width) && width >= 2 && width <= 19 && width === height)) {
      throw new Error(`This record has a board of ${stated}; boards here are square, 2 to 19.`);
    }
    const root = new Node(null, plain.props, width);
    const open = [[plain, root]];
    while (open.length > 0) {
      const [from, to] = open.pop();
      for (const child of from.children) {
        const node = new Node(to, child.props, width);
        to.children.push(node);
        open.push([child, node]);
      }
    }
    const game = new Game(root);
    game.rules ||= 'chinese'; // most are scored by hand; these take dead stones off, and know simple ko
    if (roots.length > 1) {
      game.notes.push(`The file has ${roots.length} games; this is the first.`);
    }
    return game;
  }

  toSgf() {
    return printSgf(this.root);
  }

  /** The record's own word on who won, such as "W+3.5". */
  get result() {
    return this.root.props.get('RE')?.[0]?.trim() ?? '';
  }

  set result(text) {
    this.root.props.set('RE', [text]);
  }

  get handicap() {
    return handicapOf(this.root);
  }

  nameOf(player) {
    return this.root.props.get(player === 'b' ? 'PB' : 'PW')?.[0]?.trim() ?? '';
  }

  /** Some servers write 375 for 3.75, which counts half the difference that others count. */
  #readKomi() {
    const stated = this.root.props.get('KM')?.[0]?.trim() ?? '0';
    let komi = Number(stated.replace(',', '.'));
    if (!Number.isFinite(komi)) {
      this.notes.push(`The record's komi, “${stated}”, is no number; 0 is used.`);
      return 0;
    }
    if (Math.abs(komi) > 100) {
      komi /= 50;
    } else if (!Number.isInteger(komi * 2)) {
      komi *= 2;
    }
    return Math.round(komi * 2) / 2;
  }
}

function handicapOf(root) {
  const stones = Number(root.props.get('HA')?.[0] ?? 0);
  return Number.isInteger(stones) && root.props.has('AB') ? stones : 0;
}

function readMove(props, size) {
  for (const player of ['b', 'w']) {
    const letters = props.get(player.toUpperCase())?.[0];
    if (letters !== undefined) {
      return { player, point: pointOfSgf(letters.trim(), size) };
    }
  }
  return null;
}

function readSetup(props, size) {
  const setup = new Map();
  for (const [name, stone] of [['AB', 'b'], ['AW', 'w'], ['AE', '']]) {
    for (const point of pointsOfSgf(props.get(name) ?? [], size)) {
      setup.set(point, stone);
    }
  }
  return setup.size > 0 ? setup : null;
}
