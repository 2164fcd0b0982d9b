import { createServer } from "vite"
import { viteLexicon } from "../../../demo/lexicon.ts"
import { root } from "../../house/files.ts"

/** What the lab's page offers to tests, as globals. */
export interface LabPage {
  /** Of all editors of the composer contract. */
  names(): string[]
  /** Opens a real editor of the composer contract, alone on the page. */
  show(name: string, standing: object): Promise<void>
  /** Marks the editor's element for scripts of another world; some editors take the mark away again. */
  mark(): void
  /** What the shown editor would save. */
  model(): string
  /** The same as lines. */
  lines(): string
  /** The element to click into. */
  editable(): HTMLElement
  focusEditor(): void
  insert(text: string, at: string): Promise<void>
  replace(words: string, others: string): Promise<void>
  read(): string
}

/**
 * A page with every editor of the composer contract and the composers themselves, for browsers that the contract
 * doesn't run in.
 */
export async function serveEditorLab(): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createServer({
    root,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    cacheDir: "node_modules/.vite/editor-lab",
    server: { host: "127.0.0.1", port: 0, hmr: false, ws: false, watch: null },
    // Found before the first page is served: found later, they would load it again in the middle of a test.
    optimizeDeps: { entries: ["tests/composers/editors.ts"] },
    plugins: [
      viteLexicon,
      {
        name: "editor-lab",
        configureServer({ middlewares }) {
          middlewares.use(
            "/lab",
            (_request, response) => void response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE)
          )
        }
      }
    ]
  })
  await server.listen()
  const address = server.httpServer?.address()
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/lab`,
    close: () => server.close()
  }
}

const PAGE = `<!doctype html><html><head><title>Editors</title></head><body><script type="module">
import { composers } from "/src/composers/index.ts"
import { editors } from "/tests/composers/editors.ts"
let shown, composer
Object.assign(globalThis, {
  names: () => editors.map(({ name }) => name),
  async show(name, standing) {
    shown?.close()
    shown = await editors.find((each) => each.name === name).open(standing)
    composer = composers.find((each) => each.accepts(shown.element))
  },
  focusEditor: () => shown.element.focus(),
  mark: () => void (shown.element.dataset.shown = ""),
  model: () => shown.model(),
  lines: () => shown.lines(),
  editable: () => shown.element.ownerDocument.defaultView.frameElement ?? shown.element,
  insert: (text, at) => composer.insert(shown.element, text, at),
  replace(words, others) {
    const from = composer.read(shown.element).indexOf(words)
    return composer.replace(shown.element, from, from + words.length, others)
  },
  read: () => composer.read(shown.element)
})
globalThis.ready?.()
document.documentElement.dataset.lab = "ready"
</script></body></html>`
