import { readFileSync } from "node:fs"
import { join } from "node:path"

/** Returns the bytes of `lexicon/weights/unlisted.bin`. The builder replaces this module by one that contains them. */
export const weights = (): Uint8Array =>
  readFileSync(join(import.meta.dirname, "../../../lexicon/weights/unlisted.bin"))
