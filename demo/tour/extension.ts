import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Copies a build and adds one origin to the copy's manifest, and nothing else. The tour may then read the sample
 * helpdesk without the click that a person's own helpdesk needs.
 *
 * @param origin such as "http://localhost:8790"
 */
export function buildForTour(build: string, copy: string, origin: string): void {
  rmSync(copy, { recursive: true, force: true })
  cpSync(build, copy, { recursive: true })
  const file = join(copy, "manifest.json")
  writeFileSync(file, JSON.stringify(withOrigin(JSON.parse(readFileSync(file, "utf8")), `${origin}/*`)))
}

interface Manifest {
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
