import type { eld } from "eld/extrasmall"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"

type Detector = typeof eld

/**
 * Returns what the detector says about a text's word pieces: languages with their scores. Its tables take 90 MB, so they
 * are loaded with the first text. It only works on Node: the builder takes `word-pieces.web.ts` instead (see "alias" in
 * package.json).
 */
export function wordPieceScores(text: string): Record<string, number> {
  detector ??= load()
  return detector.detect(text).getScores()
}

let detector: Detector | undefined

function load(): Detector {
  const loaded: { eld: Detector } = createRequire(import.meta.url)(fileURLToPath(import.meta.resolve("eld/extrasmall")))
  return loaded.eld
}
