import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import * as z from "zod/mini"
import { restoredOf, restoreLine } from "../../eval/tasks/restore.ts"
import { root } from "../house/files.ts"

const strings = z.array(z.string())
const own = z.extend(restoreLine, { has: strings, hasNot: strings, part: z.enum(["dev", "held"]) })
/** The held part is for measuring: it is read only where somebody asks for it. */
const parts = process.env["REPLYWRIGHT_HELD"] ? ["dev", "held"] : ["dev"]
const cases = readFileSync(join(root, "data/restore-own/cases.jsonl"), "utf8")
  .trim()
  .split("\n")
  .filter((line) => parts.includes(own.parse(JSON.parse(line)).part))
  .map((line) => own.parse(JSON.parse(line)))
/** Units of UTF-16; up to and beyond what a stream holds back. */
const CHUNKS = [undefined, 1, 2, 3, 5, 8, 31, 32, 33, 64]

test("there are forty cases of each part", () => expect(cases).toHaveLength(40 * parts.length))

test.each(cases.map((one) => [one.id, one] as const))(
  "own case %s: what may comes back, what may not never does, whole and in pieces of any size",
  (_id, { has, hasNot, ...line }) => {
    for (const chunk of CHUNKS) {
      const text = restoredOf({ ...line, chunk })
      for (const part of has) expect(text).toContain(part)
      for (const part of hasNot) expect(text).not.toContain(part)
    }
  }
)
