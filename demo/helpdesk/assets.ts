import { readFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"

type Asset = { type: string; body: string }

const FILES = [
  "index.html",
  "login.html",
  "style.css",
  "icon.svg",
  "app.ts",
  "list.ts",
  "ticket.ts",
  "composer.ts",
  "dom.ts"
]
const TYPES: Record<string, string> = {
  html: "text/html",
  css: "text/css",
  svg: "image/svg+xml",
  ts: "text/javascript"
}
const assets = new Map<string, Asset>()

/** One of the named files of the page, or nothing: a path never reaches the disk, so `..` leads nowhere. */
export function assetAt(path: string): Asset | undefined {
  const name = path.slice(1)
  if (!FILES.includes(name)) return undefined
  const asset = assets.get(name) ?? read(name)
  assets.set(name, asset)
  return asset
}

/** The page's TypeScript goes out as JavaScript without a build step, as the relay's own files run. */
function read(name: string): Asset {
  const source = readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8")
  const ending = name.slice(name.lastIndexOf(".") + 1)
  return { type: `${TYPES[ending]}; charset=utf-8`, body: ending === "ts" ? withoutTypes(source) : source }
}

/** Node 24 warns once that this is experimental; at every start that would only be noise for who reads the log. */
function withoutTypes(source: string): string {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
