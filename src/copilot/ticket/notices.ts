import type { Notice } from "../../protocol/notice.ts"
import { StoreError } from "../../store/store-error.ts"
import { PageError } from "./page-client.ts"
import { RelayError, relayNotice } from "../relay-client/relay-error.ts"

/** Returns what the bar says about a failure. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof PageError) return error.notice
  if (error instanceof RelayError) return relayNotice(error)
  if (error instanceof StoreError) return { code: error.code === "full" ? "store-full" : "store-lost" }
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : ""
  if (code === "too-long") return { code }
  // The masking page took too long, broke or doesn't answer. Nothing was sent.
  if (/^(mask|offscreen)-/.test(code)) return { code: "mask-timeout" }
  return { code: "relay-error" }
}
