import type { Notice, NoticeCode } from "../../protocol/notice.ts"
import { unmaskedData, type UnmaskedFound } from "../../protocol/unmasked.ts"

/** A call to the relay that failed. `code` comes from the relay if it answered. */
export class RelayError extends Error {
  override name = "RelayError"
  readonly code: string
  readonly retryable: boolean
  /** The HTTP status, or 0 if there was no answer. */
  readonly status: number
  /** The whole unparsed answer, which some errors need. */
  readonly said: unknown
  /** The id under which the relay's log has the request, if the relay answered. */
  readonly requestId: string | undefined
  constructor(
    code: string,
    message: string,
    retryable: boolean,
    status = 0,
    { said, requestId, ...options }: ErrorOptions & { said?: unknown; requestId?: string | undefined } = {}
  ) {
    super(message, options)
    this.said = said
    this.requestId = requestId
    this.code = code
    this.retryable = retryable
    this.status = status
  }
}

/** There was no answer at all: offline, the relay isn't running, or the address is wrong. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof RelayError && error.code === "relay-unreachable"
/** The token is no longer valid. */
export const isRevoked = (error: unknown): boolean => error instanceof RelayError && error.status === 401

/** Returns what the relay's second look found, if that is the reason for which it refused. */
export function unmaskedIn(error: unknown): UnmaskedFound | undefined {
  if (!(error instanceof RelayError) || error.code !== "unmasked-data") return undefined
  const parsed = unmaskedData.safeParse(error.said)
  return parsed.success ? parsed.data.found : []
}

/** Returns what the bar says about it, with the request's id for "Copy details". */
export function relayNotice(error: RelayError): Notice {
  const notice = noticeFor(error)
  return error.requestId === undefined ? notice : { ...notice, data: { ...notice.data, request: error.requestId } }
}

function noticeFor(error: RelayError): Notice {
  if (isRevoked(error)) return { code: "signed-out-by-relay" }
  const unmasked = unmaskedIn(error)
  if (unmasked)
    return { code: "unmasked-data", data: { kinds: [...new Set(unmasked.map(({ kind }) => kind))].join(" ") } }
  if (error.status === 426) return { code: "relay-other-version" }
  if (error.status === 429) return { code: NOTICES[error.code] ?? "relay-busy" }
  return { code: NOTICES[error.code] ?? (error.status === 503 ? "database-down" : "relay-error") }
}

const NOTICES: Record<string, NoticeCode> = {
  "relay-unreachable": "relay-unreachable",
  "relay-stopped": "relay-stopped",
  "draft-cut": "relay-stopped",
  "other-version": "relay-other-version",
  policy: "policy",
  "database-down": "database-down",
  "disk-full": "disk-full",
  "too-many-requests": "relay-busy",
  busy: "relay-busy",
  "shutting-down": "relay-busy",
  "model-unreachable": "model-failed",
  "model-refused": "model-failed",
  "model-bad-answer": "model-failed",
  "model-busy": "model-failed",
  "model-cut": "model-cut",
  "model-silent": "model-silent",
  "model-empty": "model-empty",
  "model-away": "model-away",
  "model-queue-full": "model-queue-full",
  "too-long": "too-long",
  "too-large": "too-large",
  "too-many-drafts": "too-many-drafts",
  "may-not-erase": "may-not-erase",
  "outcome-taken": "outcome-taken",
  "budget-cost": "budget-cost",
  "budget-prepared": "budget-prepared"
}
