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

/** Returns one of the listed files of the page, or undefined. A path never reaches the disk, so `..` has no effect. */
export function assetAt(path: string): Asset | undefined {
  const name = path.slice(1)
  if (!FILES.includes(name)) return undefined
  const asset = assets.get(name) ?? read(name)
  assets.set(name, asset)
  return asset
}

/** The attachments of tickets that can be opened, in `demo/tickets/files`, and what each is. */
const ATTACHMENTS: Record<string, string | undefined> = {
  "repair-order-RP-2291.pdf": "application/pdf",
  "collection-note.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "motors.txt": "text/plain"
}

/** Returns an attachment by its address, or undefined. */
export function attachmentAt(path: string): { type: string; body: Buffer } | undefined {
  const name = path.slice("/files/".length)
  const type = Object.hasOwn(ATTACHMENTS, name) ? ATTACHMENTS[name] : undefined
  return type === undefined
    ? undefined
    : { type, body: readFileSync(new URL(`../tickets/files/${name}`, import.meta.url)) }
}

/** Reads a file. The page's TypeScript is served as JavaScript without a build step, as the relay's own files run. */
function read(name: string): Asset {
  const source = readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8")
  const ending = name.slice(name.lastIndexOf(".") + 1)
  return { type: `${TYPES[ending]}; charset=utf-8`, body: ending === "ts" ? withoutTypes(source) : source }
}

/** Strips types. Node 24 warns once that this is experimental, which would only be noise in the log at every start. */
function withoutTypes(source: string): string {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
