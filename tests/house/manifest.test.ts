import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { ALLOWED } from "../../scaffold/security/manifest.ts"
import { HELPDESK_NAMES } from "../../src/ticket/names/helpdesk-names.ts"
import { LANGUAGE_CODES } from "../../src/ui/messages/languages.ts"
import { root } from "./files.ts"

const build = join(root, "build/chrome-mv3-prod")
const manifest = () => JSON.parse(readFileSync(join(build, "manifest.json"), "utf8"))

test("the built manifest asks for exactly this", () => {
  const built = manifest()
  expect(built.manifest_version).toBe(3)
  expect([...built.permissions].sort()).toEqual(ALLOWED.permissions)
  expect(built.host_permissions).toEqual(ALLOWED.host_permissions)
  expect(built.optional_host_permissions).toEqual(ALLOWED.optional_host_permissions)
  expect(built.content_security_policy.extension_pages).toBe(ALLOWED.policy)
  expect(built.content_scripts).toHaveLength(1)
  expect(built.content_scripts[0]).toMatchObject({
    matches: ["https://*.zendesk.com/*", "http://127.0.0.1/*"],
    all_frames: false
  })
  expect(built.externally_connectable).toBeUndefined()
  expect(built.web_accessible_resources ?? []).toEqual([])
  expect(Object.keys(built.commands).sort()).toEqual(["insert", "next", "open-panel", "say"])
})

test("what is read of it is there in every language of the interface", () => {
  const built = manifest()
  const commands: { description: string }[] = Object.values(built.commands)
  const places = [built.description, ...commands.map(({ description }) => description)]
  expect([places.length, built.default_locale]).toEqual([5, "en"])
  const texts = LANGUAGE_CODES.map((code) => {
    const messages = JSON.parse(readFileSync(join(build, "_locales", code, "messages.json"), "utf8"))
    return places.map((place) => messages[/^__MSG_(\w+)__$/.exec(place)?.[1] ?? ""]?.message)
  })
  for (const text of texts.flat()) expect(text).toMatch(/^.{4,132}$/)
  // Each in its own words.
  expect(new Set(texts.flat()).size).toBe(texts.flat().length)
})

test("every file that the manifest names is there", () => {
  const built = manifest()
  for (const file of [
    built.action.default_popup,
    built.side_panel.default_path,
    built.background.service_worker,
    ...built.content_scripts[0].js,
    "desk.js",
    "picker.js",
    ...HELPDESK_NAMES.map((id) => `adapter-${id}.js`)
  ])
    expect(existsSync(join(build, file)), file).toBe(true)
})

test("a page without a ticket loads two kilobytes at most", () => {
  const [script] = manifest().content_scripts[0].js
  expect(gzipSync(readFileSync(join(build, script)), { level: 9 }).length).toBeLessThanOrEqual(2000)
})

test("licences go with it", () => {
  for (const file of ["LICENSE", "NOTICE", "LICENSE-Inter.txt"]) expect(existsSync(join(build, file)), file).toBe(true)
})

test("no bundle evaluates text or loads code from elsewhere", () => {
  const scripts = readdirSync(build, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"))
  for (const file of scripts) {
    const code = readFileSync(join(build, file), "utf8")
    // A method of this name (the engine for patterns has one) evaluates no text.
    expect(/(?<![.\w$])eval\((?![\w$,]*\)\{)/.test(code), `${file}: eval`).toBe(false)
    expect(/\b(?:window|self|globalThis|global|top|parent)\??\.eval\b/.test(code), `${file}: eval`).toBe(false)
    expect(/importScripts\(\s*["']https?:/.test(code), `${file}: remote script`).toBe(false)
  }
})
