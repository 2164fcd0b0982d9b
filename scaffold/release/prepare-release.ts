import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { closeUnreleased, sectionOf } from "./changelog.ts"
import { ReleaseError } from "./release-error.ts"
import { isVersion, versionOf } from "./version.ts"

/** The files that name the version, and where: the first group of each pattern is what stands before it. */
const PLACES: Record<string, RegExp> = {
  "package.json": /^( {2}"version": ")[^"]+/m,
  "package-lock.json":
    /^((?: {2}| {6})"version": ")[^"]+(?=",\n(?: {2}"lockfileVersion"| {6}"license": "Apache-2\.0",\n {6}"dependencies"))/gm,
  "deploy/kubernetes/kustomization.yaml": /^( +newTag: ).+/m,
  "deploy/README.md": /(replywright-relay[:-])\d+\.\d+\.\d+/g
}

/**
 * Writes a version into every file that names it, and gives what CHANGELOG.md has under "Unreleased" to it.
 * @param day the day of the release, as 2026-11-24
 * @returns the files that were changed, from the root
 * @throws ReleaseError if the version isn't one or is no later one, or if nothing is unreleased; nothing is written then
 */
export function prepareRelease(root: string, version: string, day: string): string[] {
  if (!isVersion(version)) throw new ReleaseError([`"${version}" is no version: give one like 1.4.0.`])
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8")
  if (sectionOf(changelog, version) !== undefined)
    throw new ReleaseError([`CHANGELOG.md has a section for ${version} already: take a later version.`])
  if (!sectionOf(changelog, "Unreleased"))
    throw new ReleaseError(['CHANGELOG.md has nothing under "Unreleased": write what a user notices.'])
  const now = versionOf(root)
  const changed = Object.entries(PLACES).map(([file, place]) => {
    const text = readFileSync(join(root, file), "utf8")
    if (text.search(place) < 0) throw new ReleaseError([`${file} doesn't name the version where it is looked for.`])
    return { file, text: text.replace(place, `$1${version}`), isChanged: now !== version }
  })
  const all = [...changed, { file: "CHANGELOG.md", text: closeUnreleased(changelog, version, day), isChanged: true }]
  return all
    .filter(({ isChanged }) => isChanged)
    .map(({ file, text }) => {
      writeFileSync(join(root, file), text)
      return file
    })
}
