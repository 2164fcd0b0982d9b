// Writes what became of the drafts since a day to the output, a case a line, as JSON:
//   RELAY_URL=https://relay.example.com RELAY_TOKEN=... node src/client/examples/export-outcomes.ts 2026-11-01 > cases.jsonl
// The token is a lead's. The texts are masked.
import { pipeline } from "node:stream/promises"
import { createApiClient } from "../api-client.ts"
import { failureSentence } from "./failure-sentence.ts"

const { RELAY_URL: url = "http://127.0.0.1:8787", RELAY_TOKEN: token = "" } = process.env
const from = process.argv[2]

try {
  const { data } = await createApiClient({ url, token }).api.GET("/v1/review/export", {
    params: { query: { of: "cases", format: "jsonl", ...(from !== undefined && { from }) } },
    parseAs: "stream"
  })
  if (data) await pipeline(data, process.stdout)
} catch (error) {
  console.error(failureSentence(error, url))
  process.exitCode = 1
}
