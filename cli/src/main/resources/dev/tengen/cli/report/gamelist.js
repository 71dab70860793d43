/** The list of games, by player and end. */
import { el, seconds, table } from './dom.js';

const AT_ONCE = 100;

/** What the ends of games are called. */
export const ENDS = {
  PASSES: 'two passes',
  SETTLED: 'settled',
  RESIGNATION: 'resignation',
  MOVE_LIMIT: 'move limit',
  ILLEGAL_MOVE: 'illegal move',
  TIMEOUT: 'too late',
  CRASH: 'died',
  NONSENSE: 'nonsense',
  VOID: 'void',
};

export class GameList {
  #games;
  #names;
  #body = el('div');
  #count = el('span', { role: 'status' });
  #shown = AT_ONCE;
  #selects;

  constructor(element, { games, players }) {
    this.#games = games;
    this.#names = players.map(({ name }) => name);
    const ends = Object.keys(ENDS).filter((end) => games.some((game) => game.end === end));
    this.#selects = {
      player: this.#select('Player', 'all players', this.#names),
      opponent: this.#select('Against', 'anybody', this.#names),
      end: this.#select('End', 'any end', ends, (end) => ENDS[end]),
    };
    const labels = Object.entries(this.#selects).map(([, { label }]) => label);
    element.append(el('div', { class: 'filters' }, labels, this.#count), this.#body);
    this.#draw();
  }

  /** The games that are listed, in their order. */
  get listed() {
    const { player, opponent, end } = Object.fromEntries(
      Object.entries(this.#selects).map(([key, { select }]) => [key, select.value]));
    return this.#games.filter((game) =>
      (!player || game.black === player || game.white === player)
      && (!opponent || (player ? other(game, player) === opponent : [game.black, game.white].includes(opponent)))
      && (!end || game.end === end));
  }

  /** Lists the games of two players. */
  show(player, opponent) {
    this.#selects.player.select.value = player;
    this.#selects.opponent.select.value = opponent;
    this.#selects.end.select.value = '';
    this.#refresh();
  }

  #select(name, all, values, textOf = (value) => value) {
    const select = el('select', { change: () => this.#refresh() },
      el('option', { value: '' }, all), values.map((value) => el('option', { value }, textOf(value))));
    return { select, label: el('label', {}, el('span', {}, name), select) };
  }

  #refresh() {
    this.#shown = AT_ONCE;
    this.#draw();
  }

  #draw() {
    const games = this.listed;
    this.#count.textContent = games.length === 1 ? '1 game' : `${games.length} games`;
    const columns = [
      { head: 'Game', css: 'name' },
      { head: 'Black', css: 'text' },
      { head: 'White', css: 'text' },
      { head: 'Result' },
      { head: 'End', css: 'text' },
      { head: 'Moves' },
      { head: 'Black’s time' },
      { head: 'White’s time' },
    ];
    const rows = games.slice(0, this.#shown).map((game) => [
      el('a', { href: `#game-${game.number}` }, String(game.number)),
      el('span', { class: game.result[0] === 'B' ? 'winner' : null }, game.black),
      el('span', { class: game.result[0] === 'W' ? 'winner' : null }, game.white),
      resultOf(game),
      [ENDS[game.end], game.note ? el('span', { class: 'note', title: game.note }, ' ⚑') : null].flat(),
      String(game.moves),
      seconds(game.blackSeconds),
      seconds(game.whiteSeconds),
    ]);
    const more = games.length - this.#shown;
    this.#body.replaceChildren(
      table('Games', columns, rows),
      ...(more > 0 ? [el('button', { type: 'button', click: () => this.#more() },
        `Show ${Math.min(more, 5 * AT_ONCE)} more`)] : []));
  }

  #more() {
    this.#shown += 5 * AT_ONCE;
    this.#draw();
  }
}

/** SGF's word for the result, but for a draw. */
export const resultOf = ({ result }) => (result === '0' ? 'draw' : result);

const other = (game, player) => (game.black === player ? game.white : game.black);
