import { existsSync, readdirSync } from "node:fs"
import { homedir } from "node:os"
import { delimiter, join } from "node:path"

/**
 * A browser that loads an unpacked extension from the command line: Chromium, Chrome for Testing or Edge.
 * Branded Chrome ignores --load-extension since version 137, so it isn't looked for.
 *
 * @param fetched folder into which `fetchBrowser` puts its own copy
 * @returns absolute path of the program, or undefined
 */
export function findBrowser(fetched: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const told = environment["REPLYWRIGHT_BROWSER"]
  if (told) return existsSync(told) ? told : undefined
  return [...onPath(environment["PATH"] ?? ""), ...installed(), ...fetchedBy(fetched)].find((path) => existsSync(path))
}

const PROGRAMS = ["chromium", "chromium-browser", "chrome-for-testing", "microsoft-edge", "microsoft-edge-stable"]

function onPath(path: string): string[] {
  return path.split(delimiter).filter(Boolean).flatMap((folder) => PROGRAMS.map((program) => join(folder, program)))
}

function installed(): string[] {
  const applications = ["/Applications", join(homedir(), "Applications")]
  return process.platform === "darwin"
    ? applications.flatMap((folder) => ["Chromium", "Google Chrome for Testing", "Microsoft Edge"].map((name) => join(folder, `${name}.app`, "Contents/MacOS", name)))
    : ["/usr/bin/chromium", "/usr/lib/chromium/chromium", "/snap/bin/chromium", "/opt/microsoft/msedge/msedge"]
}

/** Playwright's layout: chromium-1234/chrome-linux64/chrome and its likes, newest first. */
function fetchedBy(folder: string): string[] {
  if (!existsSync(folder)) return []
  const inside = ["chrome-linux64/chrome", "chrome-linux/chrome", "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"]
  return readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name)).sort().reverse()
    .flatMap((name) => inside.map((program) => join(folder, name, program)))
}
