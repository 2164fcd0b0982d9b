import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../root.ts"
import type { Say } from "../progress.ts"
import { fetchedBrowser, findBrowser } from "./find.ts"

/** One way of getting a browser may take this many milliseconds. */
const PATIENCE = 10 * 60_000

/**
 * Returns an installed browser, otherwise one that Playwright's installer downloads into `folder`, and otherwise (as
 * root on Debian or Ubuntu) one with the help of apt. Each step is announced before it runs.
 *
 * @returns its path, or undefined if there is none, after one sentence has said why
 * @throws the signal's reason
 */
export async function findOrFetchBrowser(folder: string, say: Say, signal: AbortSignal): Promise<string | undefined> {
  const named = process.env["REPLYWRIGHT_BROWSER"]
  if (named) {
    if (existsSync(named)) return named
    say(`REPLYWRIGHT_BROWSER names ${named}, but there is no such file.`)
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

/**
 * Installs the libraries that the downloaded browser lacks, or the distribution's own browser if nothing could be
 * downloaded.
 */
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
/** These options wait for another running apt for at most five minutes. */
const APT = ["-q", "-o", "DPkg::Lock::Timeout=300"]

/** Returns whether the program runs here at all, because a downloaded browser may lack the system's libraries. */
async function starts(program: string, signal: AbortSignal): Promise<boolean> {
  return (await run(program, ["--version"], {}, signal)) === 0
}

/** Runs a program. @returns the exit code, or -1 if it couldn't be started or took too long */
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
