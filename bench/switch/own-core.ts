import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { availableParallelism } from "node:os"

/**
 * Gives the thread that `keepBusy` keeps busy the first core, and the others to all other threads of this process and
 * of those that it started, as on a machine with cores enough: what the thread waits for others is then no part of its
 * time.
 * @returns false where that can't be done: on one core, or without Linux's `taskset`
 */
export async function giveOwnCore(keepBusy: () => Promise<void>): Promise<boolean> {
  const cores = availableParallelism()
  if (process.platform !== "linux" || cores < 2) return false
  const all = descendants(process.pid)
  const before = new Map(all.map((pid) => [pid, busyFor(pid)]))
  await keepBusy()
  const [page] = all
    .map((pid) => ({ pid, ns: busyFor(pid) - (before.get(pid) ?? 0) }))
    .sort((one, other) => other.ns - one.ns)
  if (!page) return false
  try {
    for (const pid of [process.pid, ...all]) taskset("-acp", `1-${cores - 1}`, pid)
    taskset("-cp", "0", page.pid)
    return true
  } catch (error) {
    console.error(`Cores can't be given: ${String(error)}`)
    return false
  }
}

/** With `-acp`, all threads of the process; with `-cp`, its first one. */
function taskset(which: "-acp" | "-cp", cores: string, pid: number): void {
  execFileSync("taskset", [which, cores, String(pid)], { stdio: "ignore" })
}

/** Returns the processes below one. */
function descendants(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(/^PPid:\s*(\d+)/m.exec(read(name, "status"))?.[1]) }))
  const below = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap((child) => [child.pid, ...below(child.pid)])
  return below(pid)
}

/** Nanoseconds for which the process's first thread has run. */
const busyFor = (pid: number): number => Number(read(String(pid), "schedstat").split(" ")[0])

/** Returns one of the system's files on a process, or nothing if it has ended. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8")
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT" || code === "ESRCH") return ""
    throw error
  }
}
