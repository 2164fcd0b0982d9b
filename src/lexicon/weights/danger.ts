import { readFileSync } from "node:fs"
import { join } from "node:path"

/** Returns the bytes of `lexicon/weights/danger.bin`. The builder puts a module with these bytes in its place. */
export const weights = (): Uint8Array => readFileSync(join(import.meta.dirname, "../../../lexicon/weights/danger.bin"))
