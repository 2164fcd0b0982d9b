import { execFileSync, spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { createInterface } from "node:readline"

/**
 * One page of a browser with a window, by the wire itself: Playwright makes every page believe that it has the focus.
 */
export interface Target {
  evaluate<T>(expression: string): Promise<T>
  front(): Promise<unknown>
  close(): Promise<unknown>
}

export interface Headful {
  open(url: string): Promise<Target>
  /** The first target, now or later, whose address ends so. */
  find(end: string): Promise<Target & { url: string }>
  screen: Screen["do"]
  close(): Promise<void>
}

/** In pixels; the window fills it, the side panel stands at its right. */
export const SCREEN_WIDTH = 1400

/** What this needs and is not installed, or undefined. */
export function missingForHeadful(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter)
  return ["Xvfb", "xdotool"].find((name) => !folders.some((folder) => existsSync(join(folder, name))))
}

export interface Screen {
  /** For DISPLAY. */
  display: string
  /** A real click or key, in the words of xdotool. */
  do(...xdotool: (string | number)[]): void
  close(): Promise<void>
}

/** A screen of its own: Xvfb takes a free number and tells it. */
export async function startScreen(): Promise<Screen> {
  const xvfb = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", `${SCREEN_WIDTH}x900x24`, "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"]
  })
  const display = `:${await lineOf(xvfb, "stdout", /^(\d+)/)}`
  return {
    display,
    do: (...args) =>
      void execFileSync(
        "xdotool",
        args.map((arg) => String(typeof arg === "number" ? Math.round(arg) : arg)),
        { env: { ...process.env, DISPLAY: display } }
      ),
    async close() {
      const ended = once(xvfb, "exit")
      xvfb.kill()
      await ended
    }
  }
}

/** Chromium with a window on a screen of its own, and the extension in it. */
export async function openHeadful(program: string, extension: string): Promise<Headful> {
  const screen = await startScreen()
  const profile = mkdtempSync(join(tmpdir(), "replywright-headful-"))
  const browser = spawn(
    program,
    [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--no-first-run",
      `--window-size=${SCREEN_WIDTH},900`,
      "--window-position=0,0",
      `--user-data-dir=${profile}`,
      "--remote-debugging-port=0",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "about:blank"
    ],
    { env: { ...process.env, DISPLAY: screen.display }, stdio: ["ignore", "ignore", "pipe"] }
  )
  const wire = await lineOf(browser, "stderr", /DevTools listening on (ws:\S+)/)
    .then(connect)
    .catch(async (error: unknown) => {
      await screen.close()
      browser.kill()
      throw error
    })
  await wire.send("Target.setDiscoverTargets", { discover: true })
  return {
    async open(url) {
      const { targetId } = await wire.send("Target.createTarget", { url: "about:blank" })
      const target = await wire.attach(String(targetId))
      await target.load(url)
      return target
    },
    async find(end) {
      const { targetId, url } = await wire.seen(end)
      return { ...(await wire.attach(targetId)), url }
    },
    screen: screen.do,
    async close() {
      const ended = once(browser, "exit")
      await wire.send("Browser.close", {})
      await ended
      await screen.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}

type Answer = Record<string, unknown>
interface Info {
  targetId: string
  url: string
}

async function connect(address: string) {
  const socket = new WebSocket(address)
  await once(socket, "open")
  const asked = new Map<number, (answer: { result?: Answer; error?: { message: string } }) => void>()
  const targets = new Map<string, Info>()
  const heard = new EventTarget()
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data))
    asked.get(message.id)?.(message)
    asked.delete(message.id)
    const info: Info | undefined = message.params?.targetInfo
    if (info) targets.set(info.targetId, info)
    if (message.method) heard.dispatchEvent(new Event(`${message.method} ${message.sessionId ?? ""}`))
  })
  let last = 0
  const send = (method: string, params: Answer, sessionId?: string) =>
    new Promise<Answer>((resolve, reject) => {
      asked.set(++last, ({ result, error }) =>
        result ? resolve(result) : reject(new Error(`${method}: ${error?.message}`))
      )
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }))
    })
  return {
    send,
    async seen(end: string): Promise<Info> {
      for (;;) {
        const found = [...targets.values()].find(({ url }) => url.endsWith(end))
        if (found) return found
        await Promise.race(["Target.targetCreated ", "Target.targetInfoChanged "].map((name) => once(heard, name)))
      }
    },
    async attach(targetId: string) {
      const sessionId = String((await send("Target.attachToTarget", { targetId, flatten: true }))["sessionId"])
      return {
        async load(url: string) {
          await send("Page.enable", {}, sessionId)
          const loaded = once(heard, `Page.loadEventFired ${sessionId}`)
          await send("Page.navigate", { url }, sessionId)
          await loaded
        },
        async evaluate<T>(expression: string): Promise<T> {
          const answer = await send(
            "Runtime.evaluate",
            { expression, awaitPromise: true, returnByValue: true, userGesture: true },
            sessionId
          )
          if (answer["exceptionDetails"]) throw new Error(JSON.stringify(answer["exceptionDetails"]))
          return (answer["result"] as { value: T }).value
        },
        front: () => send("Page.bringToFront", {}, sessionId),
        close: () => send("Target.closeTarget", { targetId })
      }
    }
  }
}

async function lineOf(child: ChildProcess, stream: "stdout" | "stderr", wanted: RegExp): Promise<string> {
  const from = child[stream]
  if (!from) throw new Error("the program has no such stream")
  for await (const line of createInterface({ input: from })) {
    const found = wanted.exec(line)?.[1]
    if (!found) continue
    from.resume()
    return found
  }
  throw new Error(`${child.spawnfile} ended before it was ready`)
}
