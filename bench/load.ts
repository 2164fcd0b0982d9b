import { Agent, request } from "node:http"

/** One stream as its reader received it, in milliseconds of wall-clock time. */
export interface Stream {
  name: string
  asked: number
  /** These are the times at which each token of 6 characters had arrived completely. */
  tokens: number[]
}

export interface Target {
  /** Returns the request for a stream of that name. */
  ask(name: string): { url: string; headers: Record<string, string>; body: string }
  /** Returns the text in one event's data, or "". */
  textOf(event: string, data: string): string
}

/**
 * Sets how the endpoint of `upstream.ts` writes from now on: the milliseconds to the first token and between two
 * tokens, and the number of tokens.
 */
export const pace = (endpoint: string, { first, each, tokens }: { first: number; each: number; tokens: number }) =>
  fetch(`${endpoint}/pace?first=${first}&each=${each}&tokens=${tokens}`)

/**
 * Starts this many streams within so many milliseconds, and resolves when all have ended. Names begin with the prefix.
 */
export async function load(
  target: Target,
  count: number,
  signal: AbortSignal,
  withinMs = 1000,
  prefix = ""
): Promise<Stream[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  try {
    return await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        await new Promise((resolve) => setTimeout(resolve, (n / count) * withinMs))
        return read(target, `${prefix}${count}x${n}`, agent, signal)
      })
    )
  } finally {
    agent.destroy()
  }
}

const clock = () => performance.timeOrigin + performance.now()

function read(target: Target, name: string, agent: Agent, signal: AbortSignal): Promise<Stream> {
  const { url, headers, body } = target.ask(name)
  const stream: Stream = { name, asked: clock(), tokens: [] }
  return new Promise((resolve, reject) => {
    request(
      url,
      { method: "POST", agent, signal, headers: { "content-type": "application/json", ...headers } },
      (response) => {
        let rest = ""
        let characters = 0
        response
          .setEncoding("utf8")
          .on("data", (part: string) => {
            const now = clock()
            const events = (rest + part).split("\n\n")
            rest = events.pop() ?? ""
            for (const event of events) {
              const [, kind = ""] = /^event: ?(.*)$/m.exec(event) ?? []
              const [, data = ""] = /^data: ?(.*)$/m.exec(event) ?? []
              characters += data.startsWith("{") ? target.textOf(kind, data).length : 0
            }
            while (stream.tokens.length < Math.floor(characters / 6)) stream.tokens.push(now)
          })
          .on("end", () =>
            response.statusCode === 200
              ? resolve(stream)
              : reject(new Error(`${url} answered ${response.statusCode}: ${rest}`))
          )
          .on("error", reject)
      }
    )
      .on("error", reject)
      .end(body)
  })
}
