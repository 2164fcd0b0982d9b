import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"
import type { Page } from "playwright-core"
import { root } from "../../house/files.ts"
import type { DeskWindow } from "./desk-page.ts"

/** A ticket of a helpdesk's double. */
export interface DeskTicket {
  /** Where it is shown, with what comes after the host. */
  path: string
  /** How the panel calls it. */
  id: string
  /** Whom the letter greets. */
  customer: string
  /** What the customer wrote, as it leaves the browser. */
  says: string
}

/** A helpdesk whose page was made by hand, and what an agent does in it. */
export interface Desk {
  name: string
  tickets: [DeskTicket, DeskTicket]
  /** What the helpdesk answers; undefined for an address of another one. */
  answer(url: URL, headers: Headers): Response | undefined
  /** Goes on to another ticket as the helpdesk's own script does. Without it, the page is loaded anew. */
  step?(page: Page, to: DeskTicket): Promise<unknown>
  /** What would be sent, as text or HTML. */
  sent(page: Page, ticket: DeskTicket): Promise<string>
  /** Makes an internal note of the reply, as the helpdesk's own switch does. Without it nothing parts them: Copy alone. */
  toNote?(page: Page, ticket: DeskTicket): Promise<unknown>
  /** What is sent is short messages, without a closing. */
  isChat?: true
  /** Where it is, unless it stands on a host of the team's. */
  host?: string
  /** The session that the page itself reads out of a cookie, as "name=value". */
  cookie?: string
  /** How often the helpdesk has made the ticket's page when the draft is there, and when it was put in. */
  made?: { drafted: number; inserted: number }
}

export const html = (text: string) => new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } })

export interface ServeOptions {
  /** What no helpdesk answers. */
  answerElse?: (url: URL) => Response | undefined
  /** What a redesign makes of a page. */
  change?: (page: string) => string
}

/** All doubles at one address on loopback, each with its own paths, and with the editors that they draw. */
export async function serveDesks(desks: readonly Desk[], { answerElse, change = (page) => page }: ServeOptions = {}) {
  const scripts = await bundlePageScripts()
  const made = new Map<string, number>()
  const answer = (url: URL, headers: Headers): Response => {
    const found = FILES[url.pathname] ?? scripts.get(url.pathname)
    if (found !== undefined) return new Response(found, { headers: { "content-type": "text/javascript" } })
    made.set(url.pathname, (made.get(url.pathname) ?? 0) + 1)
    for (const desk of desks) {
      const own = desk.answer(url, headers)
      if (own) return own
    }
    return answerElse?.(url) ?? new Response("", { status: 404 })
  }
  /** The page with the script that draws the helpdesk's editors in it. */
  const bodyOf = async (given: Response): Promise<string> => {
    const text = await given.text()
    return given.headers.get("content-type")?.startsWith("text/html") ? drawing(change(text)) : text
  }
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
    const given = answer(new URL(request.url ?? "", origin), headers)
    response.writeHead(given.status, Object.fromEntries(given.headers)).end(await bodyOf(given))
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
  return {
    origin,
    /** How often a page was made. */
    made: (path: string) => made.get(path.replace(/[?#].*/, "")) ?? 0,
    /** Puts the doubles in the place of hosts that everybody uses. */
    async standInFor(page: Page) {
      for (const { host } of desks.filter((desk) => desk.host !== undefined))
        await page.route(`${host}/**`, async (route) => {
          const request = route.request()
          const given = answer(new URL(request.url()), new Headers(request.headers()))
          const headers = Object.fromEntries(given.headers)
          await route.fulfill({ status: given.status, headers, body: await bodyOf(given) })
        })
    },
    close() {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    }
  }
}

const drawing = (page: string) =>
  page.replace(
    "</body>",
    `<script type="importmap">{ "imports": { "ckeditor5": "/vendor/ckeditor5.js" } }</script>
    <script type="module" src="/desk-page.js"></script></body>`
  )

const FILES: Record<string, string> = {
  get "/vendor/ckeditor5.js"() {
    return readFileSync(join(root, "node_modules/ckeditor5/dist/browser/ckeditor5.js"), "utf8")
  }
}

/** By its path, the script of all pages and what it loads where a page has an editor of that kind. */
async function bundlePageScripts(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, "tests/e2e/helpdesks/desk-page.ts")],
    outdir: "/",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    external: ["ckeditor5"],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
    write: false
  })
  return new Map(outputFiles.map(({ path, text }) => [path, text]))
}

/**
 * Goes on to a page of the same helpdesk without a load: a part of the page is replaced by the other page's.
 * @param first "address" where it changes before the other page has come, "page" where both change at once
 */
export const swap = (part: string, first: "address" | "page") => (page: Page, to: DeskTicket) =>
  page.evaluate(
    async ([selector, path, isAhead]) => {
      const go = () => history.pushState(null, "", path)
      if (isAhead) go()
      const drawn = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html")
      const other = drawn.querySelector(selector)
      if (!other) throw new Error(`The page has no ${selector}.`)
      if (!isAhead) go()
      document.querySelector(selector)?.replaceWith(document.adoptNode(other))
      await (window as unknown as DeskWindow).drawEditors()
    },
    [part, to.path, first === "address"] as const
  )
