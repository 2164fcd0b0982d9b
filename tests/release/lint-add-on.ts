import { spawnSync } from "node:child_process"
import { join } from "node:path"
import * as z from "zod/mini"
import { root } from "../house/files.ts"

const found = z.object({ code: z.string(), message: z.string(), file: z.optional(z.string()) })
const report = z.object({ errors: z.array(found), warnings: z.array(found) })

/** Returns what Mozilla's linter, which addons.mozilla.org runs on every upload, finds in a folder or a zip file. */
export function lintAddOn(path: string): z.infer<typeof report> {
  const program = join(root, "node_modules/addons-linter/bin/addons-linter")
  // It ends with 1 where it finds an error.
  const { stdout } = spawnSync(process.execPath, [program, "--output", "json", path], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 ** 2
  })
  return report.parse(JSON.parse(stdout))
}
