import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Has Chromium run the extension's service worker as it is now. Of an extension in a folder, it goes on with the one that
 * it keeps in the profile, whatever became of the files; it takes the new one if none is kept and the version differs
 * from the one that it ran last. So what is kept is removed whenever the version differs, which each build's does.
 */
export function dropKeptWorker(profile: string, extension: string): void {
  const { version }: { version: string } = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"))
  const note = join(profile, "replywright-version")
  if (readIfThere(note) === version) return
  rmSync(join(profile, "Default/Service Worker"), { recursive: true, force: true })
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  writeFileSync(note, version)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined
    throw error
  }
}
