/** The page: what the results say, and one game where the address names it, as #game-17. */
import { el, signed, table } from './dom.js';
import { ENDS, GameList } from './gamelist.js';
import { GameView } from './gameview.js';
import { drawRatings } from './ratings.js';
import { conduct, crossTable, pairingTable, standings, testOf } from './standings.js';

const $ = (id) => document.getElementById(id);
const { results, games: kept } = JSON.parse($('data').textContent);
const { settings, players, pairings } = results;

document.title = results.title;
$('title').textContent = results.title;
$('summary').textContent = summary();
fill('standings', standings(results));
fill('cross', crossTable(results, (a, b) => {
  list.show(a, b);
  $('games').scrollIntoView();
}));
fill('pairings', pairingTable(results));
fill('conduct', conduct(results));
fill('settings', facts());
$('cross').hidden = players.length < 3;
fillIncidents();
fillReferee();

const list = new GameList($('games').querySelector('div'), results);
const view = new GameView(results, kept, list);
$('entered').addEventListener('change', drawChart);
$('entered').parentElement.hidden = players.length < 3;
new ResizeObserver(drawChart).observe($('elo').querySelector('svg'));
window.addEventListener('hashchange', route);
route();

function fill(id, ...children) {
  $(id).querySelector('div').append(...children);
}

function summary() {
  const { played, planned, complete } = results;
  const count = complete ? `${played} games` : `unfinished: ${played} of ${planned} games`;
  const alike = results.duplicates > 0 ? `, ${results.duplicates} of them like an earlier one` : '';
  return `${players.length} players, ${count}${alike}; ${settings.board}×${settings.board}, `
    + `komi ${settings.komi}, ${settings.rules}`;
}

function drawChart() {
  const order = $('entered').checked ? [...players].sort((a, b) => a.entry - b.entry) : players;
  drawRatings($('elo').querySelector('svg'), order);
}

function facts() {
  const test = pairings.length === 1 ? pairings[0].sprt : null;
  const lines = [
    ['Board', `${settings.board}×${settings.board}, komi ${settings.komi}, ${settings.rules}`],
    ['Games', `${settings.gamesPerPairing} per pairing, in pairs with colours swapped`],
    ['Openings', settings.openings],
    ['Elo', settings.anchor === null ? 'the mean of all players is 0' : `${settings.anchor} is 0`],
    ...(settings.sprt
      ? [['SPRT', `Elo ${signed(settings.sprt.elo0)} against ${signed(settings.sprt.elo1)}`
          + (test ? `: ${testOf(test)}` : '')]]
      : []),
    ['Seed', String(settings.seed)],
    ['Written by', results.version],
    ['Command', el('code', {}, results.command)],
    ...players.map(({ name, player, retired }) =>
      [name, [el('code', {}, player), retired ? el('p', {}, `retired: ${retired}`) : null].filter(Boolean)]),
  ];
  return el('dl', {}, lines.map(([term, text]) => el('div', {}, el('dt', {}, term), el('dd', {}, text))));
}

function linkTo(number) {
  return el('a', { href: `#game-${number}` }, String(number));
}

function fillIncidents() {
  $('incidents').hidden = results.incidents.length === 0;
  fill('incidents', table('Incidents',
    [{ head: 'Game', css: 'name' }, { head: 'Black', css: 'text' }, { head: 'White', css: 'text' },
      { head: 'End', css: 'text' }, { head: 'What happened', css: 'long' }],
    results.incidents.map(({ number, black, white, end, note }) =>
      [linkTo(number), black, white, ENDS[end], note])));
}

function fillReferee() {
  const { referee } = results;
  $('referee').hidden = referee === null;
  if (referee === null) {
    return;
  }
  const { name, agreed, disagreements } = referee;
  fill('referee', el('p', {}, `${name} counted ${agreed + disagreements.length} games and agreed with `
    + `${disagreements.length === 0 ? 'all' : agreed} of the scores.`));
  if (disagreements.length > 0) {
    fill('referee', table('Disagreements',
      [{ head: 'Game', css: 'name' }, { head: 'Ours, for Black' }, { head: 'The referee’s, for Black' }],
      disagreements.map(({ game, ours, theirs }) => [linkTo(game), signed(ours, 1), signed(theirs, 1)])));
  }
}

function route() {
  const number = Number(/^#game-(\d+)$/.exec(location.hash)?.[1] ?? NaN);
  $('game').hidden = false; // a board has to be seen to be drawn in its size
  const opened = Number.isInteger(number) && view.open(number);
  $('game').hidden = !opened;
  $('overview').hidden = opened;
  if (opened) {
    scrollTo(0, 0);
    $('game-title').focus({ preventScroll: true });
  } else {
    view.close();
    $(location.hash.slice(1))?.scrollIntoView();
  }
}
