/**
 * Names of points. A point is y * size + x from the top left, a pass is null; GTP counts rows from
 * the bottom and has no column I, SGF has two letters from the top left.
 */

export const COLUMNS = 'ABCDEFGHJKLMNOPQRST';
const SGF_LETTERS = 'abcdefghijklmnopqrs';

/** GTP's name of a point. */
export function vertexOf(point, size) {
  return point === null ? 'pass' : COLUMNS[point % size] + (size - Math.floor(point / size));
}

/** The point that GTP names so; null for a pass, undefined for what is neither. */
export function pointOf(vertex, size) {
  if (/^pass$/i.test(vertex)) {
    return null;
  }
  const x = COLUMNS.indexOf(vertex[0]?.toUpperCase());
  const row = Number(vertex.slice(1));
  const known = x >= 0 && x < size && Number.isInteger(row) && row >= 1 && row <= size;
  return known ? (size - row) * size + x : undefined;
}

/** SGF's name of a point; empty for a pass. */
export function sgfOf(point, size) {
  return point === null ? '' : SGF_LETTERS[point % size] + SGF_LETTERS[Math.floor(point / size)];
}

/** The point that SGF names so; null for a pass ("tt" too, as old files have it). */
export function pointOfSgf(letters, size) {
  const x = SGF_LETTERS.indexOf(letters[0]);
  const y = SGF_LETTERS.indexOf(letters[1]);
  return letters.length === 2 && x >= 0 && y >= 0 && x < size && y < size ? y * size + x : null;
}

/** The points of an SGF list, in which "aa:cc" is a rectangle. */
export function pointsOfSgf(values, size) {
  const points = [];
  for (const value of values) {
    const [from, to = from] = value.trim().split(':').map((corner) => pointOfSgf(corner, size));
    if (from === null || to === null) {
      continue;
    }
    for (let y = Math.floor(from / size); y <= Math.floor(to / size); y++) {
      for (let x = from % size; x <= to % size; x++) {
        points.push(y * size + x);
      }
    }
  }
  return points;
}

/** Where a board has its marked points: in the corners, in the middles, in the centre. */
export function starPoints(size) {
  if (size < 7) {
    return size % 2 === 1 ? [(size * size - 1) / 2] : [];
  }
  const low = size < 13 ? 2 : 3;
  const high = size - 1 - low;
  const middle = (size - 1) / 2;
  const points = [[low, low], [low, high], [high, low], [high, high]];
  if (size % 2 === 1) {
    points.push([middle, middle]);
    if (size > 13) {
      points.push([low, middle], [middle, low], [middle, high], [high, middle]);
    }
  }
  return points.map(([x, y]) => y * size + x);
}
