import { execFile } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { join } from "node:path"
import { promisify } from "node:util"
import { startProgram } from "../child.ts"
import { direct } from "../targets.ts"
import type { Way } from "./ways.ts"

/** Installed afresh it takes newer versions of these, with which it answers every request with an error. */
const PACKAGE = {
  private: true,
  dependencies: { "@portkey-ai/gateway": "1.15.2" },
  overrides: { hono: "4.9.7", "@hono/node-server": "1.3.3" }
}

/**
 * Fetches Portkey's gateway from npm into a folder and starts it. It is what the relay is compared with, and no part of
 * the product.
 * @throws Error if npm can't fetch it
 */
export async function startPortkey(folder: string, endpoint: string, signal: AbortSignal): Promise<Way> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, "package.json"), JSON.stringify(PACKAGE))
  await promisify(execFile)("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, signal })
  const port = await freePort()
  const server = join(folder, "node_modules/@portkey-ai/gateway/build/start-server.js")
  const program = startProgram(server, {}, signal, ["--headless", `--port=${port}`])
  await program.says(/Ready for connections/)
  const headers = {
    authorization: "Bearer none",
    "x-portkey-provider": "openai",
    "x-portkey-custom-host": `${endpoint}/v1`
  }
  return { name: "Portkey 1.15.2", program, target: direct(`http://127.0.0.1:${port}`, headers) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once("error", reject)
      .listen(0, "127.0.0.1", () => {
        const address = server.address()
        server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0))
      })
  })
}
