import { enableCompileCache } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { isCurrent } from "./is-current.mjs"

// `npm run relay [-- COMMAND]`: starts the bundled relay if it was built from the sources as they are, and the sources
// themselves otherwise. This is plain JavaScript, because loading what strips types takes longer than the rest of it.
enableCompileCache()
const root = join(import.meta.dirname, "../..")
const built = join(root, "build/relay")
await import(isCurrent(join(built, "made-from"), root) ? pathToFileURL(join(built, "relay.main.js")).href : "./main.ts")
