import { dirname } from "node:path"
import { fileURLToPath } from "node:url"

/** This is the clone's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
