/** Elements and figures. All text goes in as text, so that no name can be markup. */

/** An HTML element with attributes (null or false: none) and children. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key, value);
    } else if (value !== null && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/**
 * A table.
 *
 * @param columns { head, title (what head means), css }
 * @param rows arrays of what is in the cells; the first one names the row
 */
export function table(caption, columns, rows) {
  const head = columns.map(({ head: text, title = null, css = null }) =>
    el('th', { scope: 'col', title, class: css }, text));
  const body = rows.map((cells) =>
    el('tr', {}, cells.map((cell, i) =>
      el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: columns[i].css ?? null }, cell))));
  return el('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': caption },
    el('table', {},
      el('caption', { class: 'unseen' }, caption),
      el('thead', {}, el('tr', {}, head)),
      el('tbody', {}, body)));
}

export const signed = (value, digits = 0) => {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : (value < 0 ? '−' : '+') + text;
};

/** An Elo figure with its interval. */
export const interval = ({ elo, eloLow, eloHigh }) =>
  `${signed(elo)} (${signed(eloLow)} to ${signed(eloHigh)})`;

/** Points, halves as such. */
export const points = ({ wins, draws }) => {
  const whole = wins + Math.floor(draws / 2);
  return draws % 2 === 0 ? String(whole) : `${whole || ''}½`;
};

export const gamesOf = ({ wins, draws, losses }) => wins + draws + losses;

/** A score of some games, as 7½/10. */
export const score = (result) => `${points(result)}/${gamesOf(result)}`;

export const shareOf = (result) => (result.wins + result.draws / 2) / gamesOf(result);

/** Wins, draws and losses; draws only where there are any at all. */
export const record = ({ wins, draws, losses }) => `${wins}–${draws}–${losses}`;

export const seconds = (value) =>
  value === 0 ? '–' : value < 1 ? `${Number((value * 1000).toPrecision(3))} ms` : `${Number(value.toPrecision(3))} s`;

/** A likelihood as a percentage that never claims certainty. */
export const likelihood = (chance) =>
  chance > 0.999 ? '> 99.9 %' : chance < 0.001 ? '< 0.1 %' : `${(chance * 100).toFixed(1)} %`;
