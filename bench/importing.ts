import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { processDocument } from "../src/knowledge/import/process-document.ts"
import { runImport, type ImportProgress } from "../src/knowledge/import/run-import.ts"
import { readMarkdown } from "../src/ingest/formats/markdown.ts"
import { filesSource } from "../src/ingest/sources/files.ts"
import { silentLog } from "../src/runtime/log.ts"
import { readSettings } from "../src/runtime/settings.ts"
import { openDatabase } from "../src/storage/database.ts"
import { madeUpArticles } from "./articles.ts"
import { withFolder } from "./child.ts"
import { secondsOf, timed, type Row } from "./table.ts"

const ARTICLES = 10_000
/** With titles, headings and links, an article comes to 300 words. */
const WORDS = 250

/**
 * Imports Markdown files into an embedded PostgreSQL of its own on the disk: for the first time, again, and with a
 * tenth of them changed.
 */
export async function importing(signal: AbortSignal): Promise<Row[]> {
  const articles = madeUpArticles(ARTICLES, WORDS)
  const size = articles.reduce((sum, text) => sum + (text.match(/\p{L}+/gu)?.length ?? 0), 0) / ARTICLES
  const some = articles.slice(0, 2_000)
  const cutting = () => some.forEach((text, n) => processDocument(readMarkdown(`${n}.md`, text, "public")))
  cutting()
  const began = performance.now()
  cutting()
  const alone = performance.now() - began
  return withFolder(async (folder) => {
    const write = (n: number, text: string) => writeFileSync(join(folder, "articles", String(n % 100), `${n}.md`), text)
    for (let part = 0; part < 100; part++) mkdirSync(join(folder, "articles", String(part)), { recursive: true })
    articles.forEach((text, n) => write(n, text))
    const { db, close } = await openDatabase(
      readSettings({ REPLYWRIGHT_DATA: join(folder, "data") }),
      silentLog,
      signal
    )
    try {
      const source = await filesSource(join(folder, "articles"))
      const row = async (name: string): Promise<Row> => {
        let [read, found] = [0, 0]
        const started = performance.now()
        const report = ({ phase }: ImportProgress) => {
          if (phase === "reading") read = performance.now() - started
          else if (phase === "words") found ||= performance.now() - started
        }
        const ms = await timed(() => runImport(db, source, { origin: "team", signal, log: silentLog, report }))
        const done = found || ms
        return [
          name,
          rateOf(ARTICLES, done),
          `done after ${secondsOf(done)}, of which ${secondsOf(done - read)} after the last batch; keep list, words for slips and merged postings ${secondsOf(ms - done)} later`
        ]
      }
      const first = await row(`first import of ${ARTICLES.toLocaleString("en")} articles into PostgreSQL`)
      const again = await row("the same again")
      articles.forEach((text, n) => {
        if (n % 10 === 0) write(n, `${text}\n\nThis is new.`)
      })
      return [
        ["mean words an article", size.toFixed(0)],
        ["reading and cutting alone, one core", rateOf(some.length, alone)],
        first,
        again,
        await row("with a tenth of them changed")
      ]
    } finally {
      await close()
    }
  })
}

const rateOf = (count: number, ms: number) =>
  `${Math.round((count * 1000) / ms).toLocaleString("en")} documents a second`
