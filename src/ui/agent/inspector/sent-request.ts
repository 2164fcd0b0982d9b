import type { InspectedRequest } from "../../../protocol/request-inspector.ts"
import { readBody, titleOf, type SentPart } from "./read-request-body.ts"

/** A request of the ticket, read. */
export interface SentRequest extends InspectedRequest {
  title: string
  parts: SentPart[]
  /** The one of its kind before it. */
  before?: SentRequest | undefined
}

export function readSentRequests(requests: InspectedRequest[]): SentRequest[] {
  const last = new Map<string, SentRequest>()
  return requests.map((request, index) => {
    const sent = {
      ...request,
      title: titleOf(request.path, request.body, index + 1),
      parts: readBody(request.body),
      before: last.get(request.path)
    }
    last.set(request.path, sent)
    return sent
  })
}

/** The newest; in the place of a summary the draft that was asked together with it, which is what one comes for. */
export function newestRequest(sent: SentRequest[]): SentRequest | undefined {
  const last = sent.at(-1)
  if (last?.path !== "/v1/summaries") return last
  return sent.find(({ path, draftId }) => path === "/v1/drafts" && draftId === last.draftId) ?? last
}
