import { spawn } from "node:child_process"
import { copyFile } from "node:fs/promises"
import { join } from "node:path"
import { root } from "./root.ts"

/** What has to go with the extension wherever it is handed on. */
const LICENCES = { "LICENSE": "LICENSE", "NOTICE": "NOTICE", "assets/fonts/inter-LICENSE.txt": "LICENSE-Inter.txt" }

/**
 * Builds the extension, with its licences, into build/chrome-mv3-prod and returns that folder.
 *
 * @throws Error with the end of the builder's output
 */
export async function buildExtension(signal: AbortSignal): Promise<string> {
  const build = await bundle(signal)
  for (const [from, to] of Object.entries(LICENCES)) await copyFile(join(root, from), join(build, to))
  return build
}

function bundle(signal: AbortSignal): Promise<string> {
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

if (import.meta.main) {
  const stop = new AbortController()
  process.once("SIGINT", () => stop.abort())
  console.log(await buildExtension(stop.signal))
}
