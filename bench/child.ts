import { spawn } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"
import { root } from "../demo/root.ts"

/** One of this project's programs as a process of its own. */
export interface Program {
  /** This is the performance.now() at which the process was started. */
  began: number
  pid: number | undefined
  /** Resolves to the first match in a line that the process prints. @throws Error if the process ends before that */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Stops the process as Ctrl-C does, and resolves when it has ended. */
  stop(): Promise<void>
}

/** Starts `node FILE ARGS` as its npm script does. A relative path is below the project. The signal stops it. */
export function startProgram(
  file: string,
  environment: Record<string, string>,
  signal: AbortSignal,
  args: string[] = []
): Program {
  const began = performance.now()
  const child = spawn(process.execPath, [...flagsOf(file), resolve(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"]
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const tell = () => waiting.forEach((look) => look())
  let ended = false
  // The error stream is read and dropped, because the process would otherwise block once the pipe is full.
  child.stderr.resume()
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line)
    tell()
  })
  const closed = new Promise<void>((resolve) =>
    child.once("close", () => {
      ended = true
      tell()
      resolve()
    })
  )
  const interrupt = () => void child.kill("SIGINT")
  signal.addEventListener("abort", interrupt, { once: true })
  return {
    began,
    pid: child.pid,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.map((line) => pattern.exec(line)).find((match) => match !== null)
          if (!found && !ended) return waiting.add(look)
          waiting.delete(look)
          return found ? resolve(found) : reject(new Error(`${file} ended before it said ${String(pattern)}.`))
        }
        look()
      }),
    async stop() {
      interrupt()
      await closed
      signal.removeEventListener("abort", interrupt)
    }
  }
}

/**
 * Makes a folder for data and removes it afterwards. As root, the database runs as "nobody", which must be able to
 * enter the folder.
 */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-bench-"))
  chmodSync(folder, 0o711)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Returns with which flags of Node an npm script starts this file, if one does. */
function flagsOf(file: string): string[] {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const words = Object.values(scripts).map((script) => script.split(" "))
  return words.find((all) => all.at(-1) === file)?.filter((word) => word.startsWith("--")) ?? []
}
