// Plays a whole game the way Sabaki does with analysis on: kata-genmove_analyze for the moves, an
// analysis of every position in between, ended as Sabaki ends it, and positions to step back to.
// Usage: node analysed-game.cjs LIBRARY SIZE ENGINE [ARGUMENT ...]
// Prints one JSON object; exits 0 only if nothing was answered with an error.
const [library, sizeText, engine, ...engineArguments] = process.argv.slice(2)
const {Controller, ControllerStateTracker} = require(library)

const size = Number(sizeText)
const controller = new Controller(engine, engineArguments)
const tracker = new ControllerStateTracker(controller)
const errors = []
const counts = {analyses: 0, updates: 0, movesTold: 0, faults: []}

async function send(name, ...args) {
  const response = await controller.sendCommand({name, args})
  if (response.error) errors.push(`${name} ${args.join(' ')}: ${response.content}`)
  return response.content
}

// What a client needs of one update: every part has a move, a win rate as a float for kata and a
// whole number of ten-thousandths for lz, and its line, beginning with the move, comes last.
function check(line, kata) {
  counts.updates++
  const parts = line.split(/\s*info\s+/).slice(1).map((part) => part.trim())
  if (parts.length === 0) counts.faults.push(line)
  parts.forEach((part, index) => {
    const [head, line] = part.split(/ pv /)
    const words = head.split(' ')
    const fields = {}
    for (let i = 0; i < words.length; i += 2) fields[words[i]] = words[i + 1]
    const winRate = kata ? Number(fields.winrate) : Number(fields.winrate) / 10000
    const form = kata ? /^[01]\.\d+$/ : /^\d+$/
    const good =
      /^(pass|[A-HJ-T]\d+)$/.test(fields.move) &&
      /^\d+$/.test(fields.visits) && form.test(fields.winrate) && form.test(fields.prior) &&
      form.test(fields.lcb) && winRate >= 0 && winRate <= 1 && fields.order === String(index) &&
      (!kata || /^-?\d+\.\d+$/.test(fields.scoreLead)) &&
      /^(pass|[A-HJ-T]\d+)( (pass|[A-HJ-T]\d+))*$/.test(line) && line.split(' ')[0] === fields.move
    if (!good) counts.faults.push(part)
  })
}

// Starts an analysis, waits for some updates, and ends it with protocol_version.
async function analyse(name, color) {
  counts.analyses++
  let seen = 0
  let enough
  const some = new Promise((resolve) => (enough = resolve))
  const response = controller.sendCommand({name, args: [color, '5']}, ({line}) => {
    if (!line.startsWith('info ')) return
    check(line, name.startsWith('kata'))
    if (++seen === 2) enough()
  })
  await Promise.race([some, new Promise((resolve) => setTimeout(resolve, 20000))])
  if (seen < 2) counts.faults.push(`${name} told ${seen} times in 20 seconds`)
  await send('protocol_version')
  if ((await response).error) errors.push(name)
}

async function main() {
  controller.start()
  const [name, , , commands] = await Promise.all(
    ['name', 'version', 'protocol_version', 'list_commands'].map((command) => send(command))
  )
  const known = commands.split('\n')
  const choose = (names) => names.find((command) => known.includes(command))
  const mover = choose(['genmove_analyze', 'kata-genmove_analyze', 'lz-genmove_analyze'])
  const analyser = choose(['analyze', 'kata-analyze', 'lz-analyze'])
  await tracker.sync({komi: 7, boardsize: [size, size], history: []})
  const history = []
  let passes = 0
  let resigned = false
  while (passes < 2 && !resigned && history.length < 3 * size * size) {
    const color = history.length % 2 === 0 ? 'B' : 'W'
    if (history.length % 10 === 0) {
      await analyse(analyser, color)
      await analyse('lz-analyze', color)
    }
    let vertex = null
    const response = await controller.sendCommand({name: mover, args: [color, '10']}, ({line}) => {
      if (line.startsWith('info ')) {
        counts.movesTold++
        check(line, true)
      } else if (line.startsWith('play ')) {
        vertex = line.slice('play '.length).trim().toUpperCase()
      }
    })
    if (response.error || vertex == null) throw new Error(`no move: ${response.content}`)
    resigned = vertex === 'RESIGN'
    passes = vertex === 'PASS' ? passes + 1 : 0
    if (!resigned) history.push({name: 'play', args: [color, vertex]})
  }
  const board = await send('showboard')
  // The user steps back with the analysis running: it is ended, then the engine is synchronised.
  const running = controller.sendCommand({name: analyser, args: ['B', '5']}, () => {})
  controller.sendCommand({name: 'protocol_version'})
  await tracker.sync({komi: 7, boardsize: [size, size], history: history.slice(0, -2)})
  await tracker.sync({komi: 7, boardsize: [size, size], history})
  await running
  const replayed = await send('showboard')
  await controller.stop()
  console.log(JSON.stringify({name, mover, analyser, moves: history.length, passes, resigned,
    sameBoardAfterUndo: board === replayed, errors, ...counts}))
  process.exit(errors.length === 0 ? 0 : 1)
}

main().catch((error) => {
  console.log(JSON.stringify({errors: [...errors, String(error)], ...counts}))
  process.exit(1)
})
