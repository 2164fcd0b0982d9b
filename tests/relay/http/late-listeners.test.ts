import { expect, test } from "vitest"
import { RunningDraft } from "../../../src/relay/drafting/running-draft.ts"
import type { StreamEvent } from "../../../src/relay/drafting/pipeline-events.ts"

test("who listens late gets the text so far as one event, and each further piece as it comes", () => {
  const ticket = { site: "", helpdesk: "zendesk", ticketId: "1" }
  const draft = new RunningDraft({ id: "d", person: "p", hash: Buffer.from(""), ticket }, () => undefined)
  const listen = () => {
    const got: StreamEvent[] = []
    draft.attach({ send: (event) => void got.push(event), end: () => undefined, closed: new AbortController().signal })
    return got
  }
  const early = listen()
  draft.send({ type: "sources", sources: [] })
  for (const text of ["Dear ", "Ana", ","]) draft.send({ type: "draft-delta", text })
  const late = listen()
  draft.send({ type: "draft-delta", text: " hello." })
  expect(late).toEqual([
    { type: "sources", sources: [] },
    { type: "draft-delta", text: "Dear Ana," },
    { type: "draft-delta", text: " hello." }
  ])
  expect(early.slice(1).map((event) => event.type === "draft-delta" && event.text)).toEqual([
    "Dear ",
    "Ana",
    ",",
    " hello."
  ])
})
