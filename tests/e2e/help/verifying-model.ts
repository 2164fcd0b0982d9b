import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"
import { text as bodyText } from "node:stream/consumers"

/** What the verifier says of the sentences with these words. Everything else, so also each canary, is denied. */
export interface Verdicts {
  confirmed: string[]
  /** Its phrase for what it denies. */
  why?: string
}

/**
 * A model that writes the same letter each time, and verifies letters. Its verdicts wait until `verify` is called,
 * which lets one request, or the next, be answered.
 */
export async function startVerifyingModel(letter: string) {
  const waiting: ((verdicts: Verdicts) => void)[] = []
  const nextInLine: Verdicts[] = []
  const asked: string[] = []
  const nextVerdicts = (response: ServerResponse) => {
    const first = nextInLine.shift()
    if (first) return Promise.resolve(first)
    return new Promise<Verdicts>((resolve) => {
      waiting.push(resolve)
      // Who asked is gone, and its verdicts are for the next.
      response.once("close", () => {
        if (waiting.includes(resolve)) waiting.splice(waiting.indexOf(resolve), 1)
      })
    })
  }
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyText(request)
      if (!(request.url ?? "").endsWith("/chat/completions")) return response.writeHead(404).end()
      const completion: { messages: { content: string }[] } = JSON.parse(body)
      const prompt = completion.messages.at(-1)?.content ?? ""
      const isVerifying = /--- SENTENCES/.test(prompt)
      if (isVerifying) asked.push(prompt)
      const answer = isVerifying ? verdictsOf(prompt, await nextVerdicts(response)) : letter
      response.writeHead(200, { "content-type": "text/event-stream" })
      for (const piece of answer.match(/[\s\S]{1,40}/g) ?? [])
        response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: piece } }] })}\n\n`)
      response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}\n\n`)
      return response.end("data: [DONE]\n\n")
    })().catch(() => response.destroy())
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  return {
    settings: {
      MODEL_BASE_URL: `http://127.0.0.1:${port}/v1`,
      MODEL_NAME: "big-model",
      MODEL_API_KEY: "key-1234567890"
    },
    /** What the verifier was asked so far. */
    asked,
    verify(verdicts: Verdicts): void {
      const first = waiting.shift()
      if (first) first(verdicts)
      else nextInLine.push(verdicts)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    }
  }
}

/** Names the first sentence of the evidence for each verdict. */
function verdictsOf(prompt: string, { confirmed, why = "" }: Verdicts): string {
  const [, listed = ""] = prompt.split(/--- SENTENCES \w+ ---\n/)
  const evidence = /\| (S1\.1) /.exec(prompt)?.[1]
  const verdicts = [...listed.matchAll(/^\| (\d+)\. (.*)$/gm)].map(([, n, sentence = ""]) => {
    const isConfirmed = confirmed.some((words) => sentence.includes(words))
    return {
      n: Number(n),
      verdict: isConfirmed ? "supported" : "contradicted",
      evidence: evidence ? [evidence] : [],
      why
    }
  })
  return JSON.stringify({ verdicts, unanswered: [] })
}
