// Plays a whole game the way Sabaki does, with Sabaki's own client library.
// Usage: node whole-game.cjs LIBRARY SIZE ENGINE [ARGUMENT ...]
// Prints one JSON object; exits 0 only if nothing was answered with an error.
const [library, sizeText, engine, ...engineArguments] = process.argv.slice(2)
const {Controller, ControllerStateTracker} = require(library)

const size = Number(sizeText)
const controller = new Controller(engine, engineArguments)
const tracker = new ControllerStateTracker(controller)
const stderr = []
const errors = []

controller.on('stderr', ({content}) => stderr.push(content))

async function send(name, ...args) {
  const response = await controller.sendCommand({name, args})
  if (response.error) errors.push(`${name} ${args.join(' ')}: ${response.content}`)
  return response.content
}

async function main() {
  controller.start()
  // Sabaki asks these four at once, without waiting.
  const [name, version, protocol, commands] = await Promise.all(
    ['name', 'version', 'protocol_version', 'list_commands'].map((command) => send(command))
  )
  // Then it brings the engine to its own board: the komi comes before the size.
  await tracker.sync({komi: 7, boardsize: [size, size], history: []})
  const history = []
  let passes = 0
  let resigned = false
  while (passes < 2 && !resigned && history.length < 3 * size * size) {
    const color = history.length % 2 === 0 ? 'B' : 'W'
    const vertex = (await send('genmove', color)).trim().toUpperCase()
    resigned = vertex === 'RESIGN'
    passes = vertex === 'PASS' ? passes + 1 : 0
    if (!resigned) history.push({name: 'play', args: [color, vertex]})
  }
  const board = await send('showboard')
  // The user steps back two moves and forward again: undo, then play.
  await tracker.sync({komi: 7, boardsize: [size, size], history: history.slice(0, -2)})
  await tracker.sync({komi: 7, boardsize: [size, size], history})
  const replayed = await send('showboard')
  await controller.stop()
  const result = {name, version, protocol, commands: commands.split('\n').length, moves: history.length,
    passes, resigned, sameBoardAfterUndo: board === replayed, errors, stderr}
  console.log(JSON.stringify(result))
  process.exit(errors.length === 0 ? 0 : 1)
}

main().catch((error) => {
  console.log(JSON.stringify({errors: [...errors, String(error)], stderr}))
  process.exit(1)
})
