/** The chart of ratings: a dot with its 95 % interval for each player. */
import { interval, signed } from './dom.js';
import { svg } from './svg.js';

const ROW = 30;
const TOP = 8;
const AXIS = 30;

/**
 * @param element an SVG element; drawn as wide as it is
 * @param players in the order of the rows
 */
export function drawRatings(element, players) {
  const width = Math.max(280, element.clientWidth);
  const longest = Math.max(...players.map(({ name }) => name.length));
  const label = Math.min(longest * 7.4 + 14, width * 0.36);
  const height = TOP + players.length * ROW + AXIS;
  const low = Math.min(...players.map(({ eloLow }) => eloLow));
  const high = Math.max(...players.map(({ eloHigh }) => eloHigh));
  const step = stepOf(high - low, Math.max(2, Math.min(10, (width - label) / 60)));
  const from = Math.floor(low / step) * step;
  const to = Math.max(from + step, Math.ceil(high / step) * step);
  const x = (elo) => label + 6 + ((elo - from) / (to - from)) * (width - label - 30);
  const drawn = [];
  for (let elo = from; elo <= to + step / 2; elo += step) {
    drawn.push(svg('path', { class: elo === 0 ? 'tick zero' : 'tick', d: `M${x(elo)} 0V${height - AXIS + 4}` }));
    drawn.push(svg('text', { class: 'tick', x: x(elo), y: height - 10, 'text-anchor': 'middle' }, signed(elo)));
  }
  players.forEach((player, i) => {
    const y = TOP + i * ROW + ROW / 2;
    const most = Math.floor((label - 8) / 7.6);
    const name = player.name.length > most ? player.name.slice(0, most - 1) + '…' : player.name;
    drawn.push(svg('g', { class: 'rating' },
      svg('title', {}, `${player.name}: ${interval(player)}`),
      svg('rect', { class: 'row', y: y - ROW / 2, width, height: ROW }),
      svg('text', { x: label - 6, y: y + 4.5, 'text-anchor': 'end' }, name),
      svg('path', { class: 'whisker', d:
        `M${x(player.eloLow)} ${y}H${x(player.eloHigh)}`
        + [player.eloLow, player.eloHigh].map((elo) => `M${x(elo)} ${y - 5}v10`).join('') }),
      svg('circle', { cx: x(player.elo), cy: y, r: 5 })));
  });
  element.setAttribute('viewBox', `0 0 ${width} ${height}`);
  element.style.height = `${height}px`;
  element.setAttribute('aria-label', 'Elo with 95 % intervals: '
    + players.map((player) => `${player.name} ${interval(player)}`).join('; '));
  element.replaceChildren(...drawn);
}

/** A round distance of ticks. */
function stepOf(range, most) {
  const least = Math.max(range, 10) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least);
}
