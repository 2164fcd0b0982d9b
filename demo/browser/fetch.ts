import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../root.ts"
import type { Say } from "../progress.ts"
import { findBrowser } from "./find.ts"

/** Longest that one way of getting a browser may take, in milliseconds. */
const PATIENCE = 10 * 60_000

/**
 * An installed browser, else one fetched by Playwright's installer into `folder`, else (as root on Debian or Ubuntu)
 * the distribution's package. Each step is named before it runs.
 *
 * @returns its path, or undefined when none can be had: said in one sentence by the caller
 */
export async function findOrFetchBrowser(folder: string, say: Say, signal: AbortSignal): Promise<string | undefined> {
  const there = findBrowser(folder)
  if (there) return there
  const told = process.env["REPLYWRIGHT_BROWSER"]
  if (told) {
    say(`REPLYWRIGHT_BROWSER names ${told}, but there is no such file.`)
    return undefined
  }
  say("No Chromium, Chrome for Testing or Edge is installed. Fetching Chromium with Playwright's installer")
  const installer = join(root, "node_modules/playwright/cli.js")
  await run(process.execPath, [installer, "install", "chromium"], { PLAYWRIGHT_BROWSERS_PATH: folder }, signal)
  const fetched = findBrowser(folder)
  if (fetched && (await starts(fetched, signal))) return fetched
  if (!isRoot() || !isDebian()) return undefined
  say("That didn't work. Installing the package chromium: apt-get install chromium")
  await run("apt-get", ["-q", "update"], { DEBIAN_FRONTEND: "noninteractive" }, signal)
  await run("apt-get", ["-q", "-y", "--no-install-recommends", "install", "chromium"], { DEBIAN_FRONTEND: "noninteractive" }, signal)
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path))
}

/** Whether the program runs here at all: a fetched browser may lack the system's libraries. */
async function starts(program: string, signal: AbortSignal): Promise<boolean> {
  return (await run(program, ["--version"], {}, signal)) === 0
}

/** @returns the exit code, or -1 when it could not be started or took too long */
function run(program: string, args: string[], environment: Record<string, string>, signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "ignore", env: { ...process.env, ...environment }, signal, timeout: PATIENCE })
    child.on("error", () => resolve(-1))
    child.on("exit", (code) => resolve(code ?? -1))
  })
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function isDebian(): boolean {
  return existsSync("/etc/os-release") && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"))
}
