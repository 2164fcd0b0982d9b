import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, readFileSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { root } from "../house/files.ts"

const lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.optional(z.boolean()), optional: z.optional(z.boolean()) }))
})

/**
 * Lays the packages that `npm ci` would install into a folder that has this repository's lock file, as links to those of
 * this checkout if both are on one disk.
 * @param omitted the kinds that are left out, "dev" or "optional", as npm's option `--omit` takes them
 */
export function layPackages(folder: string, omitted: readonly (string | undefined)[]): void {
  // All of them are what this checkout has, and nothing is taken out of them.
  if (omitted.length === 0) return symlinkSync(join(root, "node_modules"), join(folder, "node_modules"))
  const { packages } = lock.parse(JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")))
  const wanted = Object.entries(packages)
    // A package brings its own along.
    .filter(([path]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path))
    .filter(([, { dev }]) => !(dev && omitted.includes("dev")))
    .filter(([, { optional }]) => !(optional && omitted.includes("optional")))
    .map(([path]) => path)
    // npm leaves out the optional ones that are for another kind of machine.
    .filter((path) => packages[path]?.optional !== true || existsSync(join(root, path)))
  const copy = ["--archive", "--parents", ...wanted, folder]
  if (spawnSync("cp", ["--link", ...copy], { cwd: root }).status !== 0) execFileSync("cp", copy, { cwd: root })
}
