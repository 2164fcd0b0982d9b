import type { Notice, NoticeCode } from "../../protocol/notice.ts"
import { unmaskedData, type UnmaskedFound } from "../../protocol/unmasked.ts"
import { apiError, type RelayEvent } from "../../protocol/relay.ts"
import { isSafe } from "../../protocol/relay-address.ts"

/** A call to the relay that failed. `code` comes from the relay if it answered. */
export class RelayFault extends Error {
  override name = "RelayFault"
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
  error instanceof RelayFault && error.code === "relay-unreachable"
/** The token is no longer valid. */
export const isRevoked = (error: unknown): boolean => error instanceof RelayFault && error.status === 401

/** Returns what the relay's second look found, if that is the reason for which it refused. */
export function unmaskedIn(error: unknown): UnmaskedFound | undefined {
  if (!(error instanceof RelayFault) || error.code !== "unmasked-data") return undefined
  const parsed = unmaskedData.safeParse(error.said)
  return parsed.success ? parsed.data.found : []
}

/** Returns what the bar says about it, with the request's id for "Copy details". */
export function relayNotice(error: RelayFault): Notice {
  const notice = noticeFor(error)
  return error.requestId === undefined ? notice : { ...notice, data: { ...notice.data, request: error.requestId } }
}

function noticeFor(error: RelayFault): Notice {
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
  "switched-off": "switched-off",
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
  "budget-month": "budget-month",
  "budget-prepared": "budget-prepared"
}

/**
 * Returns where a request goes: to this client's relay, over a connection that nobody can read, and nowhere else. The
 * manifest can't name the relay, because it is only known once a browser is paired.
 * @throws RelayFault "unsafe-address", "foreign-address"
 */
export function placeAt(address: string, path: string): URL {
  const relay = new URL(address)
  const place = new URL(path, relay)
  if (!isSafe(relay))
    throw new RelayFault(
      "unsafe-address",
      "Without HTTPS a relay is reached on this computer only: type its https:// address.",
      false
    )
  if (place.origin !== relay.origin)
    throw new RelayFault(
      "foreign-address",
      "This request would go to another address than the relay's, so it was not sent.",
      false
    )
  return place
}

const NOT_A_RELAY = "Something else than a relay answers at this address."

/** Reads the error that the relay returned instead of an answer. */
export async function refused(response: Response): Promise<RelayFault> {
  const body: unknown = await response.json().catch(() => undefined)
  const parsed = apiError.safeParse(body)
  if (!parsed.success)
    // A proxy in front of the relay answers in its own words while the relay is away.
    return response.status >= 500
      ? new RelayFault("relay-error", "The relay reported a fault.", true, response.status)
      : new RelayFault("not-a-relay", NOT_A_RELAY, false, response.status)
  const { code, message, retryable, requestId } = parsed.data.error
  return new RelayFault(code, message, retryable, response.status, { said: body, requestId })
}

/** Reads the error with which a stream ended. The stream's own header has the request's id. */
export function faultIn({ code, message, retryable }: DraftError, { headers }: Response): RelayFault {
  return new RelayFault(code, message, retryable, 200, { requestId: headers.get("x-request-id") ?? undefined })
}

type DraftError = Extract<RelayEvent, { type: "draft-error" }>

/** Whether a signal was aborted because time was up. */
export const isTimeout = (signal: AbortSignal) =>
  signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
/** Nothing listens at the address, or there is no network. */
export const unreachable = (cause: unknown) =>
  new RelayFault("relay-unreachable", "The relay can't be reached. Start it, or check its address.", true, 0, { cause })
/** The answer began and didn't end. */
export const stopped = (cause?: unknown) =>
  new RelayFault("relay-stopped", "The relay stopped answering.", true, 0, { cause })
/** No relay gives such an answer. */
export const notOurs = (cause: unknown) => new RelayFault("not-a-relay", NOT_A_RELAY, false, 0, { cause })

/** The file was changed or moved since it was chosen. */
export const gone = () =>
  new RelayFault("file-gone", "The file can't be read any more: it was changed or moved. Choose it again.", false)
