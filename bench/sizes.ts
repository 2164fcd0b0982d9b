import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { root } from "../demo/root.ts"
import type { Row } from "./table.ts"

const build = join(root, "build/chrome-mv3-prod")
const scripts: [name: string, file: RegExp][] = [
  ["content script (in each page of an allowed site)", /^helpdesk\.\w+\.js$/],
  ["helpdesk script (in pages with a ticket)", /^desk\.js$/],
  ["adapter of a helpdesk (before it; Zendesk has the largest)", /^adapter-zendesk\.js$/],
  ["background", /^static\/background\/index\.js$/],
  ["side panel", /^sidepanel\.\w+\.js$/],
  ["side panel, style", /^sidepanel\.\w+\.css$/],
  ["popup", /^popup\.\w+\.js$/],
  ["masking worker", /^worker\.\w+\.js$/],
  ["offscreen page", /^tabs\/offscreen\.\w+\.js$/],
  ["tone check (loaded into it by the first)", /^job\.\w+\.js$/],
  ["review tab", /^tabs\/review\.\w+\.js$/],
  ["figures tab", /^tabs\/figures\.\w+\.js$/],
  ["admin tab", /^tabs\/admin\.\w+\.js$/]
]

/** Returns the sizes of the built scripts, raw and packed with `gzip -9`. In both, 1 kB is 1,000 bytes. */
export function sizes(): Row[] {
  const files = readdirSync(build, { recursive: true, encoding: "utf8" })
  return scripts.map(([name, pattern]) => {
    const file = files.find((path) => pattern.test(path))
    if (file === undefined) return [name, "not built"]
    const bytes = readFileSync(join(build, file))
    return [name, `${kilobytes(bytes.length)} raw`, `${kilobytes(gzipSync(bytes, { level: 9 }).length)} gzip -9`]
  })
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
