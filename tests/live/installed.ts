import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const setupScript = join(fileURLToPath(new URL(".", import.meta.url)), "rt/setup.sh")

/** Whether a live Request Tracker can be started here, and why not. `install`: put Debian's packages in first, which takes root. */
export function liveRequestTracker({ install }: { install: boolean }): { ok: true } | { ok: false; reason: string } {
  if (succeeds("installed")) return { ok: true }
  if (!install) return { ok: false, reason: "its packages are not installed; `npm run test:live` installs them as root on Debian" }
  if (!existsSync("/usr/bin/apt-get")) return { ok: false, reason: "it is installed from Debian's packages, and this system has no apt-get" }
  if (process.getuid?.() !== 0) return { ok: false, reason: "installing its packages takes root" }
  return succeeds("packages", "inherit") ? { ok: true } : { ok: false, reason: "installing its packages failed" }
}

function succeeds(command: string, stdio: "ignore" | "inherit" = "ignore"): boolean {
  try {
    execFileSync("bash", [setupScript, command], { stdio })
    return true
  } catch {
    return false
  }
}
