import type { DiffPiece } from "../../../text/reply-diff.ts"

/** Returns one side of a row as it stands in its text. */
export const textOf = (pieces: readonly DiffPiece[]): string => pieces.map(({ text }) => text).join("")
