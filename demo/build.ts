import { spawn } from "node:child_process"
import { join } from "node:path"
import { root } from "./root.ts"

/**
 * Builds the extension into build/chrome-mv3-prod and returns that folder.
 *
 * @throws Error with the end of the builder's output
 */
export function buildExtension(signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const builder = join(root, "node_modules/plasmo/bin/index.mjs")
    const child = spawn(process.execPath, [builder, "build", "--src-path=.", "--hoist"], { cwd: root, signal, stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text))
    child.on("error", reject)
    child.on("exit", (code) =>
      code === 0
        ? resolve(join(root, "build/chrome-mv3-prod"))
        : reject(new Error(`The extension could not be built. Run "npm ci" again; the builder said:\n${output.slice(-800)}`))
    )
  })
}
