import type { NameModel } from "./find-names.ts"
import { unpackTrained } from "./trained-file.ts"

/** The builder puts the file into the extension and its address here. */
const FILE = new URL("../../../lexicon/weights/names.bin", import.meta.url)
let model: NameModel | undefined

/** The trained model. Node reads it from the file at the first call; a browser has to fetch it first. */
export function nameModel(): NameModel {
  return (model ??= unpackTrained(readTrained()))
}

/** Fetches the trained model in a browser, where nothing can be read while somebody waits. */
export async function fetchNameModel(): Promise<void> {
  const answer = await fetch(FILE)
  model = unpackTrained(new Uint8Array(await answer.arrayBuffer()))
}

/** `globalThis`, because the builder replaces a plain `process`. */
const readTrained = () => globalThis.process.getBuiltinModule("node:fs").readFileSync(FILE)
