import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { root } from "../house/files.ts"

interface Run {
  url: string
  from?: string
  /** Ends the example by Ctrl-C at its first output. */
  interrupt?: boolean
}

/** Runs an example of the client as its first lines say, from an empty folder. */
export async function runExample(example: string, token: string, { url, from, interrupt = false }: Run) {
  const cwd = mkdtempSync(join(tmpdir(), "replywright-example-"))
  const args = [join(root, `src/client/examples/${example}.ts`), ...(from === undefined ? [] : [from])]
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, RELAY_URL: url, RELAY_TOKEN: token },
    stdio: ["ignore", "pipe", "pipe"]
  })
  if (interrupt) child.stdout.once("data", () => child.kill("SIGINT"))
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")])
  rmSync(cwd, { recursive: true })
  return { output, errors, code }
}
