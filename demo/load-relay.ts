import { pathToFileURL } from "node:url"
import { join } from "node:path"
import type * as importing from "../src/knowledge/import/import-folder.ts"
import type * as starting from "../src/relay/server/start.ts"
import type * as logging from "../src/runtime/log.ts"
import { builtFile, isBuiltRelayCurrent } from "../src/relay/built-relay.ts"
import { root } from "./root.ts"

/** Whether `npm start` runs the bundled relay. */
export const isRelayBundled = isBuiltRelayCurrent()

/**
 * Loads a module of the relay out of the bundle if that is current, and from its sources otherwise.
 * @param file one of EMBEDDED in build-relay.ts
 */
async function load<Module>(file: string): Promise<Module> {
  return import(pathToFileURL(isRelayBundled ? builtFile(file) : join(root, file)).href)
}

export const { startRelay } = await load<typeof starting>("src/relay/server/start.ts")
export const { importFolder } = await load<typeof importing>("src/knowledge/import/import-folder.ts")
// The relay's own, because a second copy would not know to which request a line belongs.
export const { createLog } = await load<typeof logging>("src/runtime/log.ts")
