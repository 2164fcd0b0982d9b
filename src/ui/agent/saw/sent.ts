import type { SawRequest } from "../../../protocol/panel.ts"
import { readBody, titleOf, type SentPart } from "./read-body.ts"

/** A request of the ticket, read. */
export interface Sent extends SawRequest {
  title: string
  parts: SentPart[]
  /** The one of its kind before it. */
  before?: Sent | undefined
}

export function sentOf(requests: SawRequest[]): Sent[] {
  const last = new Map<string, Sent>()
  return requests.map((request, index) => {
    const sent = { ...request, title: titleOf(request.path, request.body, index + 1), parts: readBody(request.body), before: last.get(request.path) }
    last.set(request.path, sent)
    return sent
  })
}

/** The newest; of several that left in the same moment the draft's, which is what one comes for. */
export function newestOf(sent: Sent[]): Sent | undefined {
  const at = sent.at(-1)?.at
  const together = sent.filter((one) => one.at === at)
  return together.find(({ path }) => path === "/v1/drafts") ?? together.at(-1)
}
