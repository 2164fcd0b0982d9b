import type { OffReason } from "../../protocol/notice.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"

/** Reading is switched off for a ticket. Nothing of it is used, stored or sent. */
export class SwitchedOffFault extends Error {
  override name = "SwitchedOffFault"
  readonly reason: OffReason

  constructor(reason: OffReason) {
    super("Reading is switched off for this ticket.")
    this.reason = reason
  }
}

/** Whether an error says that something is switched off, which is no failure. */
export const isSwitchedOff = (error: unknown): boolean =>
  error instanceof SwitchedOffFault || (error instanceof RelayFault && error.code === "switched-off")
