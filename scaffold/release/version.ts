import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"

/** Returns whether a text is a version as package.json and browsers take it: three numbers. */
export function isVersion(text: string): boolean {
  return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(text)
}

/** Reads the version of a checkout. @throws ZodError if package.json has none */
export function versionOf(root: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version
}
