/** The table of moves that a search looked at. */
import { vertexOf } from './vertex.js';

const ROWS = 8;
const MOVES_OF_LINE = 6;

export const percent = (chance) => `${Math.round(chance * 100)} %`;

/** A number of visits in little room: 950, 1.2k, 31k. */
export function compact(count) {
  if (count < 1000) {
    return String(count);
  }
  const thousands = count / 1000;
  return thousands < 10 ? `${thousands.toFixed(1)}k` : `${Math.round(thousands)}k`;
}

export class CandidateTable {
  #rows;
  #table;

  /** @param onPreview takes the point whose line is to be shown; null for none */
  constructor(table, onPreview) {
    this.#table = table;
    this.#rows = Array.from({ length: ROWS }, () => makeRow(onPreview));
    table.tBodies[0].append(...this.#rows.map(({ row }) => row));
    table.addEventListener('pointerleave', () => onPreview(null));
  }

  get isEmpty() {
    return this.#table.hidden;
  }

  /** Shows a node's search; the rows stay, so that what has the focus keeps it. */
  draw(node, preview) {
    const candidates = node.isOver ? [] : (node.insight?.candidates ?? []);
    this.#table.hidden = candidates.length === 0;
    const forMover = (blackWins) => (node.toMove === 'b' ? blackWins : 1 - blackWins);
    this.#rows.forEach(({ row, button, cells }, i) => {
      const candidate = candidates[i];
      row.hidden = candidate === undefined;
      if (candidate === undefined) {
        return;
      }
      const { point, blackWins, visits, prior, line } = candidate;
      row.point = point;
      row.classList.toggle('shown', preview !== null && preview === point);
      button.textContent = vertexOf(point, node.size);
      const then = line.slice(1, 1 + MOVES_OF_LINE).map((next) => vertexOf(next, node.size));
      [percent(forMover(blackWins)), compact(visits), percent(prior), then.join(' ')]
        .forEach((text, column) => (cells[column].textContent = text));
    });
  }
}

function makeRow(onPreview) {
  const row = document.createElement('tr');
  const button = document.createElement('button');
  button.type = 'button';
  button.title = 'Shows the line that begins so';
  row.insertCell().append(button);
  const cells = Array.from({ length: 4 }, () => row.insertCell());
  cells[3].className = 'line';
  const show = () => onPreview(row.point);
  row.addEventListener('pointerenter', show);
  button.addEventListener('focus', show);
  button.addEventListener('click', show);
  button.addEventListener('blur', () => onPreview(null));
  return { row, button, cells };
}
