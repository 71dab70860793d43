/** The dialog that begins a game. */

const STRENGTHS = [1, 10, 50, 100, 200, 400, 800, 1600, 3200, 10000];

export class NewGame {
  #dialog;
  #form;
  #start;

  /**
   * @param start what the engine was started with: { board, komi, rules, visits, networkBoard }
   * @param onBegin takes { size, komi, rules, stones, hands, visits }
   */
  constructor(dialog, start, onBegin) {
    this.#dialog = dialog;
    this.#form = dialog.querySelector('form');
    this.#start = start;
    this.#fill();
    this.#form.addEventListener('input', (event) => this.#adapt(event.target));
    dialog.addEventListener('close', () => {
      if (dialog.returnValue === 'begin') {
        onBegin(this.#terms());
      }
    });
  }

  /** Opens the dialog. */
  ask({ visits }) {
    const { elements } = this.#form;
    elements.visits.value = String(visits ?? this.#start.visits ?? '');
    this.#adapt(elements.size[0]);
    this.#dialog.returnValue = 'cancel';
    this.#dialog.showModal();
  }

  #fill() {
    const { elements } = this.#form;
    const { board, komi, rules, visits } = this.#start;
    const plain = [...elements.size].find(({ value }) => value === String(board));
    (plain ?? elements.size[3]).checked = true;
    elements.other.value = String(plain ? 7 : board);
    elements.komi.value = String(komi);
    if (![...elements.rules.options].some(({ value }) => value === rules)) {
      elements.rules.add(new Option(rules, rules));
    }
    elements.rules.value = rules;
    if (visits === null) {
      elements.visits.add(new Option('as started', ''));
    }
    const counts = new Set([...STRENGTHS, visits ?? STRENGTHS[0]]);
    for (const count of [...counts].sort((a, b) => a - b)) {
      const name = count === 1 ? '1 visit' : `${count} visits`;
      elements.visits.add(new Option(name, String(count)));
    }
  }

  get #size() {
    const { elements } = this.#form;
    return Number(elements.size.value === 'other' ? elements.other.value : elements.size.value);
  }

  /** What follows from a choice: the other size's button, the komi, the handicaps there are. */
  #adapt(changed) {
    const { elements } = this.#form;
    const { networkBoard, komi } = this.#start;
    if (changed === elements.other) {
      elements.size.value = 'other';
    }
    if (changed === elements.rules || changed === elements.handicap) {
      const byTerritory = /japanese|korean/.test(elements.rules.value);
      elements.komi.value = elements.handicap.value !== '0' ? '0.5' : byTerritory ? '6.5' : String(komi);
    }
    const size = this.#size;
    const most = size < 7 ? 0 : size === 7 || size % 2 === 0 ? 4 : 9;
    const stones = Number(elements.handicap.value);
    const choices = [new Option('none', '0')];
    for (let count = 2; count <= most; count++) {
      choices.push(new Option(`${count} stones`, String(count)));
    }
    elements.handicap.replaceChildren(...choices);
    elements.handicap.value = String(stones <= most ? stones : 0);
    this.#dialog.querySelector('#board-hint').textContent =
      networkBoard === size ? ''
      : networkBoard === null ? 'There is no network: moves come from random playouts.'
      : `The network knows ${networkBoard}×${networkBoard}. On this board moves come from random`
        + ' playouts, a much weaker player.';
  }

  #terms() {
    const { elements } = this.#form;
    const hand = elements.hand.value;
    const by = (player) => (hand === player || hand === 'both' ? 'person' : 'engine');
    return {
      size: this.#size,
      komi: Number(elements.komi.value),
      rules: elements.rules.value,
      stones: Number(elements.handicap.value),
      hands: { b: by('b'), w: by('w') },
      visits: Number(elements.visits.value) || null,
    };
  }
}
