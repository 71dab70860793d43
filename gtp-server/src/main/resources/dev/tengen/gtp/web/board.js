/**
 * Draws a board as SVG and tells which point was meant. It is given a whole scene each time and
 * keeps nothing but the cursor.
 */
import { svg } from './svg.js';
import { COLUMNS, starPoints, vertexOf } from './vertex.js';

const CELL = 40;

/** Cells of fewer pixels than this are too small for a finger to be believed at once. */
const FINGER = 27;

export class Board {
  #element;
  #onPoint;
  #onHover;
  #layers = {};
  #drawn = ''; // what the grid was drawn for
  #size = 9;
  #margin = CELL;
  #cursor = null;

  /**
   * @param onPoint takes a point that was clicked and whether the finger may have missed
   * @param onHover takes the point under the mouse or the cursor; null for none
   */
  constructor(element, onPoint, onHover) {
    this.#element = element;
    this.#onPoint = onPoint;
    this.#onHover = onHover;
    for (const name of ['grid', 'heat', 'shadows', 'stones', 'owners', 'marks', 'moves', 'cursor']) {
      this.#layers[name] = svg('g', { class: name });
    }
    element.append(definitions(), ...Object.values(this.#layers));
    element.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') {
        this.#onHover(this.#pointAt(event));
      }
    });
    element.addEventListener('pointerleave', () => this.#onHover(null));
    // a click leaves the focus where it is, so that the arrow keys go on stepping through the game
    element.addEventListener('mousedown', (event) => event.preventDefault());
    element.addEventListener('click', (event) => {
      const point = this.#pointAt(event);
      if (point !== null) {
        this.#onPoint(point, event.pointerType === 'touch' && this.cellPixels < FINGER);
      }
    });
    element.addEventListener('keydown', (event) => this.#key(event));
    element.addEventListener('blur', () => this.#moveCursor(null));
  }

  /** How large a cell is on the screen. */
  get cellPixels() {
    return (this.#element.clientWidth * CELL) / (this.#size * CELL + 2 * this.#margin - CELL);
  }

  /**
   * @param scene
   *     size, coordinates (whether to show them), stones by point,
   *     last: the point of the last move, ghost: { point, player } to come,
   *     candidates: { point, title, detail, share of the visits, best },
   *     sequence: { point, player, number } to come,
   *     heat: { chance, warmth from 0 to 1 } by point, ownership: -1 to 1 by point,
   *     count: { dead, black, white } sets of points, marks: { point, kind, text }
   */
  draw(scene) {
    this.#drawGrid(scene);
    const dead = scene.count?.dead ?? new Set();
    this.#fill('shadows', scene.stones, (stone, point) =>
      stone && svg('circle', { class: 'shadow', ...this.#at(point, 1.2, 2.2), r: 18.6 }));
    this.#fill('stones', scene.stones, (stone, point) =>
      stone && svg('circle', {
        class: `stone ${stone === 'b' ? 'black' : 'white'}${dead.has(point) ? ' dead' : ''}`,
        fill: stone === 'b' ? 'url(#black)' : 'url(#white)',
        ...this.#at(point), r: 18.6,
      }));
    this.#fill('heat', scene.heat ?? [], ({ chance, warmth }, point) =>
      chance >= 0.002 && svg('rect', {
        class: 'heat', ...this.#square(point, CELL - 3), rx: 5, 'fill-opacity': 0.08 + 0.72 * warmth,
      }));
    this.#layers.owners.replaceChildren(...this.#owners(scene));
    this.#layers.marks.replaceChildren(...this.#marks(scene));
    this.#layers.moves.replaceChildren(...this.#moves(scene));
  }

  #drawGrid({ size, coordinates }) {
    if (this.#drawn === `${size} ${coordinates}`) {
      return;
    }
    this.#drawn = `${size} ${coordinates}`;
    this.#size = size;
    this.#margin = coordinates ? CELL : 0.62 * CELL;
    const low = -this.#margin;
    const length = (size - 1) * CELL + 2 * this.#margin;
    this.#element.setAttribute('viewBox', `${low} ${low} ${length} ${length}`);
    this.#element.setAttribute('aria-label', `Go board, ${size} by ${size}`);
    const end = (size - 1) * CELL;
    const parts = [
      svg('rect', { class: 'wood', x: low, y: low, width: length, height: length, rx: 7 }),
    ];
    let path = '';
    for (let i = 0; i < size; i++) {
      path += `M0 ${i * CELL}H${end}M${i * CELL} 0V${end}`;
    }
    parts.push(svg('path', { class: 'lines', d: path }));
    parts.push(svg('rect', { class: 'edge', width: end, height: end }));
    for (const point of starPoints(size)) {
      parts.push(svg('circle', { class: 'star', ...this.#at(point), r: size > 13 ? 3.4 : 3 }));
    }
    const letter = { class: 'coordinate', 'font-size': 7 + size / 3 };
    for (let i = 0; i < size && coordinates; i++) {
      for (const far of [-28, end + 28]) {
        parts.push(svg('text', { ...letter, x: i * CELL, y: far }, COLUMNS[i]));
        parts.push(svg('text', { ...letter, x: far, y: i * CELL }, String(size - i)));
      }
    }
    this.#layers.grid.replaceChildren(...parts);
  }

  #owners({ count, ownership, size }) {
    const owners = [];
    const add = (point, side, player, opacity) =>
      owners.push(svg('rect', {
        class: `owner ${player}`, ...this.#square(point, side), 'fill-opacity': opacity,
      }));
    if (count) {
      count.black.forEach((point) => add(point, 13, 'black', 1));
      count.white.forEach((point) => add(point, 13, 'white', 1));
    } else if (ownership) {
      for (let point = 0; point < size * size; point++) {
        const certain = Math.abs(ownership[point]);
        if (certain >= 0.08) {
          add(point, 5 + 13 * certain, ownership[point] > 0 ? 'black' : 'white', 0.35 + certain * 0.6);
        }
      }
    }
    return owners;
  }

  #marks({ last, marks, stones, count }) {
    const drawn = [];
    const on = (point) => (stones[point] === 'b' ? 'on-black' : 'on-white');
    if (last !== null && last !== undefined) {
      drawn.push(svg('circle', { class: `last ${on(last)}`, ...this.#at(last), r: 6 }));
    }
    for (const point of count?.dead ?? []) {
      drawn.push(this.#cross(point, `cross ${on(point)}`));
    }
    for (const { point, kind, text } of marks ?? []) {
      const css = `mark ${stones[point] === 'b' ? 'on-black' : 'on-wood'}`;
      const { cx, cy } = this.#at(point);
      if (kind === 'LB') {
        drawn.push(svg('circle', { class: 'behind', cx, cy, r: stones[point] ? 0 : 13 }));
        drawn.push(svg('text', { class: css, x: cx, y: cy }, text.slice(0, 3)));
      } else if (kind === 'TR') {
        drawn.push(svg('path', { class: css, d: `M${cx} ${cy - 10}l9 15h-18z` }));
      } else if (kind === 'SQ') {
        drawn.push(svg('rect', { class: css, ...this.#square(point, 15) }));
      } else if (kind === 'CR') {
        drawn.push(svg('circle', { class: css, cx, cy, r: 9 }));
      } else {
        drawn.push(this.#cross(point, css));
      }
    }
    return drawn;
  }

  #cross(point, css) {
    const { cx, cy } = this.#at(point);
    return svg('path', { class: css, d: `M${cx - 7} ${cy - 7}l14 14m0 -14l-14 14` });
  }

  #moves({ candidates, sequence, ghost, heat, stones }) {
    const drawn = [];
    const label = (point, css, text, dy = 0) => {
      const { cx, cy } = this.#at(point, 0, dy);
      return svg('text', { class: css, x: cx, y: cy }, text);
    };
    const pixels = this.cellPixels;
    for (const { point, title, detail, share, best } of candidates ?? []) {
      const group = svg('g', {
        class: `candidate${best ? ' best' : ''}`, opacity: best ? 1 : 0.5 + 0.5 * Math.sqrt(share),
      });
      group.append(svg('circle', { ...this.#at(point), r: 18 }));
      if (pixels >= 36) {
        group.append(label(point, 'title', title, -3.5), label(point, 'detail', detail, 9));
      } else if (pixels >= 20) {
        group.append(label(point, 'title only', title));
      }
      drawn.push(group);
    }
    if (pixels >= 24) {
      (heat ?? []).forEach(({ chance, warmth }, point) => {
        if (chance >= 0.01 && !stones[point]) {
          const css = warmth > 0.45 ? 'chance on-heat' : 'chance';
          drawn.push(label(point, css, String(Math.round(chance * 100))));
        }
      });
    }
    for (const { point, player, number } of sequence ?? []) {
      const black = player === 'b';
      drawn.push(svg('circle', {
        class: 'to-come', fill: black ? 'url(#black)' : 'url(#white)', ...this.#at(point), r: 18,
      }));
      drawn.push(label(point, `number ${black ? 'on-black' : 'on-white'}`, String(number)));
    }
    if (ghost) {
      const fill = ghost.player === 'b' ? 'url(#black)' : 'url(#white)';
      drawn.push(svg('circle', { class: 'ghost', fill, ...this.#at(ghost.point), r: 18 }));
    }
    return drawn;
  }

  #fill(layer, values, make) {
    this.#layers[layer].replaceChildren(...values.map(make).filter(Boolean));
  }

  #at(point, dx = 0, dy = 0) {
    return {
      cx: (point % this.#size) * CELL + dx,
      cy: Math.floor(point / this.#size) * CELL + dy,
    };
  }

  #square(point, side) {
    const { cx, cy } = this.#at(point);
    return { x: cx - side / 2, y: cy - side / 2, width: side, height: side };
  }

  #pointAt(event) {
    const box = this.#element.getBoundingClientRect();
    const unit = ((this.#size - 1) * CELL + 2 * this.#margin) / box.width;
    const x = Math.round(((event.clientX - box.left) * unit - this.#margin) / CELL);
    const y = Math.round(((event.clientY - box.top) * unit - this.#margin) / CELL);
    const inside = x >= 0 && y >= 0 && x < this.#size && y < this.#size;
    return inside ? y * this.#size + x : null;
  }

  #key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const size = this.#size;
    if (step) {
      const from = this.#cursor ?? Math.floor(size / 2) * (size + 1);
      const clamp = (value) => Math.max(0, Math.min(size - 1, value));
      const x = clamp((from % size) + (this.#cursor === null ? 0 : step[0]));
      const y = clamp(Math.floor(from / size) + (this.#cursor === null ? 0 : step[1]));
      this.#moveCursor(y * size + x);
    } else if (event.key === 'Enter' && this.#cursor !== null) {
      this.#onPoint(this.#cursor, false);
    } else if (event.key === 'Escape') {
      this.#element.blur();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #moveCursor(point) {
    this.#cursor = point;
    this.#layers.cursor.replaceChildren(
      ...(point === null ? [] : [svg('rect', { class: 'cursor', ...this.#square(point, CELL - 3), rx: 4 })]),
    );
    this.#onHover(point, point === null ? '' : vertexOf(point, this.#size));
  }
}

function definitions() {
  const shade = (id, stops) =>
    svg('radialGradient', { id, cx: '38%', cy: '32%', r: '72%' },
      ...stops.map(([offset, css]) => svg('stop', { offset, class: css })));
  return svg('defs', {},
    shade('black', [['0', 'black-light'], ['0.55', 'black-mid'], ['1', 'black-dark']]),
    shade('white', [['0', 'white-light'], ['0.6', 'white-mid'], ['1', 'white-dark']]));
}
