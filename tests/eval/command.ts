import { runEval } from "../../eval/run-eval.ts"
import type { Context } from "../../eval/task.ts"
import { withQuickDatabases } from "./quick-databases.ts"

export interface Ran {
  code: number
  /** This is standard output, line by line and parsed. */
  lines: Record<string, unknown>[]
  /** This is standard error. */
  said: string
}

/** Runs the command in this process over these lines. Text is passed as it is, and anything else as JSON. */
export async function evaluate(
  args: string[],
  input: readonly unknown[] = [],
  settings: Partial<Context> = {}
): Promise<Ran> {
  const lines: Record<string, unknown>[] = []
  const said: string[] = []
  const text = input.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("")
  const code = await withQuickDatabases(() =>
    runEval(args, {
      input: pieces(Buffer.from(text)),
      write: (line) => void lines.push(JSON.parse(line)),
      say: (line) => said.push(line),
      folder: process.cwd(),
      signal: AbortSignal.timeout(120_000),
      ...settings
    })
  )
  return { code, lines, said: said.join("\n") }
}

/** Passes bytes on as a pipe does, cut anywhere, even inside a character. */
async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 61) yield bytes.subarray(at, at + 61)
}
