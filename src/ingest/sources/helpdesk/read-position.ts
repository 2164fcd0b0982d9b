import * as z from "zod/mini"
import { parseSavedState } from "../../source/source.ts"

/** How far a read of solved tickets has come, so that a later read can continue from there. */
export interface ReadPosition {
  /** When the read began, in milliseconds since 1970 by the server's clock. */
  began: number
  /** The read covers all tickets, not only those that changed. */
  whole: boolean
  /** All tickets up to this id have been reported. */
  after: number
}

/** What the next read needs to know about this one. Times are milliseconds since 1970. */
export interface Since {
  /** Changes after this time, by the server's clock, haven't been read. */
  from: number
  /** Tickets that are older than this are left out. The first read sets it for good. */
  oldest: number
  /** When all tickets were last covered. */
  whole: number
  /** What was requested. With other queues, projects or days, everything is read again. */
  scope: string
}

const point = z.object({ began: z.number(), whole: z.boolean(), after: z.number() })
const sinceShape = z.object({ from: z.number(), oldest: z.number(), whole: z.number(), scope: z.string() })

export const readPositionOf = (text: string | undefined): ReadPosition | undefined => parseSavedState(text, point)

/** Returns undefined if the read was for another scope. */
export function sinceOf(text: string | undefined, scope: string): Since | undefined {
  const since = parseSavedState(text, sinceShape)
  return since?.scope === scope ? since : undefined
}

/** Returns whether a read of all tickets is due. Only such a read notices deleted tickets. */
export const isDue = ({ whole }: Since, now: number): boolean => now - whole >= DAY

/** This many milliseconds overlap, because something may have been written while the last read began. */
export const OVERLAP = 60_000
const DAY = 24 * 3_600_000 - 600_000
