import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ifThere } from "./if-there.ts"

/**
 * Makes Chromium run the extension's service worker as it was just built. Chromium keeps the worker of an unpacked
 * extension in the profile and goes on with it, even if the files have changed. It takes the new one only if none is
 * kept and the version isn't the one that it ran last. So this removes the kept worker whenever the version has
 * changed, as it does with each build.
 */
export function dropKeptWorker(profile: string, extension: string): void {
  const { version }: { version: string } = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"))
  const note = join(profile, "replywright-version")
  if (ifThere(() => readFileSync(note, "utf8")) === version) return
  rmSync(join(profile, "Default/Service Worker"), { recursive: true, force: true })
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  writeFileSync(note, version)
}
