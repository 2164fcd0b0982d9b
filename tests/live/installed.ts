import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
export const setupScripts = { requestTracker: here("rt/setup.sh"), redmine: here("redmine/setup.sh") }

type Installed = { ok: true } | { ok: false; reason: string }
interface Wish {
  /** Put Debian's packages in first, which takes root. */
  install: boolean
}

/** Whether a live Request Tracker can be started here, and why not. */
export const liveRequestTracker = (wish: Wish): Installed => live(setupScripts.requestTracker, wish)
/** Whether a live Redmine can be started here, and why not. */
export const liveRedmine = (wish: Wish): Installed => live(setupScripts.redmine, wish)

function live(script: string, { install }: Wish): Installed {
  if (succeeds(script, "installed")) return { ok: true }
  if (!install)
    return { ok: false, reason: "its packages are not installed; `npm run test:live` installs them as root on Debian" }
  if (!existsSync("/usr/bin/apt-get"))
    return { ok: false, reason: "it is installed from Debian's packages, and this system has no apt-get" }
  if (process.getuid?.() !== 0) return { ok: false, reason: "installing its packages takes root" }
  return succeeds(script, "packages", "inherit")
    ? { ok: true }
    : { ok: false, reason: "installing its packages failed" }
}

function succeeds(script: string, command: string, stdio: "ignore" | "inherit" = "ignore"): boolean {
  try {
    execFileSync("bash", [script, command], { stdio })
    return true
  } catch {
    return false
  }
}
