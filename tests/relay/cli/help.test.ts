import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { root } from "../../house/files.ts"

test.each(["help", "--help", "-h"])("%s lists the commands, which is no mistake", async (asked) => {
  const said = await promisify(execFile)(process.execPath, [join(root, "src/relay/cli.mjs"), asked])
  expect(said).toMatchObject({
    stdout: expect.stringMatching(/^ {2}npm run relay {3}starts the relay\n {2}npm run relay -- audit verify/),
    stderr: ""
  })
})
