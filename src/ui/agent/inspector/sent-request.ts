import type { InspectedRequest } from "../../../protocol/request-inspector.ts"
import { readBody, titleOf, type SentPart } from "./read-request-body.ts"

/** A request of the ticket, with its readable parts. */
export interface SentRequest extends InspectedRequest {
  title: string
  parts: SentPart[]
  /** The previous request of the same kind. */
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

/**
 * Returns the newest request. If that is a summary, the draft that was requested together with it is returned, because
 * the agent usually looks for the draft.
 */
export function newestRequest(sent: SentRequest[]): SentRequest | undefined {
  const last = sent.at(-1)
  if (last?.path !== "/v1/summaries") return last
  return sent.find(({ path, draftId }) => path === "/v1/drafts" && draftId === last.draftId) ?? last
}
