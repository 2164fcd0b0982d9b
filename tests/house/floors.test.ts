import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { HELPDESK_MODULES, root, sourceFiles } from "./files.ts"
import { MAY_IMPORT, NODE_ROOMS } from "./rooms.ts"
import { cyclesIn, graphOf, importsOf, reachedFrom } from "./imports.ts"

const MOST_FILES = 25

test("every room is known", () => {
  const rooms = new Set(sourceFiles("src").map((file) => roomOf(file)))
  expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([])
})

test("imports run only downwards", () => {
  const upwards = sourceFiles("src").flatMap((file) => {
    const room = roomOf(file)
    return importsOf(file)
      .map((target) => roomOf(target.to))
      .filter((target) => target !== room && !MAY_IMPORT[room]?.includes(target))
      .map((target) => `${file} imports ${target}`)
  })
  expect(upwards).toEqual([])
})

test.each(["contents/helpdesk.ts", "contents/desk.ts", "contents/picker.ts", ...HELPDESK_MODULES])(
  "nothing of %s reaches zod, React, the store or the wire's schemas at run time",
  (entry) => {
    const seen = reachedFrom(entry)
    expect([...seen].filter((file) => isForbidden(file))).toEqual([])
    const packages = [...seen].flatMap((file) => packagesOf(file))
    expect(packages.filter((name) => /^(zod|react|dexie)/.test(name))).toEqual([])
  }
)

test("only the relay's client and the sender of files talk to the relay, and one other module asks the systems of lookups", () => {
  const callers = sourceFiles("src")
    .filter((file) => /^src\/(copilot|store|ui|platform|masking|lookups)\//.test(file))
    .filter((file) => /\bfetch\(|XMLHttpRequest|WebSocket|EventSource\(|sendBeacon/.test(read(file)))
  expect(callers).toEqual([
    "src/copilot/relay-client/relay-client.ts",
    "src/copilot/relay-client/send-file.ts",
    "src/lookups/get-json.ts"
  ])
})

const everything = sourceFiles("src").flatMap(importsOf)

test("the pages for agents, leads and admins, and the popup, share what is in the kit, and take nothing of each other", () => {
  const surfaces = ["agent", "lead", "admin", "popup"].map((surface) => `src/ui/${surface}/`)
  const across = everything.filter(({ from, to }) => {
    const own = surfaces.find((surface) => from.startsWith(surface))
    return own !== undefined && surfaces.some((surface) => surface !== own && to.startsWith(surface))
  })
  expect(across.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})

test("no folder at any depth imports what imports it, types included; a folder's own files count as one of its parts", () => {
  const folders = new Set(sourceFiles("src").flatMap((file) => parentsOf(file)))
  const cycles = [...folders].sort().flatMap((folder) => {
    const partOf = (file: string) =>
      file.startsWith(`${folder}/`)
        ? (/^[^/]+(?=\/)/.exec(file.slice(folder.length + 1))?.[0] ?? "its files")
        : undefined
    return cyclesIn(graphOf(everything, partOf)).map((cycle) => `${folder}: ${cycle.join(", ")}`)
  })
  expect(cycles).toEqual([])
})

test("no files import each other in a circle at run time", () => {
  const entries = sourceFiles(
    "src",
    "background",
    "contents",
    "popup",
    "sidepanel",
    "tabs",
    "eval",
    "training",
    "demo",
    "bench",
    "scaffold"
  )
  const atRunTime = entries.flatMap(importsOf).filter(({ typeOnly }) => !typeOnly)
  expect(cyclesIn(graphOf(atRunTime, (file) => file))).toEqual([])
})

test("rooms outside src don't import each other in a circle", () => {
  const outside = ["eval", "training", "demo", "bench", "scaffold"]
  const imports = sourceFiles(...outside).flatMap(importsOf)
  expect(cyclesIn(graphOf(imports, (file) => outside.find((room) => file.startsWith(`${room}/`))))).toEqual([])
})

test(`no folder holds more than ${MOST_FILES} files directly, migrations and data aside`, () => {
  const counts = Map.groupBy(sourceFiles("src", "tests", "eval", "training", "demo", "bench"), (file) => dirname(file))
  const full = [...counts]
    .filter(([folder, files]) => !folder.endsWith("/migrations") && files.length > MOST_FILES)
    .map(([folder, files]) => `${files.length} ${folder}`)
  expect(full).toEqual([])
})

/** From `src` down to the folder that holds the file. */
function parentsOf(file: string): string[] {
  const parts = dirname(file).split("/")
  return parts.map((_, depth) => parts.slice(0, depth + 1).join("/"))
}

/** What needs zod, a database or Node never reaches a page. */
function isForbidden(file: string): boolean {
  return ["store", "protocol", "ui", "copilot", "masking", ...NODE_ROOMS].some((room) =>
    file.startsWith(`src/${room}/`)
  )
}

function roomOf(file: string): string {
  return file.split("/")[1] ?? ""
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8")
}

function packagesOf(file: string): string[] {
  return [...read(file).matchAll(/^\s*(?:import|export)\s+(?!type\s)[^"'`;]*?from\s+["']([^."'][^"']*)["']/gm)].map(
    (match) => match[1] ?? ""
  )
}
