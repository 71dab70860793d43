/**
 * Plays and studies a game with the engine. There is one node that is looked at, and one loop that
 * always does what is most urgent for it: know its board, move where the engine is to move, count
 * where the game is over, and then analyse. So the page may jump about as it likes, and the engine
 * is asked one thing at a time.
 */
import { readAnalysis, readRawNetwork } from './analysis.js';
import { Game } from './game.js';
import { Disconnected, Refusal } from './gtp.js';
import { Mirror, Unplayable } from './mirror.js';
import { pointOf, vertexOf } from './vertex.js';

/** Between two lines of an analysis, in hundredths of a second. */
const INTERVAL = 20;

/** What an analysis is to tell beside its moves. */
const WHAT = 'rootInfo true ownership true';

/** An analysis ends here by itself: more says little and only heats the room. */
const ENOUGH_VISITS = 200_000;

export const NAMES = { b: 'Black', w: 'White' };

export class Session {
  #engine = null;
  #mirror = null;
  #changed;
  #say;
  #running = false;
  #again = false;
  #beginning = null; // the terms of a game that is to begin
  #wish = null; // a move that the user wants: { node, point }
  #visitsSet = null;
  #stream = null; // the analysis under way: { node, wake, end }

  game;
  view;
  hands = { b: 'person', w: 'engine' };
  visits = null; // of a search for a move; null for what the engine was started with
  thinking = null; // { node, player, visits, dropped } while the engine chooses a move
  analysing = false;
  paused = false; // while nobody looks at the page
  wantsPolicy = false;
  review = []; // nodes that are still to be looked at for the graph
  reviewVisits = 100;

  /**
   * @param changed is called when something that is shown has changed
   * @param say takes sentences for the user
   */
  constructor(changed, say) {
    this.#changed = changed;
    this.#say = say;
  }

  /** Goes on with an engine, which knows nothing of the game yet. */
  connect(engine) {
    this.#engine = engine;
    this.#mirror = new Mirror(engine);
    this.#visitsSet = null;
    this.thinking = null;
    this.#stream = null;
    this.go();
  }

  get isConnected() {
    return this.#engine !== null;
  }

  disconnect() {
    this.#engine = null;
    this.thinking = null;
    this.#stream = null;
    this.#changed();
  }

  /** Begins a game; the engine says where handicap stones go. */
  begin(terms) {
    this.#drop();
    this.#beginning = terms;
    this.go();
  }

  open(game, view = game.root) {
    this.#drop();
    this.game = game;
    this.review = [];
    this.show(view);
  }

  /** Looks at a node. */
  show(node) {
    this.view = node;
    node.choose();
    this.go();
  }

  /** Sees to it that what is wanted now is done; to be called when that has changed. */
  go() {
    this.#again = true;
    this.#stream?.wake();
    this.#changed();
    if (!this.#running && this.#engine !== null) {
      this.#run();
    }
  }

  /** The user plays where the game is looked at. */
  play(point) {
    const node = this.view;
    if (node.isOver) {
      this.#say('The game is over. Take back a move to go on from there.');
    } else if (this.thinking !== null) {
      this.#say(`${NAMES[this.thinking.player]} is thinking; “Move now” ends the thought.`);
    } else {
      const known = node.childWith(node.toMove, point);
      if (known !== null) {
        this.show(known);
      } else {
        this.#wish = { node, point };
        this.go();
      }
    }
  }

  /** Back to where the user was last to move. Moves that were played here are forgotten. */
  takeBack() {
    this.#drop();
    let node = this.view;
    if (node.resigned !== null) {
      node.resigned = null;
      this.hands[node.toMove] = 'person';
      this.go();
      return;
    }
    if (this.hands.b === 'engine' && this.hands.w === 'engine') {
      this.hands = { b: 'person', w: 'person' };
    }
    while (node.parent !== null) {
      const last = node;
      node = last.parent;
      if (last.played) {
        last.remove();
      }
      if (this.hands[node.toMove] === 'person') {
        break;
      }
    }
    this.show(node);
  }

  resign() {
    if (!this.view.isOver) {
      this.#drop();
      this.#giveUp(this.view, this.view.toMove);
      this.go();
    }
  }

  /** The engine, if it thinks, plays the best that it has found so far. */
  moveNow() {
    this.#engine?.interrupt();
  }

