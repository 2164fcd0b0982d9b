import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../root.ts"
import type { Say } from "../progress.ts"
import { fetchedBrowser, findBrowser } from "./find.ts"

/** Longest that one way of getting a browser may take, in milliseconds. */
const PATIENCE = 10 * 60_000

/**
 * An installed browser, else one fetched by Playwright's installer into `folder`, else (as root on Debian or Ubuntu)
 * with the help of apt. Each step is named before it runs.
 *
 * @returns its path, or undefined when none can be had: why, has been said in one sentence
 * @throws the signal's reason
 */
export async function findOrFetchBrowser(folder: string, say: Say, signal: AbortSignal): Promise<string | undefined> {
  const told = process.env["REPLYWRIGHT_BROWSER"]
  if (told) {
    if (existsSync(told)) return told
    say(`REPLYWRIGHT_BROWSER names ${told}, but there is no such file.`)
    return undefined
  }
  const there = findBrowser(folder)
  if (there && (await starts(there, signal))) return there
  return (await fetchChromium(folder, say, signal)) ?? (await withApt(folder, say, signal)) ?? none(say)
}

async function fetchChromium(folder: string, say: Say, signal: AbortSignal): Promise<string | undefined> {
  say("No Chromium, Chrome for Testing or Edge is installed. Fetching Chromium with Playwright's installer")
  await run(
    process.execPath,
    [installer, "install", "--no-shell", "chromium"],
    { PLAYWRIGHT_BROWSERS_PATH: folder },
    signal
  )
  const fetched = fetchedBrowser(folder)
  return fetched && (await starts(fetched, signal)) ? fetched : undefined
}

/** The libraries that the fetched one lacks, or where nothing could be fetched the distribution's own. */
async function withApt(folder: string, say: Say, signal: AbortSignal): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined
  const quiet = { DEBIAN_FRONTEND: "noninteractive" }
  const fetched = fetchedBrowser(folder)
  if (fetched) {
    say("It lacks libraries of the system. Installing them: playwright install-deps chromium, which calls apt-get")
    await run(process.execPath, [installer, "install-deps", "chromium"], quiet, signal)
    if (await starts(fetched, signal)) return fetched
  }
  say("That didn't work. Installing the package chromium: apt-get install chromium")
  await run("apt-get", [...APT, "update"], quiet, signal)
  await run("apt-get", [...APT, "-y", "--no-install-recommends", "install", "chromium"], quiet, signal)
  const installed = findBrowser(folder)
  return installed && (await starts(installed, signal)) ? installed : undefined
}

function none(say: Say): undefined {
  say("No browser can be had here: install Chromium, or set REPLYWRIGHT_BROWSER to one, and start again.")
}

const installer = join(root, "node_modules/playwright/cli.js")
/** Waits for another apt that is at work, at most five minutes. */
const APT = ["-q", "-o", "DPkg::Lock::Timeout=300"]

/** Whether the program runs here at all: a fetched browser may lack the system's libraries. */
async function starts(program: string, signal: AbortSignal): Promise<boolean> {
  return (await run(program, ["--version"], {}, signal)) === 0
}

/** @returns the exit code, or -1 when it could not be started or took too long */
async function run(
  program: string,
  args: string[],
  environment: Record<string, string>,
  signal: AbortSignal
): Promise<number> {
  signal.throwIfAborted()
  const code = await new Promise<number>((resolve) => {
    const child = spawn(program, args, {
      stdio: "ignore",
      env: { ...process.env, ...environment },
      signal,
      timeout: PATIENCE
    })
    child.on("error", () => resolve(-1))
    child.on("exit", (code) => resolve(code ?? -1))
  })
  signal.throwIfAborted()
  return code
}

function isDebian(): boolean {
  return existsSync("/etc/os-release") && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"))
}
