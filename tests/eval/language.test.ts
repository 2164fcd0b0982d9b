import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-language-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lines = [
  { id: 1, text: "Mijn pakket is nog steeds niet aangekomen, kunt u mij helpen?" },
  { id: "b", text: "Wo bleibt mein Paket?" },
  { id: 3, text: "ok" },
  { id: 4 }
]

test("all that the detector knows, or only those named; null where nothing tells", async () => {
  const ran = await evaluate(["language"], lines)
  expect(ran.code).toBe(1)
  expect(ran.lines.slice(0, 3)).toEqual([
    { id: 1, language: "nl", confidence: expect.any(Number) },
    { id: "b", language: "de", confidence: expect.any(Number) },
    { id: 3, language: null, confidence: expect.any(Number) }
  ])
  expect(ran.lines[3]).toEqual({ id: 4, error: 'The field "text" is missing or not valid: expected string.' })
  const some = await evaluate(["language", "--languages", "en, de"], lines.slice(0, 2))
  expect(some.code).toBe(0)
  for (const { language, confidence } of some.lines) {
    expect(["en", "de", null]).toContain(language)
    expect(Number(confidence)).toBeGreaterThanOrEqual(0)
    expect(Number(confidence)).toBeLessThanOrEqual(1)
  }
  for (const codes of ["english", "en,,de", ""])
    expect(await evaluate(["language", "--languages", codes])).toMatchObject({ code: 2, lines: [] })
})

test("the report tells how many are right whole and cut short, by language, and reads what is kept apart only when asked", async () => {
  mkdirSync(join(folder, "xquad-lang"))
  mkdirSync(join(folder, "language-own/fr"), { recursive: true })
  const save = (file: string, rows: object[]) =>
    writeFileSync(join(folder, file), rows.map((row) => JSON.stringify(row)).join("\n"))
  save("xquad-lang/dev.jsonl", [
    { id: "1", lang: "de", text: "Wie viele Punkte hat die Verteidigung abgegeben?" },
    { id: "1", lang: "el", text: "Πόσους πόντους έδωσε η άμυνα;" },
    { id: "2", lang: "de", text: "Πού είναι το δέμα μου σήμερα;" }
  ])
  save("language-own/fr/dev.jsonl", [
    { id: "1", language: "fr", text: "ça marche pas" },
    { id: "2", language: "fr", text: "Bonjour, où en est ma commande s'il vous plaît ?" }
  ])
  writeFileSync(join(folder, "language-own/fr/held.jsonl"), "{not json")
  const dev = await evaluate(["report", "--data", folder, "--only", "xquad-lang", "--only", "language-own"])
  expect(dev.code).toBe(0)
  const figure = (set: string, metric: string) =>
    dev.lines.find((line) => line["set"] === set && line["metric"] === metric)?.["figure"]
  for (const about of ["whole", "first 25 characters"])
    expect(figure("xquad-lang, 12 languages", `${about}: right`)).toBeCloseTo(2 / 3, 3)
  expect(figure("xquad-lang, 12 languages", "whole, right: de")).toBe(0.5)
  expect(figure("language-own fr, dev", "whole: right")).toBe(1)
  expect(figure("language-own fr, dev", "shorter than 25 characters: right")).toBe(1)
  const held = await evaluate(["report", "--data", folder, "--only", "language-own", "--held"])
  expect(held.code).toBe(1)
  expect(String(held.lines[0]?.["error"])).toContain("held.jsonl, line 1")
})
