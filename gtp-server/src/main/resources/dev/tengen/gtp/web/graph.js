/** Draws Black's chances over a line of the game; a click jumps there. */
import { svg } from './svg.js';

const HEIGHT = 112;
const SIDE = 6; // so that a mark at either end is seen whole

/** A move that loses more than this is marked. */
const BLUNDER = 0.12;

export class Graph {
  #element;
  #count = 1;

  constructor(element, onMove) {
    this.#element = element;
    let down = false;
    const jump = (event) => {
      const box = element.getBoundingClientRect();
      const share = (event.clientX - box.left - SIDE) / (box.width - 2 * SIDE);
      onMove(Math.max(0, Math.min(this.#count - 1, Math.round(share * (this.#count - 1)))));
    };
    element.addEventListener('pointerdown', (event) => {
      down = true;
      element.setPointerCapture(event.pointerId);
      jump(event);
    });
    element.addEventListener('pointermove', (event) => down && jump(event));
    element.addEventListener('pointerup', () => (down = false));
    element.addEventListener('pointercancel', () => (down = false));
  }

  /**
   * @param line the nodes from the beginning to the end
   * @param at the number of the one that is looked at
   * @param curves instead of what the nodes say, several opinions of the game: { css, chances },
   *     Black's chances by node, null where not known
   */
  draw(line, at, curves = null) {
    const width = this.#element.clientWidth || 300;
    this.#count = line.length;
    this.#element.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    const x = (i) => SIDE + (line.length < 2 ? 0 : (i / (line.length - 1)) * (width - 2 * SIDE));
    const y = (blackWins) => HEIGHT - blackWins * HEIGHT;
    const place = (i, blackWins) => `${x(i).toFixed(1)} ${y(blackWins).toFixed(1)}`;
    const drawn = [svg('rect', { class: 'ground', width, height: HEIGHT })];
    const shown = curves ?? [{ css: '', chances: line.map(chanceAt) }];
    for (const { css, chances } of shown) {
      const known = [...chances.keys()].filter((i) => chances[i] !== null);
      if (known.length > 0) {
        const points = known.map((i) => place(i, chances[i])).join('L');
        const from = x(known[0]).toFixed(1);
        const to = x(known.at(-1)).toFixed(1);
        if (!curves) {
          drawn.push(svg('rect', { class: 'whites', x: from, width: to - from, height: HEIGHT }));
          drawn.push(svg('path', { class: 'blacks', d: `M${from} ${HEIGHT}L${points}L${to} ${HEIGHT}z` }));
        }
        drawn.push(svg('path', { class: `curve ${css}`, d: `M${points}` }));
      }
    }
    drawn.push(svg('path', { class: 'middle', d: `M0 ${HEIGHT / 2}H${width}` }));
    line.forEach((node, i) => {
      if (!curves && lossOf(node) > BLUNDER) {
        drawn.push(svg('circle', { class: 'blunder', cx: x(i), cy: y(chanceAt(node)), r: 3.6 },
          svg('title', {}, `Move ${node.number} lost ${Math.round(lossOf(node) * 100)} %`)));
      }
    });
    drawn.push(svg('path', { class: 'now', d: `M${x(at).toFixed(1)} 0V${HEIGHT}` }));
    const now = shown.map(({ chances }) => chances[at]).filter((chance) => chance !== null);
    for (const chance of now) {
      drawn.push(svg('circle', { class: 'here', cx: x(at), cy: y(chance), r: 4.5 }));
    }
    this.#element.replaceChildren(...drawn);
    this.#element.setAttribute(
      'aria-label',
      now.length === 0
        ? 'Black’s win rate over the game; not known at this move'
        : `Black’s win rate over the game; ${Math.round(now[0] * 100)} percent at this move`,
    );
  }
}

/** Black's chance at a node: by its own search, else by the one that led to its move; or null. */
export function chanceAt(node) {
  if (node.insight) {
    return node.insight.blackWins;
  }
  const before = node.parent?.insight?.candidates.find((c) => c.point === node.move?.point);
  return before && before.visits > 0 ? before.blackWins : null;
}

/** How much of the mover's chance a move gave away; 0 where that is not known. */
function lossOf(node) {
  const before = node.parent?.insight;
  const after = node.insight;
  if (!before || !after || !node.move) {
    return 0;
  }
  const change = after.blackWins - before.blackWins;
  return node.move.player === 'b' ? -change : change;
}
