import { createServer } from "node:http"
import { serve } from "../serve.ts"

/**
 * Runs an endpoint that speaks OpenAI's protocol at a configured pace, with tokens of 6 characters and sentences of 10
 * tokens. It is a process of its own: `node bench/gateway/upstream.ts`.
 */
const sent = new Map<string, number[]>()

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost")
  if (pathname === "/log") return void response.end(JSON.stringify(Object.fromEntries(sent)))
  if (pathname === "/pace") {
    pace.first = Number(searchParams.get("first"))
    pace.each = Number(searchParams.get("each"))
    pace.tokens = Number(searchParams.get("tokens"))
    sent.clear()
    return void response.end()
  }
  let body = ""
  request
    .setEncoding("utf8")
    .on("data", (part: string) => (body += part))
    .on("end", () => {
      // The stream's name is in the ticket's subject, and so in the prompt.
      const name = /stream (\w+)/.exec(body)?.[1] ?? "none"
      const times: number[] = [clock()]
      sent.set(name, times)
      response.writeHead(200, { "content-type": "text/event-stream" })
      response.flushHeaders()
      const write = (n: number) => {
        if (response.destroyed) return
        times.push(clock())
        response.write(
          `data: ${JSON.stringify({ id: name, object: "chat.completion.chunk", created: 0, model: "bench", choices: [{ index: 0, delta: { content: wordOf(n) }, finish_reason: null }] })}\n\n`
        )
        if (n + 1 < pace.tokens) return void setTimeout(write, pace.each, n + 1)
        response.write(
          `data: ${JSON.stringify({ id: name, object: "chat.completion.chunk", created: 0, model: "bench", choices: [{ index: 0, delta: {}, finish_reason: "stop" }], usage: { prompt_tokens: 500, completion_tokens: pace.tokens, total_tokens: 500 + pace.tokens } })}\n\n`
        )
        response.end("data: [DONE]\n\n")
      }
      setTimeout(write, pace.first, 0)
    })
})

/** The pace holds the milliseconds to the first token and between two tokens, and the number of tokens. */
const pace = { first: 100, each: 20, tokens: 100 }
/** Returns wall-clock time in fractions of a millisecond, because two processes share it. */
const clock = () => performance.timeOrigin + performance.now()
const WORDS = ["parcel", "search", "office", "letter", "number", "refund", "answer", "within", "return"]

/**
 * A token begins with its space, as those of real models do, but not the first: the relay takes spaces from the start of
 * a letter, and holds one at the end of a text back until it knows what follows.
 */
function wordOf(n: number): string {
  const word = WORDS[n % WORDS.length] ?? "parcel"
  if (n === 0) return word
  return (n % 10 === 9 ? `${word.slice(0, 4)}.` : word.slice(0, 5)).padStart(6, " ")
}

serve("Upstream", server)
