import { once } from "node:events"
import { globSync, readFileSync } from "node:fs"
import { enableCompileCache } from "node:module"
import { join } from "node:path"
import { root } from "../root.ts"
import { isOfRelay } from "./relay-process.ts"

/**
 * Runs one relay of `npm run dev`, as its parent says (`relay-process.ts`). It loads the packages ahead of time, and the
 * sources only when they have changed, so that a restart takes as long as the sources alone.
 */
enableCompileCache()
// eslint-disable-next-line no-unsanitized/method -- the names are in this project's own sources
await Promise.all([...packagesOfRelay()].map((name) => import(name)))
await once(process, "message")
const { serveRelay } = await import("../../src/relay/commands/serve.ts")
process.send?.("loaded")
await once(process, "message")
const stop = new AbortController()
process.once("SIGTERM", () => stop.abort())
process.once("disconnect", () => stop.abort())
await serveRelay({ environment: process.env, print: (line) => console.log(line), signal: stop.signal })
if (process.connected) process.disconnect()

/** Names the packages that sources of the relay import at their head. Few requests need the others. */
function packagesOfRelay(): Set<string> {
  const imports = /^(?:import(?! type) .*|\} )from "([^."][^"]*)"$/gm
  const names = new Set<string>()
  for (const file of globSync("src/**/*.ts", { cwd: root }).filter(isOfRelay))
    for (const [, name = ""] of readFileSync(join(root, file), "utf8").matchAll(imports)) names.add(name)
  return names
}
