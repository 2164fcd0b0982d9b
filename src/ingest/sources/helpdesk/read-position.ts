import * as z from "zod/mini"
import { parseSavedState } from "../../source/saved-state.ts"

/** How far a read of solved tickets is, so that a later one can go on behind it. */
export interface ReadPosition {
  /** When it began, by the server's clock. Milliseconds since 1970. */
  began: number
  /** It goes through all of them, not only through what changed. */
  whole: boolean
  /** All up to this id are told. */
  after: number
}

/** What the next read has to know of this one. Milliseconds since 1970. */
export interface Since {
  /** What changed later was not seen, by the server's clock. */
  from: number
  /** Older tickets are left where they are: of the first read, for good. */
  oldest: number
  /** When all of them were last gone through. */
  whole: number
  /** What was asked for: with other queues, projects or days everything is read again. */
  scope: string
}

const point = z.object({ began: z.number(), whole: z.boolean(), after: z.number() })
const sinceShape = z.object({ from: z.number(), oldest: z.number(), whole: z.number(), scope: z.string() })

export const readPositionOf = (text: string | undefined): ReadPosition | undefined => parseSavedState(text, point)

/** Undefined where another scope was asked for. */
export function sinceOf(text: string | undefined, scope: string): Since | undefined {
  const since = parseSavedState(text, sinceShape)
  return since?.scope === scope ? since : undefined
}

/** A whole read is due: only it notices what was deleted. */
export const isDue = ({ whole }: Since, now: number): boolean => now - whole >= DAY

/** What may have been written while the last read began. */
export const OVERLAP = 60_000
const DAY = 24 * 3_600_000 - 600_000
