/**
 * Keeps the engine's board in step with a node of the game, with as few commands as it takes: what
 * the engine already has of the way there stays.
 */
import { Refusal } from './gtp.js';
import { pointOf, vertexOf } from './vertex.js';

/** A node that the engine cannot play; its fault has the engine's words. */
export class Unplayable extends Error {
  constructor(node) {
    super(node.fault);
    this.node = node;
  }
}

export class Mirror {
  #engine;
  #game = null;
  #have = []; // the nodes that the engine has played, from the root

  constructor(engine) {
    this.#engine = engine;
  }

  /** Has the engine play a node as the next one, or says that it did so by itself. */
  played(node) {
    this.#have.push(node);
  }

  has(node) {
    return this.#have.length > 0 && this.#have.at(-1) === node;
  }

  /** What the engine has is not known any more. */
  forget() {
    this.#have = [];
  }

  /**
   * Brings the engine to a node of a game and has it say what stands there.
   *
   * @throws Unplayable if a node on the way cannot be played
   */
  async bring(node, game) {
    if (game !== this.#game) {
      this.#game = game;
      this.forget();
    }
    const path = node.path();
    let kept = 0;
    while (kept < this.#have.length && this.#have[kept] === path[kept]) {
      kept++;
    }
    const undone = this.#have.slice(kept);
    if (kept > 0 && undone.every((old) => old.setup === null)) {
      this.#have.length = kept;
      await Promise.all(undone.filter((old) => old.move).map(() => this.#engine.send('undo')));
    } else {
      this.#have = [];
      // stones that were set up in the middle are a beginning of their own
      const start = path.findLastIndex((step, i) => i === 0 || (step.setup && step.parent.position));
      await this.#begin(path[start]);
      this.#have = path.slice(0, start + 1);
    }
    await this.#goOn(path);
    await this.#look(node);
  }

  async #goOn(path) {
    while (this.#have.length < path.length) {
      const next = path[this.#have.length];
      if (next.fault !== null) {
        throw new Unplayable(next);
      }
      if (next.setup !== null) {
        await this.#look(next.parent);
        await this.#begin(next);
        this.#have.push(next);
        continue;
      }
      const from = this.#have.length;
      const setup = path.findIndex((step, i) => i >= from && step.setup !== null);
      await this.#play(path.slice(from, setup < 0 ? path.length : setup));
    }
  }

  /** Plays a row of nodes at once; if there is one that is illegal, one by one up to it. */
  async #play(nodes) {
    const moves = nodes.filter((node) => node.move);
    if (moves.length > 0) {
      try {
        const words = moves.map((node) => this.#words(node));
        await this.#engine.send('gogui-play_sequence ' + words.join(' '));
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) {
          throw refusal;
        }
        if (moves.length === 1) {
          throw this.#fault(moves[0], refusal);
        }
        // some of them are played: back to where that is known, then slowly
        const path = moves[0].parent.path();
        this.forget();
        await this.bring(path.at(-1), this.#game);
        for (const node of nodes) {
          await this.#play([node]);
        }
        return;
      }
    }
    this.#have.push(...nodes);
  }

  #words({ move, size }) {
    return `${move.player} ${vertexOf(move.point, size)}`;
  }

  /** Starts a game on the engine with what a node has set up. */
  async #begin(node) {
    const { komi, rules, size } = this.#game;
    await this.#engine.send(`boardsize ${size}`);
    await this.#engine.send(`komi ${komi}`);
    await this.#setRules(rules);
    const stones = node.parent ? [...node.parent.position.stones] : Array(size * size).fill('');
    node.setup?.forEach((stone, point) => (stones[point] = stone));
    const words = stones.flatMap((stone, point) => (stone ? [stone, vertexOf(point, size)] : []));
    try {
      if (node.parent === null && this.#game.handicap > 0 && !stones.includes('w')) {
        const vertices = words.filter((word) => word !== 'b');
        await this.#engine.send('set_free_handicap ' + vertices.join(' '));
      } else if (words.length > 0) {
        await this.#engine.send('set_position ' + words.join(' '));
      }
      if (node.move) {
        await this.#engine.send('play ' + this.#words(node));
      }
    } catch (refusal) {
      throw refusal instanceof Refusal ? this.#fault(node, refusal) : refusal;
    }
  }

  #fault(node, refusal) {
    node.fault = refusal.message;
    return new Unplayable(node);
  }

  async #setRules(rules) {
    try {
      await this.#engine.send('kata-set-rules ' + rules);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      await this.#engine.send('kata-set-rules chinese');
      this.#game.rules = 'chinese';
      this.#game.notes.push(`The rules “${rules}” are not known here; Chinese rules are used.`);
    }
  }

  /** Asks what stands on the board. */
  async #look(node) {
    if (node.position !== null) {
      return;
    }
    const ask = (command) => this.#engine.send(command);
    const [black, white, byBlack, byWhite] = await Promise.all(
      ['list_stones b', 'list_stones w', 'captures b', 'captures w'].map(ask),
    );
    const stones = Array(node.size * node.size).fill('');
    for (const [text, stone] of [[black, 'b'], [white, 'w']]) {
      for (const vertex of text.split(/\s+/).filter(Boolean)) {
        stones[pointOf(vertex, node.size)] = stone;
      }
    }
    node.position = { stones, captures: { b: Number(byBlack), w: Number(byWhite) } };
  }
}
