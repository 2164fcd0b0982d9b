import { readFile } from "node:fs/promises"
import { createServer, type ServerResponse } from "node:http"
import { extname, join, normalize, sep } from "node:path"
import { root } from "../../demo/root.ts"
import { isLanguageCode, LANGUAGE_CODES, type LanguageCode } from "../../src/ui/messages/languages.ts"
import { loadMessages } from "../../src/ui/kit/language/load-messages.ts"
import { en } from "../../src/ui/messages/en/en.ts"
import { galleryStates, PAGES, type GalleryState, type Given } from "./states.ts"

/** The gallery, as it is served on 127.0.0.1. */
export interface Gallery {
  url: string
  states: GalleryState[]
  /** Returns the address of one state alone. */
  stateUrl(state: GalleryState, options?: { theme?: "light" | "dark"; language?: LanguageCode }): string
  close(): Promise<void>
}

/**
 * Serves the pages of a built extension in every state. Each is the file of the build, before whose scripts a double of
 * the browser's API is loaded.
 * @param build the folder of the built extension @param port 0 takes any free port
 * @throws Error if the port is taken
 */
export async function startGallery(build: string, { port = 0 }: { port?: number } = {}): Promise<Gallery> {
  const states = galleryStates()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1")
    answer({ build, states }, url, response).catch((error: unknown) => {
      console.error(error)
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`
  return {
    url,
    states,
    stateUrl: ({ page, name }, { theme = "light", language = "en" } = {}) =>
      `${url}/state?${new URLSearchParams({ page, name, theme, language })}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

const OWN_FILES = join(root, "scaffold/gallery/page")

async function answer(
  { build, states }: { build: string; states: GalleryState[] },
  { pathname, searchParams }: URL,
  response: ServerResponse
): Promise<void> {
  if (pathname === "/") return send(response, ".html", await readFile(join(OWN_FILES, "gallery.html")))
  if (pathname === "/favicon.ico") return void response.writeHead(204).end()
  if (pathname === "/states.json") {
    const names = states.map(({ page, name }) => ({ page, name }))
    return send(response, ".json", JSON.stringify({ states: names, languages: LANGUAGE_CODES }))
  }
  if (pathname === "/state") {
    const state = states.find(
      ({ page, name }) => page === searchParams.get("page") && name === searchParams.get("name")
    )
    const language = searchParams.get("language") ?? "en"
    return state && isLanguageCode(language)
      ? send(response, ".html", await stateHtml(build, state, language))
      : notFound(response)
  }
  const folder = pathname.startsWith("/gallery/") ? OWN_FILES : build
  const file = normalize(join(folder, decodeURIComponent(pathname.replace(/^\/gallery\//, "/"))))
  const isServed = TYPES[extname(file)] !== undefined
  if (!file.startsWith(folder + sep) || !isServed) return notFound(response)
  const bytes = await readFile(file).catch(() => undefined)
  return bytes ? send(response, extname(file), bytes, folder === build) : notFound(response)
}

/**
 * Returns the page of the build with what it is given, and with the double of the browser's API, before its scripts.
 */
async function stateHtml(build: string, { page, given }: GalleryState, language: LanguageCode): Promise<string> {
  const html = await readFile(join(build, PAGES[page]), "utf8")
  // "<" would let a text of the state end the script.
  const data = JSON.stringify(await inLanguage(await given(), language)).replaceAll("<", "\\u003c")
  return html.replace(
    "<head>",
    `<head><script>window.given = ${data}</script><script src="/gallery/browser-double.js"></script>`
  )
}

/** Names the buttons that are pressed by their words in this language. */
async function inLanguage(given: Given, language: LanguageCode) {
  if (given.press === undefined) return given
  const words = language === "en" ? en : await loadMessages(language)
  return { ...given, press: given.press.map((one) => ("key" in one ? one : { ...one, button: words[one.button] })) }
}

const TYPES: Partial<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".png": "image/png"
}

/** @param isNamedByContent the browser may keep it, and what it has compiled of it */
function send(response: ServerResponse, ending: string, body: string | Buffer, isNamedByContent = false): void {
  const caching = isNamedByContent ? "max-age=31536000, immutable" : "no-store"
  response.writeHead(200, { "content-type": TYPES[ending], "cache-control": caching }).end(body)
}

function notFound(response: ServerResponse): void {
  response.writeHead(404).end()
}
