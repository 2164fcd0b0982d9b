// Asks for a draft and prints it while it is written:
//   RELAY_URL=https://relay.example.com RELAY_TOKEN=... node src/client/examples/stream-draft.ts
// The relay takes masked text only. Names, addresses and numbers of people stand in it as placeholders.
import { randomUUID } from "node:crypto"
import { createApiClient } from "../api-client.ts"
import { failureSentence } from "./failure-sentence.ts"

const { RELAY_URL: url = "http://127.0.0.1:8787", RELAY_TOKEN: token = "" } = process.env
const stop = new AbortController()
process.once("SIGINT", () => stop.abort())

try {
  const draft = createApiClient({ url, token }).draft(
    {
      draftId: randomUUID(),
      ticket: {
        site: "https://help.example.com",
        helpdesk: "sample",
        ticketId: "1001",
        version: "1",
        subject: "How long can I send something back?",
        requester: "[PERSON_1]",
        agent: "[PERSON_2]",
        tags: [],
        messages: [
          {
            id: "1",
            role: "customer",
            author: "[PERSON_1]",
            at: new Date().toISOString(),
            text: "Hello, how many days do I have to return my order?"
          }
        ]
      }
    },
    stop.signal
  )
  let isWhole = false
  for await (const event of draft) {
    if (event.type === "draft-delta") process.stdout.write(event.text)
    if (event.type === "draft-end" && event.text !== "") process.stdout.write(`\n\nWritten by ${event.model}.\n`)
    if (event.type === "draft-end" && event.text === "")
      console.error("no-draft: No imported page answers this ticket.")
    if (event.type === "draft-error") console.error(`${event.code}: ${event.message}`)
    isWhole ||= event.type === "draft-end"
  }
  if (!isWhole) process.exitCode = 1
} catch (error) {
  process.exitCode = stop.signal.aborted ? 130 : 1
  if (!stop.signal.aborted) console.error(failureSentence(error, url))
}
