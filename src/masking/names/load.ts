import { weights } from "../../lexicon/weights/names.ts"
import type { NameModel } from "./find-names.ts"
import { unpackTrained } from "./trained-file.ts"

let model: NameModel | undefined

/** The trained model, unpacked at the first call; some milliseconds. */
export const nameModel = (): NameModel => (model ??= unpackTrained(weights()))
