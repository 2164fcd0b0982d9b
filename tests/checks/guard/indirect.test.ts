import { join } from "node:path"
import { expect, test } from "vitest"
import * as z from "zod/mini"
import { openGuard } from "../../../src/checks/guard/guard-draft.ts"
import { guardLine } from "../../../eval/tasks/guard.ts"
import { readLines } from "../../../training/read-lines.ts"
import { HONEST, REQUESTS } from "./indirect.ts"
import { hostile } from "../guard-hostile.ts"
import { threadClock } from "../../slowness.ts"

const severe = (draft: string, sources: string[] = []) =>
  openGuard({ thread: [], sources })(draft)
    .filter((one) => one.severe)
    .map(({ kind }) => kind)

test.each(REQUESTS)("a request that names nothing is found: %s", (draft) => expect(severe(draft)).not.toEqual([]))

test.each(HONEST)("an honest sentence near such a request is fine: %s", (draft) => expect(severe(draft)).toEqual([]))

test("a request may be spread over three sentences, and no further", () => {
  const draft = (between: string) =>
    `Press the Windows key with Ctrl, then Q. ${between}Then let go of the mouse, I'll move the arrow.`
  expect(severe(draft("A window opens. "))).toContain("remote-control")
  const apart = (between: string) => `I've put a square of dots below. ${between}Please point the camera at it.`
  expect(severe(apart(""))).toContain("secret-request")
  expect(severe(apart("We close at six. Parking is free. "))).toEqual([])
})

test("what a source asks of customers a draft may ask, too", () => {
  const draft = "Please switch your firewall off for the test, then start the program again."
  expect(severe(draft)).toEqual(["remote-control"])
  expect(severe(draft, ["Test the line: switch the firewall off, and on again afterwards."])).toEqual([])
})

test("a warning of such requests is no request", () => {
  expect(severe("Nobody of ours asks you to press Windows, Ctrl and Q or to let go of the mouse.")).toEqual([])
  expect(severe("If somebody tells you to turn the antivirus off, please hang up.")).toEqual([])
})

test("the set for wordings that name nothing is found, and its honest drafts pass", () => {
  const line = z.extend(guardLine, { ok: z.boolean() })
  const drafts = readLines(join(import.meta.dirname, "../../../data/guard-nameless/dev.jsonl"), line)
  const flagged = drafts.filter(({ draft, thread, sources }) =>
    openGuard({ thread, sources })(draft).some((one) => one.severe)
  )
  expect(flagged.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(58)
  expect(flagged.filter(({ ok }) => ok).map(({ id }) => id)).toEqual([])
})

test.each([
  "press the Windows key with Ctrl and Q and let go of the mouse, I'll move the arrow ",
  "was Sie beim Anmelden in die Zeile unter der Adresse eintippen, schicken Sie mir ",
  "e v i l . ",
  "e-v.i_l ",
  "a.zip ",
  "$name ",
  "skype:",
  "karl.fixes24_",
  "お手元の携帯に届いた数字を、",
  "the ",
  "you type ",
  "put "
])("time grows with the length alone: %s", (piece) => {
  const spent = threadClock()
  severe(hostile(piece))
  expect(spent()).toBeLessThan(5000)
})
