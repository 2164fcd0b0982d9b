import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { availableParallelism } from "node:os"

/**
 * Works while the thread that `keepBusy` keeps busy has the first core, and all other threads of this process and of
 * those that it started have the others, as on a machine with cores enough: what the thread waits for others is then no
 * part of its time. Afterwards this process has all cores again.
 * @param work is told false where that can't be done: on one core, or without Linux's `taskset`
 */
export async function withOwnCore<Result>(
  keepBusy: () => Promise<void>,
  work: (isOwn: boolean) => Promise<Result>
): Promise<Result> {
  const cores = availableParallelism()
  if (process.platform !== "linux" || cores < 2) return work(false)
  try {
    return await work(await part(keepBusy, `1-${cores - 1}`))
  } finally {
    giveCores("-acp", `0-${cores - 1}`, process.pid)
  }
}

/** Parts the busiest thread from the others. */
async function part(keepBusy: () => Promise<void>, others: string): Promise<boolean> {
  const all = descendants(process.pid)
  const before = new Map(all.map((pid) => [pid, busyFor(pid)]))
  await keepBusy()
  const [page] = all
    .map((pid) => ({ pid, ns: busyFor(pid) - (before.get(pid) ?? 0) }))
    .sort((one, other) => other.ns - one.ns)
  return (
    page !== undefined &&
    [process.pid, ...all].every((pid) => giveCores("-acp", others, pid)) &&
    giveCores("-cp", "0", page.pid)
  )
}

/** @param which with `-acp`, all threads of the process; with `-cp`, its first one @returns whether that was possible */
function giveCores(which: "-acp" | "-cp", cores: string, pid: number): boolean {
  try {
    execFileSync("taskset", [which, cores, String(pid)], { stdio: "ignore" })
    return true
  } catch (error) {
    console.error(`Cores can't be given: ${String(error)}`)
    return false
  }
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
