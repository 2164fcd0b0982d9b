import { readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { expect, test } from "vitest"
import { root, sourceFiles } from "./files.ts"

/** Who may import whom: a room's own files, and these. docs/architecture.md draws it. */
const MAY_IMPORT: Record<string, string[]> = {
  ticket: [], text: [], composers: [], platform: [],
  protocol: ["ticket"],
  masking: ["ticket", "text"],
  checks: ["ticket", "text"],
  helpdesks: ["ticket", "text", "composers"],
  store: ["ticket", "text", "platform", "protocol", "masking", "checks"],
  page: ["ticket", "text", "composers", "platform", "protocol", "helpdesks"],
  relay: ["ticket", "text", "masking", "checks", "protocol"],
  copilot: ["ticket", "text", "platform", "protocol", "masking", "checks", "store"],
  ui: ["ticket", "text", "platform", "protocol", "checks", "copilot"]
}

test("every room is known", () => {
  const rooms = new Set(sourceFiles("src").map((file) => roomOf(file)))
  expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([])
})

test("imports run only downwards", () => {
  const upwards = sourceFiles("src").flatMap((file) => {
    const room = roomOf(file)
    return importsOf(file)
      .map((target) => roomOf(target.path))
      .filter((target) => target !== room && !MAY_IMPORT[room]?.includes(target))
      .map((target) => `${file} imports ${target}`)
  })
  expect(upwards).toEqual([])
})

test.each(["contents/helpdesk.ts", "contents/desk.ts"])("nothing of %s reaches zod, React, the store or the wire's schemas at run time", (entry) => {
  const seen = reach(entry)
  expect([...seen].filter((file) => /^src\/(store|protocol|ui|copilot|masking|relay)\//.test(file))).toEqual([])
  const packages = [...seen].flatMap((file) => packagesOf(file))
  expect(packages.filter((name) => /^(zod|react|dexie)/.test(name))).toEqual([])
})

test("only one module talks to the relay", () => {
  const callers = sourceFiles("src").filter((file) => /^src\/(copilot|store|ui|platform|masking)\//.test(file))
    .filter((file) => /\bfetch\(|XMLHttpRequest|WebSocket|EventSource\(|sendBeacon/.test(read(file)))
  expect(callers).toEqual(["src/copilot/relay-client.ts"])
})

function roomOf(file: string): string {
  return file.split("/")[1] ?? ""
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8")
}

function importsOf(file: string): { path: string; typeOnly: boolean }[] {
  const found = read(file).matchAll(/^\s*(import|export)\s+(type\s)?[^"'`;]*?from\s+["'](\.[^"']+)["']|^\s*import\s+["'](\.[^"']+)["']|import\(\s*["'](\.[^"']+)["']\s*\)/gm)
  return [...found].map((match) => ({
    path: relative(root, join(root, dirname(file), match[3] ?? match[4] ?? match[5] ?? "")),
    typeOnly: match[2] !== undefined
  }))
}

function packagesOf(file: string): string[] {
  return [...read(file).matchAll(/^\s*(?:import|export)\s+(?!type\s)[^"'`;]*?from\s+["']([^."'][^"']*)["']/gm)].map((match) => match[1] ?? "")
}

function reach(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const next of importsOf(entry)) if (!next.typeOnly && /\.tsx?$/.test(next.path)) reach(next.path, seen)
  return seen
}
