import type { Notice } from "../../protocol/notice.ts"
import { StoreFault } from "../../store/store-fault.ts"
import { SwitchedOffFault } from "./switched-off-fault.ts"
import { HelpdeskPageFault } from "./page-client.ts"
import { RelayFault, relayNotice } from "../relay-client/relay-fault.ts"

/** Returns what the bar says about a failure. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof SwitchedOffFault) return { code: "switched-off", data: { ...error.reason } }
  if (error instanceof HelpdeskPageFault) return error.notice
  if (error instanceof RelayFault) return relayNotice(error)
  if (error instanceof StoreFault) return { code: error.code === "full" ? "store-full" : "store-lost" }
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
  if (code === "too-long") return { code }
  // The masking page took too long, broke or doesn't answer. Nothing was sent.
  if (/^(mask|offscreen)-/.test(code)) return { code: "mask-timeout" }
  return { code: "relay-error" }
}
