import { weights } from "../../lexicon/weights/names.ts"
import type { NameModel } from "../names/find-names.ts"
import { unpackTrained } from "./trained-file.ts"

let model: NameModel | undefined

/** Returns the trained model. The first call unpacks it, which takes some milliseconds. */
export const nameModel = (): NameModel => (model ??= unpackTrained(weights()))
