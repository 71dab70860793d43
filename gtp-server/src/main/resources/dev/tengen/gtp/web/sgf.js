/** SGF text (FF[4]) to trees of properties and back. What a node holds is kept, known or not. */

/**
 * The games of a collection: nodes { props: Map of name to texts, children }. A text that breaks
 * off in the middle gives what came before.
 *
 * @throws Error with a sentence if there is no game in it
 */
export function parseSgf(text) {
  const roots = [];
  const branches = [];
  let node = null;
  let at = text.search(/\(\s*;/);
  while (at >= 0 && at < text.length) {
    const letter = text[at];
    if (letter === '(') {
      branches.push(node);
      at++;
    } else if (letter === ')') {
      node = branches.pop() ?? null;
      at++;
    } else if (letter === ';') {
      const next = { props: new Map(), children: [] };
      (node === null ? roots : node.children).push(next);
      node = next;
      at++;
    } else if (node !== null && /[A-Za-z]/.test(letter)) {
      at = readProperty(text, at, node.props);
    } else {
      at++;
    }
  }
  if (roots.length === 0) {
    throw new Error('There is no game in this file: a game record in SGF begins with “(;”.');
  }
  return roots;
}

/** Reads a name and its values; small letters in names are dropped, as FF[3] asks. */
function readProperty(text, start, props) {
  const open = text.indexOf('[', start);
  const name = text.slice(start, open).match(/^[A-Za-z]+\s*$/)?.[0].replace(/[^A-Z]/g, '');
  if (open < 0 || name === undefined) {
    return start + 1;
  }
  const values = props.get(name) ?? [];
  let at = open;
  while (text[at] === '[') {
    let end = at + 1;
    while (end < text.length && text[end] !== ']') {
      end += text[end] === '\\' ? 2 : 1;
    }
    values.push(unescape(text.slice(at + 1, end)));
    at = end + 1;
    while (/\s/.test(text[at] ?? '')) {
      at++;
    }
  }
  props.set(name, values);
  return at;
}

function unescape(value) {
  return value.replace(/\\(\r\n|\n\r|[\s\S])/g, (all, letter) => (/[\r\n]/.test(letter) ? '' : letter));
}

/** The text of a game. */
export function printSgf(root) {
  let text = '(';
  const open = [root]; // no recursion: records may be thousands of nodes deep
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      text += next;
      continue;
    }
    text += printNode(next);
    if (next.children.length === 1) {
      open.push(next.children[0]);
    } else {
      for (const child of [...next.children].reverse()) {
        open.push(')', child, '(');
      }
    }
  }
  return text + ')\n';
}

function printNode(node) {
  let text = '\n;';
  for (const [name, values] of node.props) {
    text += name + values.map((value) => '[' + value.replace(/[\]\\]/g, '\\$&') + ']').join('');
  }
  return text;
}

/** The text of a file's bytes, gzipped or not, in the encoding that they state. */
export async function readSgfBytes(buffer) {
  let bytes = new Uint8Array(buffer);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    bytes = new Uint8Array(await new Response(plain).arrayBuffer());
  }
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  const stated = beginning.match(/CA\s*\[\s*([\w.:+-]{1,40})\s*\]/)?.[1];
  for (const encoding of [stated, 'utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not that encoding, or one that nobody knows: the next.
    }
  }
  return new TextDecoder('latin1').decode(bytes);
}
