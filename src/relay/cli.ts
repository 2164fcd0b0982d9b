import { enableCompileCache } from "node:module"
import { pathToFileURL } from "node:url"
import { builtMain, isBuiltRelayCurrent } from "./built-relay.ts"

/**
 * `npm run relay [-- COMMAND]`: starts the bundled relay if `npm run build` made it from the sources as they are, and
 * the sources themselves otherwise.
 */
enableCompileCache()
const main = isBuiltRelayCurrent() ? pathToFileURL(builtMain()).href : "./main.ts"
await import(main)
