import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

setFlagsFromString("--expose-gc")

/** Frees at once what nobody holds any more, so that a test sees what is still held. */
export const collectGarbage: () => void = runInNewContext("gc")
