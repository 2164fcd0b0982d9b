import { importAnswer, type ImportAnswer } from "../../protocol/knowledge.ts"
import { API_VERSION } from "../../protocol/relay.ts"
import type { UploadTarget } from "../../protocol/routes/calls/page-call.ts"
import { unmaskedFile } from "./egress.ts"
import { gone, notOurs, placeAt, refused, unreachable } from "./relay-fault.ts"

/**
 * Sends a file for import from the page on which an admin chose it. It uses XMLHttpRequest, because nothing else
 * reports how much was sent. The browser reads the file while it sends it, so that the page never holds it in memory.
 * @param sent is called with the number of bytes sent @throws RelayFault; the signal's reason
 */
export function sendFile(
  { address, token }: UploadTarget,
  file: File,
  internal: boolean,
  sent: (bytes: number) => void,
  signal: AbortSignal
): Promise<ImportAnswer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const failed = () =>
      void readable(file).then((is) => reject(signal.aborted ? signal.reason : is ? unreachable(undefined) : gone()))
    request.open(
      "POST",
      placeAt(
        address,
        `/v1/admin/knowledge/files?${new URLSearchParams({ name: file.name, internal: String(internal) })}`
      )
    )
    request.setRequestHeader("x-replywright-api", String(API_VERSION))
    request.setRequestHeader("authorization", `Bearer ${token}`)
    request.setRequestHeader("content-type", "application/octet-stream")
    request.upload.addEventListener("progress", ({ loaded }) => sent(loaded))
    for (const end of ["error", "abort"] as const) request.addEventListener(end, failed)
    request.addEventListener("loadend", () => signal.removeEventListener("abort", stop))
    request.addEventListener("load", () => {
      const response = new Response(request.responseText, { status: request.status })
      if (!response.ok) return void refused(response).then(reject)
      response
        .json()
        .then((said: unknown) => resolve(importAnswer.parse(said)))
        .catch((cause: unknown) => reject(notOurs(cause)))
    })
    signal.addEventListener("abort", stop)
    request.send(unmaskedFile(file))
  })
}
export type SendFile = typeof sendFile

/** A folder can't be read, nor can a file that changed or disappeared since it was chosen. */
async function readable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false
    )
}
