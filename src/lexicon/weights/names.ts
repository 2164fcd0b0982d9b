import { readFileSync } from "node:fs"

/** The bytes of `lexicon/weights/names.bin`. The builder puts a module that holds them in the place of this one. */
export const weights = (): Uint8Array => readFileSync(new URL("../../../lexicon/weights/names.bin", import.meta.url))
