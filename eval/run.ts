import { untilStopped } from "../demo/until-stopped.ts"
import { runEval } from "./run-eval.ts"

/** Runs `npm run --silent eval -- TASK [options] < in.jsonl > out.jsonl`. Standard output carries only JSON lines. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // It is no error if the reader stops early (`| head`).
  if (error.code === "EPIPE") process.exit(0)
  throw error
})

await untilStopped((signal) =>
  runEval(process.argv.slice(2), {
    input: untilAborted(signal),
    write: (line) =>
      process.stdout.write(`${line}\n`)
        ? undefined
        : new Promise<void>((resolve) => process.stdout.once("drain", () => resolve())),
    say: (line) => console.error(line),
    // npm runs the command in the package's folder. INIT_CWD is the person's working directory.
    folder: process.env["INIT_CWD"] ?? process.cwd(),
    signal
  })
)

/** Returns standard input. Ctrl-C also ends the wait for its next line. */
function untilAborted(signal: AbortSignal): NodeJS.ReadStream {
  signal.addEventListener("abort", () => process.stdin.destroy(), { once: true })
  return process.stdin
}
