/**
 * Speaks GTP with the engine over a WebSocket. Commands may be sent without waiting; they are
 * answered in order, each with lines that end with an empty one.
 */

/** The engine says no; the message is its own. */
export class Refusal extends Error {}

/** There is no engine any more. */
export class Disconnected extends Error {}

export class Engine {
  #socket;
  #waiting = [];
  #text = '';
  #known = new Set();

  /**
   * @param {(code: number) => void} onEnd is called when the connection has ended, or could not be
   *     made, with the WebSocket's code
   */
  constructor(url, onEnd) {
    this.#socket = new WebSocket(url);
    this.#socket.addEventListener('message', (event) => this.#read(event.data));
    this.#socket.addEventListener('close', ({ code }) => {
      for (const { reject } of this.#waiting.splice(0)) {
        reject(new Disconnected());
      }
      onEnd(code);
    });
    this.opened = new Promise((resolve, reject) => {
      this.#socket.addEventListener('open', resolve);
      this.#socket.addEventListener('close', () => reject(new Disconnected()));
    }).then(async () => {
      this.#known = new Set((await this.send('list_commands')).split('\n'));
    });
    this.opened.catch(() => {}); // who waits for it hears of it
  }

  /** Whether the engine has a command. */
  knows(command) {
    return this.#known.has(command);
  }

  /**
   * Sends a command.
   *
   * @param onLine takes each line of a long answer as it comes
   * @return the answer's text, without its sign; with onLine its last line only
   */
  send(command, onLine = null) {
    if (this.#socket.readyState > WebSocket.OPEN) {
      return Promise.reject(new Disconnected());
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject, onLine, lines: [], begun: false });
      this.#socket.send(command + '\n');
    });
  }

  /** Has a search for a move end now, with what it has; nothing is answered to this itself. */
  interrupt() {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send('# interrupt\n');
    }
  }

  close() {
    this.#socket.close();
  }

  #read(text) {
    this.#text += text;
    const lines = this.#text.split('\n');
    this.#text = lines.pop();
    for (const line of lines) {
      this.#readLine(line.trimEnd());
    }
  }

  #readLine(line) {
    const answer = this.#waiting[0];
    if (answer === undefined) {
      return;
    }
    if (line === '') {
      if (answer.begun) {
        this.#waiting.shift();
        const text = answer.lines.join('\n');
        if (answer.refused) {
          answer.reject(new Refusal(text));
        } else {
          answer.resolve(text);
        }
      }
      return;
    }
    let rest = line;
    if (!answer.begun) {
      answer.begun = true;
      answer.refused = line[0] === '?';
      rest = line.slice(1).trimStart();
      if (rest === '') {
        return;
      }
    }
    if (answer.onLine !== null) {
      answer.lines.length = 0;
      answer.onLine(rest);
    }
    answer.lines.push(rest);
  }
}
