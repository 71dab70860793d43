/** The tables of players: their places, who beat whom, how they behaved. */
import { el, interval, likelihood, points, record, score, seconds, shareOf, signed, table } from './dom.js';

/** Players in the order of their ranks. */
export function standings({ players }) {
  const several = players.length > 2;
  const columns = [
    { head: 'Player', css: 'name' },
    { head: 'Elo' },
    { head: '95 %', title: 'The interval that covers the truth about 95 times in 100' },
    { head: 'Games' },
    { head: 'Score' },
    { head: 'W–D–L', title: 'Wins, draws and losses' },
    { head: 'Black', title: 'Points with the black stones' },
    { head: 'White', title: 'Points with the white stones' },
    { head: 'Better', title: 'The likelihood that it is stronger than the next in rank' },
    { head: 'Per move', title: 'Mean time for a move' },
  ];
  const rows = players.map((player) => [
    [
      el('span', { class: 'rank' }, String(player.rank)),
      el('span', { title: player.player }, player.name),
      player.retired ? el('span', { class: 'retired', title: player.retired }, 'retired') : null,
    ],
    el('strong', {}, signed(player.elo)),
    `${signed(player.eloLow)} to ${signed(player.eloHigh)}`,
    String(player.games),
    player.games === 0 ? '–' : `${player.scorePercent.toFixed(1)} %`,
    record(player),
    score(player.asBlack),
    score(player.asWhite),
    player.superiority === null ? '–' : likelihood(player.superiority),
    seconds(player.secondsPerMove),
  ]);
  return table(several ? 'Ranking' : 'Both players', columns, rows);
}

/** How players ended games otherwise than by two passes. */
export function conduct({ players }) {
  const faults = [
    ['resignations', 'Resigned', 'Games that it gave up'],
    ['illegalMoves', 'Illegal', 'Games that it lost by an illegal move'],
    ['timeouts', 'Too late', 'Games that it lost by not answering in time'],
    ['crashes', 'Died', 'Games that it lost by dying'],
    ['nonsense', 'Nonsense', 'Games that it lost by an answer that is no move'],
    ['refusals', 'Refused', 'Games made void by its refusal of a legal move'],
    ['voids', 'Void', 'Games that count for nobody'],
  ];
  const columns = [
    { head: 'Player', css: 'name' },
    { head: 'Moves a game', title: 'Mean length of its games, openings included' },
    ...faults.map(([, head, title]) => ({ head, title })),
  ];
  const rows = players.map((player) => [
    player.name,
    String(Math.round(player.meanLength)),
    ...faults.map(([key]) => el('span', { class: player[key] ? null : 'none' }, String(player[key]))),
  ]);
  return table('Conduct', columns, rows);
}

/** One row and one column for each player; the score is the row's. */
export function crossTable({ players, pairings }, onPair) {
  const between = new Map();
  for (const pairing of pairings) {
    between.set(`${pairing.a}\n${pairing.b}`, pairing);
    between.set(`${pairing.b}\n${pairing.a}`, mirrored(pairing));
  }
  const columns = [
    { head: 'Player', css: 'name' },
    ...players.map(({ rank, name }) => ({ head: String(rank), title: name, css: 'cell' })),
    { head: 'Points' },
  ];
  const rows = players.map((player) => [
    [el('span', { class: 'rank' }, String(player.rank)), el('span', {}, player.name)],
    ...players.map((opponent) => cell(between.get(`${player.name}\n${opponent.name}`), player === opponent, onPair)),
    points(player),
  ]);
  const element = table('Cross-table: the row’s score against the column', columns, rows);
  element.classList.add('cross');
  return element;
}

const mirrored = (p) => ({
  ...p,
  a: p.b,
  b: p.a,
  wins: p.losses,
  losses: p.wins,
  asBlack: swapped(p.asWhite),
  asWhite: swapped(p.asBlack),
  elo: -p.elo,
  eloLow: -p.eloHigh,
  eloHigh: -p.eloLow,
  superiority: 1 - p.superiority,
});

const swapped = ({ wins, draws, losses }) => ({ wins: losses, draws, losses: wins });

function cell(pairing, self, onPair) {
  if (self) {
    return el('span', { class: 'self', 'aria-label': 'itself' });
  }
  if (!pairing || pairing.games === 0) {
    return el('span', { class: 'none', 'aria-label': 'not played' }, '·');
  }
  const share = shareOf(pairing);
  const title = `${pairing.a} against ${pairing.b}: ${record(pairing)}, ${Math.round(share * 100)} %\n`
    + `as Black ${score(pairing.asBlack)}, as White ${score(pairing.asWhite)}\n`
    + `Elo ${interval(pairing)}, stronger with ${likelihood(pairing.superiority)}\nShow these games`;
  const side = share > 0.5 ? 'ahead' : share < 0.5 ? 'behind' : 'level';
  return el('button', {
    type: 'button', class: side, style: `--share: ${Math.round(Math.abs(share - 0.5) * 150)}%`,
    title, 'aria-label': title, click: () => onPair(pairing.a, pairing.b),
  }, el('b', {}, score(pairing)), el('small', {}, record(pairing)));
}

/** Each pairing with what its games say on their own. */
export function pairingTable({ pairings }) {
  const tested = pairings.some(({ sprt }) => sprt);
  const columns = [
    { head: 'Pairing', css: 'name' },
    { head: 'W–D–L', title: 'From the side of the one named first' },
    { head: 'As Black' },
    { head: 'As White' },
    { head: 'Elo of these games' },
    { head: 'Better', title: 'The likelihood that the one named first is stronger, by these games' },
    { head: 'Pairs', title: 'Pairs of games from one opening in which it made 0, ½, 1, 1½ and 2 points' },
    { head: 'Different', title: 'Different games' },
    { head: 'Length', title: 'Mean number of moves' },
    { head: 'Void' },
    ...(tested ? [{ head: 'SPRT', title: 'Log-likelihood ratio, its bounds and the verdict', css: 'long' }] : []),
  ];
  const rows = pairings.map((p) => [
    [p.a, el('span', { class: 'quiet' }, ' – '), p.b],
    record(p),
    score(p.asBlack),
    score(p.asWhite),
    interval(p),
    likelihood(p.superiority),
    p.pairs.join(' '),
    String(p.distinctGames),
    String(Math.round(p.meanLength)),
    String(p.voids),
    ...(tested ? [p.sprt ? testOf(p.sprt) : ''] : []),
  ]);
  return table('Pairings', columns, rows);
}

/** Where a test stands. */
export function testOf({ elo0, elo1, llr, lower, upper, verdict }) {
  const decided = { ACCEPT_ELO0: `Elo ${elo0} accepted`, ACCEPT_ELO1: `Elo ${elo1} accepted` };
  return `${signed(llr, 2)} (${signed(lower, 2)} to ${signed(upper, 2)}): ${decided[verdict] ?? 'undecided'}`;
}
