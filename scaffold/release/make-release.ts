import { execFileSync } from "node:child_process"
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { buildExtension } from "../../demo/build.ts"
import { writeChecksums } from "../packages/checksums.ts"
import { makePackages } from "../packages/make-packages.ts"
import { makeRelayPackage } from "../packages/relay-package.ts"
import { sectionOf } from "./changelog.ts"
import { licenceTexts, writeBillOfMaterials } from "./components.ts"
import { ReleaseError } from "./release-error.ts"
import { tagMessage, tagOf } from "./tag.ts"
import { isVersion, versionOf } from "./version.ts"

export interface ReleaseOptions {
  /** The extension, whose build takes long, is left out. */
  dryRun: boolean
  /** The commit is tagged `vX.Y.Z` in the end. */
  tag: boolean
  signal: AbortSignal
}

export interface Release {
  files: string[]
  tag: string
}

/**
 * Makes the files of a release in build/release/X.Y.Z, from a checkout in which nothing is uncommitted: the extension as
 * each store takes it, the relay, the source, the notes, the bill of materials (CycloneDX) and the licences of what both
 * programs ship, SHA-256 sums of all of them, and the text of the tag. The same commit gives the same files.
 * @param root a checkout of the repository, with its packages installed
 * @returns the paths of the files, and the text of the tag
 * @throws ReleaseError with all that keeps this commit from being that version
 */
export async function makeRelease(root: string, version: string, options: ReleaseOptions): Promise<Release> {
  const notes = checkReady(root, version)
  const folder = join(root, "build/release", version)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const place = (name: string) => join(folder, name)
  const name = `replywright-${version}`

  writeFileSync(place("RELEASE-NOTES.md"), `# Replywright ${version}\n\n${withoutLocalLinks(notes)}\n`)
  const archive = [
    "archive",
    "--format=tar.gz",
    `--prefix=${name}/`,
    `--output=${place(`${name}-source.tar.gz`)}`,
    "HEAD"
  ]
  git(root, ...archive)
  const materials = await writeBillOfMaterials(root, place(`${name}.cdx.json`))
  const licences = place("THIRD-PARTY-LICENSES.txt")
  writeFileSync(licences, licenceTexts(materials))
  await makeRelayPackage(root, licences, folder)
  if (!options.dryRun) await makePackages(await buildExtension(options.signal), folder)

  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "SHA256SUMS")
    .map(({ name }) => name)
    .sort()
  const sums = readFileSync(writeChecksums(folder, files), "utf8")
  const tag = tagMessage(version, sums)
  if (options.tag) git(root, "tag", "--annotate", tagOf(version), "--message", tag)
  return { files: [...files, "SHA256SUMS"].map(place), tag }
}

/** What is beside a link into the repository stays: the notes are read where there is none. */
const withoutLocalLinks = (markdown: string) => markdown.replace(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, "$1")

/** Returns the notes of the version. @throws ReleaseError with a sentence for everything that is wrong */
function checkReady(root: string, version: string): string {
  if (!isVersion(version)) throw new ReleaseError([`"${version}" is no version: give one like 1.4.0.`])
  const prepare = `npm run release -- ${version} --prepare`
  const notes = sectionOf(readFileSync(join(root, "CHANGELOG.md"), "utf8"), version)
  const mistakes = [
    ...(git(root, "status", "--porcelain") === ""
      ? []
      : ["There are changes that aren't committed: commit them, so that the release is what its commit says."]),
    ...(versionOf(root) === version ? [] : [`package.json says ${versionOf(root)}, not ${version}: ${prepare}`]),
    ...(notes ? [] : [`CHANGELOG.md has no section [${version}], or nothing in it: ${prepare}`]),
    ...(git(root, "tag", "--list", tagOf(version)) === ""
      ? []
      : [`The tag ${tagOf(version)} is there already: release a later version.`])
  ]
  if (mistakes.length > 0 || notes === undefined) throw new ReleaseError(mistakes)
  return notes
}

function git(root: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim()
}
