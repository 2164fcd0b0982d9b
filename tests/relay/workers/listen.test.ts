import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"

test("the first worker never finds a free port taken", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "listens-often.ts")])
  expect(stdout.trim()).toBe("0")
})
