import { createServer, request } from "node:http"
import { serve } from "../serve.ts"

/**
 * Passes an answer on as it arrives and does nothing else, which shows the least that any gateway written in Node costs
 * on this machine. It is a process of its own, configured by PASS_TO.
 */
const endpoint = process.env.PASS_TO ?? ""

const server = createServer((asked, answer) => {
  const passed = request(
    endpoint + (asked.url ?? ""),
    { method: "POST", headers: { "content-type": "application/json" } },
    (came) => {
      answer.writeHead(came.statusCode ?? 502, { "content-type": "text/event-stream" })
      came.on("data", (part: Buffer) => void answer.write(part)).on("end", () => answer.end())
    }
  )
  passed.on("error", () => answer.destroy())
  asked.on("data", (part: Buffer) => void passed.write(part)).on("end", () => passed.end())
})

serve("Pass", server)
