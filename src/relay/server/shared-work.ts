import type { ConnectionCount } from "../http/connection-count.ts"
import type { SharedPort } from "./listen.ts"

/** What one of a relay's worker processes shares with the others. */
export interface SharedWork {
  /** The number of this worker, from 1. The one that replaces it has it too. */
  number: number
  /** How many workers there are. */
  workers: number
  /** Whether it finds out which port they share, or takes the one that others have already. */
  port: SharedPort
  /** Counts the connections of an address at all workers together. */
  connections: ConnectionCount
  /** Where the parent exposes the metrics of all workers. */
  metricsUrl: string | undefined
}
