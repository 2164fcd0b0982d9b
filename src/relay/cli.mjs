import { enableCompileCache } from "node:module"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { isCurrent } from "./is-current.mjs"

// `npm run relay [-- COMMAND]`: starts the bundled relay if it was built from the sources as they are, or if there are
// none, as in a release. Otherwise it starts the sources themselves. This is plain JavaScript, because loading what
// strips types takes longer than the rest of it.
enableCompileCache()
const root = join(import.meta.dirname, "../..")
const built = join(root, "build/relay")
const isBundled = !existsSync(join(import.meta.dirname, "main.ts")) || isCurrent(join(built, "made-from"), root)
await import(isBundled ? pathToFileURL(join(built, "relay.main.js")).href : "./main.ts")
