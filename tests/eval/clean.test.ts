import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-clean-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("a mail in text or HTML comes apart; the farewell is visible, and told besides", async () => {
  const ran = await evaluate(
    ["clean"],
    [
      {
        id: 1,
        text: "It is broken.\n\nThanks\nMoira\n\nSent from my iPhone\n\nOn Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> Is it?"
      },
      { id: "h", html: "<p>It is broken.</p><p>Thanks<br>Moira</p><blockquote type=cite>Is it?</blockquote>" },
      { id: 3 },
      { id: 4, text: "" }
    ]
  )
  expect(ran.code).toBe(1)
  expect(ran.lines[0]).toEqual({
    id: 1,
    visible: "It is broken.\n\nThanks\nMoira",
    closing: "Thanks\nMoira",
    signature: "Sent from my iPhone",
    quoted: "On Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> Is it?"
  })
  expect(ran.lines[1]).toEqual({
    id: "h",
    visible: "It is broken.\n\nThanks\nMoira",
    closing: "Thanks\nMoira",
    signature: "",
    quoted: "Is it?"
  })
  expect(ran.lines[2]).toEqual({ id: 3, error: 'The line has neither "text" nor "html".' })
  expect(ran.lines[3]).toEqual({ id: 4, visible: "", quoted: "", signature: "", closing: "" })
})

test("the report counts mails by visible part and by all parts, white space folded, and reads what is kept apart only when asked", async () => {
  mkdirSync(join(folder, "clean-own/en"), { recursive: true })
  const row = {
    id: "a",
    text: "Broken.\n\nThanks\nMoira",
    visible: "Broken.",
    closing: "Thanks Moira",
    signature: "",
    quoted: ""
  }
  writeFileSync(
    join(folder, "clean-own/en/dev.jsonl"),
    [row, { ...row, closing: "Thanks", signature: "Moira" }, { ...row, text: undefined, html: "<p>Broken." }]
      .map((line) => JSON.stringify(line))
      .join("\n")
  )
  writeFileSync(join(folder, "clean-own/en/held.jsonl"), "{not json")
  const dev = await evaluate(["report", "--data", folder, "--only", "clean-own"])
  const figure = (metric: string) => dev.lines.find((line) => line["metric"] === metric)?.["figure"]
  expect(figure("visible part right")).toBe(1)
  expect(figure("all four parts right")).toBeCloseTo(1 / 3, 3)
  expect(figure("html: all four parts right")).toBe(0)
  const held = await evaluate(["report", "--data", folder, "--only", "clean-own", "--held"])
  expect(held.code).toBe(1)
})
