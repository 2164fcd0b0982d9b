import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"

/** @returns what a script beside this file prints */
const outputOf = async (script: string) =>
  (await promisify(execFile)(process.execPath, [join(import.meta.dirname, script)])).stdout.trim()

test("the first worker never finds a free port taken", async () => {
  expect(await outputOf("listens-often.ts")).toBe("0")
})

test("a worker that was killed while its metrics are asked for leaves its parent alive", async () => {
  expect(await outputOf("dead-worker-metrics.ts")).toBe("gathered")
})