  /** What the engine thinks of is not wanted any more. */
  #drop() {
    this.#wish = null;
    if (this.thinking !== null) {
      this.thinking.dropped = true;
      this.#engine?.interrupt();
    }
  }

  async #run() {
    this.#running = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#settle();
      }
    } finally {
      this.#running = false;
    }
  }

  /** Does all there is to do; what goes wrong is said. */
  async #settle() {
    const engine = this.#engine;
    try {
      while (engine === this.#engine && engine !== null && (await this.#step())) {
        this.#changed();
      }
    } catch (error) {
      this.#mirror?.forget();
      if (error instanceof Unplayable) {
        this.#standBefore(error.node);
      } else if (error instanceof Refusal) {
        this.#say(`The engine says: ${error.message}.`);
        this.analysing = false;
      } else if (!(error instanceof Disconnected)) {
        throw error;
      }
    }
    this.#changed();
  }

  /** Does the most urgent thing; false if there is nothing to do. */
  async #step() {
    const node = this.view;
    const bring = (wanted) => this.#mirror.bring(wanted, this.game);
    const idle = this.#stream !== null && !this.#wantsStream(this.#stream.node);
    if (idle) {
      this.#stream = null;
      await this.#engine.send('protocol_version'); // any command ends an analysis
    } else if (this.#beginning !== null) {
      await this.#begin();
    } else if (this.visits !== this.#visitsSet) {
      await this.#setVisits();
    } else if (this.#wish !== null) {
      await this.#playWish(bring);
    } else if (node.position === null) {
      await bring(node);
    } else if (node.passes >= 2 && node.count === null) {
      await bring(node);
      await this.#countUp(node);
    } else if (this.#engineMoves(node)) {
      await bring(node);
      await this.#think(node);
    } else if (this.wantsPolicy && node.policy === undefined) {
      await bring(node);
      await this.#askNetwork(node);
    } else if (this.review.length > 0 && !this.paused) {
      await this.#lookOver(this.review[0], bring);
    } else if (this.#wantsStream(node) && this.#stream?.node !== node) {
      await bring(node);
      this.#analyse(node, ENOUGH_VISITS);
      return false;
    } else {
      return false;
    }
    return true;
  }

  #engineMoves(node) {
    return this.hands[node.toMove] === 'engine' && node.children.length === 0 && !node.isOver;
  }

  #wantsStream(node) {
    const known = node.insight?.visits ?? 0;
    return this.analysing && !this.paused && node === this.view && !node.isOver
        && this.#wish === null && this.review.length === 0 && known < ENOUGH_VISITS
        && !(this.wantsPolicy && node.policy === undefined);
  }

  async #begin() {
    const { stones, ...terms } = this.#beginning;
    this.#beginning = null;
    let handicap = [];
    if (stones > 0) {
      this.#mirror.forget();
      await this.#engine.send(`boardsize ${terms.size}`);
      const vertices = await this.#engine.send(`fixed_handicap ${stones}`);
      handicap = vertices.split(/\s+/).map((vertex) => pointOf(vertex, terms.size));
    }
    this.open(Game.begin({ ...terms, handicap }));
  }

  async #setVisits() {
    this.#visitsSet = this.visits;
    if (this.#engine.knows('kata-set-param')) {
      await this.#engine.send(`kata-set-param maxVisits ${this.visits}`);
    }
  }

  async #playWish(bring) {
    const { node, point } = this.#wish;
    this.#wish = null;
    await bring(node);
    const player = node.toMove;
    const vertex = vertexOf(point, node.size);
    try {
      await this.#engine.send(`play ${player} ${vertex}`);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      const why = node.position.stones[point] ? 'there is a stone already' : 'ko or suicide';
      this.#say(`${NAMES[player]} may not play ${vertex}: ${why}.`);
      return;
    }
    this.#add(node.play(player, point));
  }

  /** A move that the engine has played, by itself or as it was told. */
  #add(child) {
    this.#mirror.played(child);
    if (this.view === child.parent) {
      this.view = child;
    }
    child.choose();
  }

  async #think(node) {
    const player = node.toMove;
    const thought = { node, player, visits: 0, dropped: false };
    this.thinking = thought;
    this.#changed();
    let answer;
    try {
      answer = await this.#generate(player, (insight) => {
        thought.visits = insight.visits;
        this.#learn(node, insight);
      });
    } catch (error) {
      if (error instanceof Refusal) {
        this.hands[player] = 'person'; // or it would be asked again, and again
      }
      throw error;
    } finally {
      this.thinking = null;
    }
    const resigns = /^resign$/i.test(answer);
    if (thought.dropped) {
      if (!resigns) {
        await this.#engine.send('undo');
      }
    } else if (resigns) {
      this.#giveUp(node, player);
    } else {
      this.#add(node.play(player, pointOf(answer, node.size)));
    }
  }

  async #generate(player, onInsight) {
    if (!this.#engine.knows('kata-genmove_analyze')) {
      return this.#engine.send(`genmove ${player}`);
    }
    const size = this.game.size;
    const last = await this.#engine.send(
      `kata-genmove_analyze ${player} ${INTERVAL} ${WHAT}`,
      (line) => {
        const insight = readAnalysis(line, player, size);
        if (insight !== null) {
          onInsight(insight);
        }
      },
    );
    return last.replace(/^play /, '');
  }

  #giveUp(node, player) {
    node.resigned = player;
    this.game.result = player === 'b' ? 'W+R' : 'B+R';
  }

  #learn(node, insight) {
    if (insight.visits >= (node.insight?.visits ?? 0)) {
      node.insight = { ...insight, ownership: insight.ownership ?? node.insight?.ownership ?? null };
      this.#changed();
    }
  }

  /**
   * Starts an analysis, which goes on until the next command.
   *
   * @return a promise of when it is enough or something else is wanted (false), or when the engine
   *     has ended it (true)
   */
  #analyse(node, visits) {
    const player = node.toMove;
    const stream = { node };
    const enough = new Promise((resolve) => (stream.end = resolve));
    stream.wake = () => stream.end(false);
    const read = (line) => {
      const insight = readAnalysis(line, player, node.size);
      if (insight === null) {
        return;
      }
      this.#learn(node, insight);
      if (insight.visits >= visits) {
        stream.wake();
        this.go();
      }
    };
    this.#stream = stream;
    this.#engine
      .send(`kata-analyze ${player} ${INTERVAL} ${WHAT}`, read)
      .catch((error) => {
        if (error instanceof Refusal) {
          this.analysing = false;
          this.review = [];
          this.#say(`The engine cannot analyse: ${error.message}.`);
        }
      })
      .finally(() => {
        stream.end(true);
        if (this.#stream === stream) {
          this.#stream = null;
        }
      });
    return enough;
  }

  /** Gives the graph its value at the next node; broken off when something else is wanted. */
  async #lookOver(node, bring) {
    const known = () => (node.insight?.visits ?? 0) >= this.reviewVisits || node.isOver;
    if (!known()) {
      await bring(node);
      const endedByItself = await this.#analyse(node, this.reviewVisits);
      this.#stream = null;
      await this.#engine.send('protocol_version');
      if (!known() && !endedByItself) {
        return;
      }
    }
    if (this.review[0] === node) {
      this.review.shift();
    }
  }

  async #askNetwork(node) {
    try {
      const answer = await this.#engine.send(`kata-raw-nn ${node.toMove} 0`);
      node.policy = readRawNetwork(answer, node.size);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      node.policy = null;
    }
  }

  async #countUp(node) {
    const list = (status) =>
      this.#engine
        .send(`final_status_list ${status}`)
        .then((text) => text.split(/\s+/).filter(Boolean).map((v) => pointOf(v, node.size)));
    const [result, dead, black, white] = await Promise.all([
      this.#engine.send('final_score'),
      list('dead'),
      list('black_territory'),
      list('white_territory'),
    ]);
    node.count = { result, dead: new Set(dead), black: new Set(black), white: new Set(white) };
    if (node.played) {
      this.game.result = result;
    }
  }

  /** A record goes on with what the rules do not allow: the game is shown up to there. */
  #standBefore(node) {
    const move = node.move ? `Move ${node.number}, ${NAMES[node.move.player]} at ` : 'A node';
    const where = node.move ? vertexOf(node.move.point, node.size) : ' with stones set up';
    this.#say(`${move}${where}, is not legal by the rules in force; the game is shown up to there.`);
    this.view = node.parent ?? node;
    this.#again = node.parent !== null;
  }
}
