import { readFileSync } from "node:fs"
import { join } from "node:path"

/** The bytes of `lexicon/weights/names.bin`. The builder puts a module that holds them in the place of this one. */
export const weights = (): Uint8Array => readFileSync(join(import.meta.dirname, "../../../lexicon/weights/names.bin"))
