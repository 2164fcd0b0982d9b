import { createHash } from "node:crypto"
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Copies a build, and changes two things in the copy's manifest. Origins are added, so that the tour may read the
 * sample helpdesk without the click that a person's own helpdesk needs. And the version gets a fourth number that
 * differs with each build (see `kept-worker.ts`).
 *
 * @param origins such as "http://localhost:8790"
 */
export function buildForTour(build: string, copy: string, ...origins: string[]): void {
  rmSync(copy, { recursive: true, force: true })
  cpSync(build, copy, { recursive: true })
  const file = join(copy, "manifest.json")
  const built: Manifest = JSON.parse(readFileSync(file, "utf8"))
  const manifest = origins.reduce((all, origin) => withOrigin(all, `${origin}/*`), built)
  writeFileSync(file, JSON.stringify({ ...manifest, version: `${manifest.version}.${numberOf(copy)}` }))
}

/** Returns a number of 16 bits, the most that a part of a version may have, which differs when a file does. */
function numberOf(build: string): number {
  const hash = createHash("sha256")
  for (const name of readdirSync(build, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(build, name)
    if (statSync(path).isFile()) hash.update(name).update(readFileSync(path))
  }
  return hash.digest().readUInt16BE()
}

export interface Manifest {
  version: string
  host_permissions: string[]
  content_scripts: { matches: string[] }[]
}

/** Returns the manifest with the pattern added to its hosts and to its content script's pages. */
export function withOrigin<M extends Manifest>(manifest: M, pattern: string): M {
  return {
    ...manifest,
    host_permissions: [...manifest.host_permissions, pattern],
    content_scripts: manifest.content_scripts.map((script) => ({ ...script, matches: [...script.matches, pattern] }))
  }
}
