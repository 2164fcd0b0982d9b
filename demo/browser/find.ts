import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync } from "node:fs"
import { homedir } from "node:os"
import { delimiter, join } from "node:path"
import { dataFolder } from "../../src/runtime/settings.ts"

/**
 * Finds a browser that loads an unpacked extension from the command line: Chromium, Chrome for Testing or Edge. Branded
 * Chrome ignores --load-extension since version 137, so it isn't searched for. A snap may not read hidden folders.
 *
 * @param fetched the folder into which `findOrFetchBrowser` puts its own copy
 * @returns the absolute path of the program, or undefined
 */
export function findBrowser(fetched: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment["REPLYWRIGHT_BROWSER"]
  if (named) return existsSync(named) ? named : undefined
  return (
    [...onPath(environment["PATH"] ?? ""), ...installed()].find((path) => existsSync(path) && !isSnap(path)) ??
    fetchedBrowser(fetched)
  )
}

/** Returns the browser that tests and measurements use. @throws Error if there is none */
export function browserProgram(): string {
  const program = findBrowser(join(dataFolder(), "browsers"))
  if (!program) throw new Error("No Chromium is installed: set REPLYWRIGHT_BROWSER to one.")
  return program
}

/**
 * Returns what Playwright's installer has put into the folder, newest first: chromium-1234/chrome-linux64/chrome and
 * similar paths.
 */
export function fetchedBrowser(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const whole = readdirSync(folder).filter(
    (name) => /^chromium-\d+$/.test(name) && existsSync(join(folder, name, "INSTALLATION_COMPLETE"))
  )
  return whole
    .sort()
    .reverse()
    .flatMap((name) => INSIDE.map((program) => join(folder, name, program)))
    .find((path) => existsSync(path))
}

const CHROME = "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"
const INSIDE = [
  "chrome-linux64/chrome",
  "chrome-linux/chrome",
  `chrome-mac-arm64/${CHROME}`,
  `chrome-mac-x64/${CHROME}`,
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium"
]
const PROGRAMS = ["chromium", "chromium-browser", "chrome-for-testing", "microsoft-edge", "microsoft-edge-stable"]

function onPath(path: string): string[] {
  return path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => PROGRAMS.map((program) => join(folder, program)))
}

function installed(): string[] {
  if (process.platform !== "darwin")
    return ["/usr/bin/chromium", "/usr/lib/chromium/chromium", "/opt/microsoft/msedge/msedge"]
  const names = ["Chromium", "Google Chrome for Testing", "Microsoft Edge"]
  return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
    names.map((name) => join(folder, `${name}.app`, "Contents/MacOS", name))
  )
}

/** Returns whether a program is a snap. Ubuntu's /usr/bin/chromium-browser is a script that calls the snap. */
function isSnap(path: string): boolean {
  if (/\/snap\/|\/bin\/snap$/.test(realpathSync(path))) return true
  const start = Buffer.alloc(4000)
  const file = openSync(path, "r")
  const length = readSync(file, start)
  closeSync(file)
  const text = start.toString("latin1", 0, length)
  return text.startsWith("#!") && text.includes("/snap/bin/")
}
