import { untilStopped } from "../demo/until-stopped.ts"
import { runEval } from "./run-eval.ts"

/** `npm run --silent eval -- TASK [options] < in.jsonl > out.jsonl`. Standard output carries JSON lines only. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads has had enough (`| head`): that is no fault.
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
    // npm runs us in the package's folder; INIT_CWD is where the person stands.
    folder: process.env["INIT_CWD"] ?? process.cwd(),
    signal
  })
)

/** Standard input; a Ctrl-C also ends the wait for its next line. */
function untilAborted(signal: AbortSignal): NodeJS.ReadStream {
  signal.addEventListener("abort", () => process.stdin.destroy(), { once: true })
  return process.stdin
}
