import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Writes the SHA-256 sums of files of a folder into its file SHA256SUMS, as `sha256sum --check` reads them.
 * @returns the path of that file
 */
export function writeChecksums(folder: string, names: readonly string[]): string {
  const sum = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex")
  const file = join(folder, "SHA256SUMS")
  writeFileSync(file, names.map((name) => `${sum(name)}  ${name}\n`).join(""))
  return file
}
