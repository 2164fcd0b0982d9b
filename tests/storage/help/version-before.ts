import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { knownSteps } from "../../../src/storage/migrate.ts"
import { root } from "../../house/files.ts"

/**
 * The commit before the one that added the newest step: the last version that knows nothing of it. Undefined where the
 * history isn't there, as in an archive or a shallow clone.
 */
export function commitBeforeNewestStep(): string | undefined {
  try {
    const added = git("log", "--diff-filter=A", "--format=%H", "--", `src/storage/migrations/${knownSteps.at(-1)}.ts`)
    const [newest] = added.trim().split("\n").slice(-1)
    return newest ? git("rev-parse", "--verify", `${newest}^`).trim() : undefined
  } catch (error) {
    if (error instanceof Error && ("status" in error || "code" in error)) return undefined
    throw error
  }
}

/** Puts the relay's code of that commit into the folder, with this checkout's libraries. @returns its command line's file */
export function checkOut(commit: string, folder: string): string {
  mkdirSync(folder)
  const archive = execFileSync("git", ["-C", root, "archive", commit, ...PARTS], BIG)
  execFileSync("tar", ["x", "-C", folder], { input: archive })
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"))
  // Started three times, it takes half of the work if it is bundled first.
  const bundler = join(folder, "demo/build-relay.ts")
  if (existsSync(bundler)) execFileSync(process.execPath, [bundler])
  // Until the relay was bundled its command line was a source file.
  const [launcher, source] = [join(folder, "src/relay/cli.mjs"), join(folder, "src/relay/cli.ts")]
  return existsSync(launcher) ? launcher : source
}

const PARTS = ["src", "lexicon", "demo", "package.json", "package-lock.json"]
const BIG = { maxBuffer: 1e9 }

function git(...args: string[]): string {
  return execFileSync("git", ["-C", root, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
}
