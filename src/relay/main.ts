import cluster from "node:cluster"
import { enableCompileCache } from "node:module"
import { UsageError, plainOutput } from "./commands/command.ts"
import { commands } from "./commands/index.ts"
import { StartError } from "../runtime/problem.ts"

// A worker, and a bundle that is run by itself, begin here.
enableCompileCache()

/** `npm run relay [-- COMMAND]`. Ctrl-C stops in order, a second one at once. */
const stop = new AbortController()
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => take(name))
process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: string[]): Promise<number> {
  const { stdout } = process
  const terminal = stdout.isTTY
    ? { write: (text: string) => void stdout.write(text), columns: stdout.columns }
    : undefined
  const context = {
    environment: process.env,
    print: (line: string) => console.log(plainOutput(line)),
    note: (line: string) => console.error(plainOutput(line)),
    signal: stop.signal,
    ...(terminal && { terminal })
  }
  if (/^(?:help|--help|-h)$/.test(name ?? "")) {
    context.print(list())
    return 0
  }
  try {
    // Loaded here: only what runs is.
    if (name === undefined) await (await import("./commands/run.ts")).runRelay(context)
    else await (await find(name).load()).run(args, context)
    return 0
  } catch (error) {
    if (stop.signal.aborted) return 130
    if (error instanceof UsageError) return complain(error.message, 2)
    // The parent of a worker has been told the sentence, and says it.
    if (error instanceof StartError) return cluster.isWorker ? error.exitCode : complain(error.message, error.exitCode)
    // A fault of ours: where it happened is what helps, and nothing of a ticket is read by a command.
    console.error(error)
    return 1
  }
}

function take(signal: NodeJS.Signals): void {
  // A terminal sends its signals to the workers of a relay too, which leave that to their parent.
  if (cluster.isWorker) return signal === "SIGTERM" ? stop.abort(signal) : undefined
  if (stop.signal.aborted) process.exit(130)
  stop.abort(signal)
}

function find(name: string) {
  const command = commands.find((known) => known.name === name)
  if (command) return command
  throw new UsageError(`There is no command "${name}". What there is:\n${list()}`)
}

function list(): string {
  const lines = commands.map((known) => `  npm run relay -- ${known.name} ${known.usage}`)
  return ["  npm run relay   starts the relay", ...lines].join("\n")
}

function complain(sentence: string, code: number): number {
  console.error(plainOutput(sentence))
  return code
}
