import { apiError, type RelayEvent } from "../../protocol/relay.ts"
import { isSafe } from "../../protocol/relay-address.ts"
import { RelayError } from "./relay-error.ts"

/**
 * Returns where a request goes: to this client's relay, over a connection that nobody can read, and nowhere else. The
 * manifest can't name the relay, because it is only known once a browser is paired.
 * @throws RelayError "unsafe-address", "foreign-address"
 */
export function placeAt(address: string, path: string): URL {
  const relay = new URL(address)
  const place = new URL(path, relay)
  if (!isSafe(relay))
    throw new RelayError(
      "unsafe-address",
      "Without HTTPS a relay is reached on this computer only: type its https:// address.",
      false
    )
  if (place.origin !== relay.origin)
    throw new RelayError(
      "foreign-address",
      "This request would go to another address than the relay's, so it was not sent.",
      false
    )
  return place
}

/** Reads the error that the relay returned instead of an answer. */
export async function refused(response: Response): Promise<RelayError> {
  const said: unknown = await response.json().catch(() => undefined)
  const parsed = apiError.safeParse(said)
  if (!parsed.success)
    return new RelayError(
      "relay-error",
      "Something else than a relay answers at this address.",
      response.status >= 500,
      response.status
    )
  const { code, message, retryable, requestId } = parsed.data.error
  return new RelayError(code, message, retryable, response.status, { said, requestId })
}

/** Reads the error with which a stream ended. The stream's own header has the request's id. */
export function faultIn({ code, message, retryable }: DraftError, { headers }: Response): RelayError {
  return new RelayError(code, message, retryable, 200, { requestId: headers.get("x-request-id") ?? undefined })
}

type DraftError = Extract<RelayEvent, { type: "draft-error" }>

/** Whether a signal was aborted because time was up. */
export const isTimeout = (signal: AbortSignal) =>
  signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
/** Nothing listens at the address, or there is no network. */
export const unreachable = (cause: unknown) =>
  new RelayError("relay-unreachable", "The relay can't be reached. Start it, or check its address.", true, 0, { cause })
/** The answer began and didn't end. */
export const stopped = (cause?: unknown) =>
  new RelayError("relay-stopped", "The relay stopped answering.", true, 0, { cause })
/** No relay gives such an answer. */
export const notOurs = (cause: unknown) =>
  new RelayError("relay-error", "Something else than a relay answers at this address.", false, 0, { cause })

/** The file was changed or moved since it was chosen. */
export const gone = () =>
  new RelayError("file-gone", "The file can't be read any more: it was changed or moved. Choose it again.", false)
