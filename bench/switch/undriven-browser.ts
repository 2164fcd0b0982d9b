import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { browserProgram } from "../../demo/browser/find.ts"
import { extensionFlags, QUIET } from "../../demo/tour/browser.ts"

/** One page of a browser that nothing watches, except what is asked for by `send`. */
export interface UndrivenPage {
  /** Sends a command of the DevTools protocol. @throws Error with the browser's own words */
  send<Result>(method: string, params?: object): Promise<Result>
  /** Runs an expression in the page's own world, and returns its value. */
  value<Result>(expression: string): Promise<Result>
}

export interface UndrivenBrowser {
  open(url: string): Promise<UndrivenPage>
  close(): Promise<void>
}

/**
 * Starts Chromium with an extension on a profile, without Playwright, whose watching of the network makes each request
 * of a page take several times as long in the page's own thread. Its pages are in windows of their own, so that all of
 * them can be seen.
 */
export async function startUndriven(extension: string, profile: string, signal: AbortSignal): Promise<UndrivenBrowser> {
  const child = spawn(
    browserProgram(),
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      ...QUIET,
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      ...extensionFlags(extension),
      "about:blank"
    ],
    { stdio: ["ignore", "ignore", "pipe"], signal }
  )
  // Of an abort, which ends it; whoever waits for it hears of that.
  child.on("error", () => undefined)
  const ended = once(child, "exit")
  const socket = new WebSocket(await addressOf(child.stderr))
  await once(socket, "open")
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  socket.addEventListener("message", ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as Answer
    if (id === undefined) return
    const wait = waiting.get(id)
    waiting.delete(id)
    if (error) wait?.reject(new Error(error.message))
    else wait?.resolve(result)
  })
  let last = 0
  const send = <Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> => {
    const wait = Promise.withResolvers<unknown>()
    waiting.set(++last, wait)
    socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    return wait.promise as Promise<Result>
  }
  return {
    async open(url) {
      const { targetId } = await send<{ targetId: string }>("Target.createTarget", { url, newWindow: true })
      const { sessionId } = await send<{ sessionId: string }>("Target.attachToTarget", { targetId, flatten: true })
      return {
        send: (method, params) => send(method, params, sessionId),
        async value<Result>(expression: string) {
          const asked = { expression, awaitPromise: true, returnByValue: true }
          return (await send<{ result: { value: Result } }>("Runtime.evaluate", asked, sessionId)).result.value
        }
      }
    },
    async close() {
      socket.close()
      child.kill()
      await ended
    }
  }
}

interface Answer {
  id?: number
  result?: unknown
  error?: { message: string }
}

/** Returns the address at which the browser says that it listens. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (address !== undefined) return address
  }
  throw new Error("The browser ended before it listened.")
}
