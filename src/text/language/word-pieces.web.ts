import { eld } from "eld/extrasmall"

/** Does the same as `word-pieces.ts` in the browser, where a script can load nothing when it is first needed. */
export const wordPieceScores = (text: string): Record<string, number> => eld.detect(text).getScores()
