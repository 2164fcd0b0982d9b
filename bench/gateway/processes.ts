import { readdirSync, readFileSync } from "node:fs"
import type { Program } from "../child.ts"

/** What a program and the processes that it started have used. Linux only. */
export interface Used {
  /** User and system time in milliseconds. Threads are in it, and so are processes that have ended. */
  cpuMs: number
  /** Resident memory in bytes. Pages that processes share count once. */
  memory: number
}

/** Reads what a program uses, and apart from it what the PostgreSQL servers below it use. */
export function usedBy({ pid }: Program): { own: Used; database: Used } {
  const all = processes()
  const below = (parent: number): Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  const family = [...all.filter((one) => one.pid === pid), ...(pid === undefined ? [] : below(pid))]
  const [database = [], own = []] = [true, false].map((is) =>
    family.filter(({ command }) => command.startsWith("postgres") === is)
  )
  return { own: sum(own), database: sum(database) }
}

interface Process {
  pid: number
  parent: number
  command: string
  cpuMs: number
}

function processes(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [, command = "", rest = ""] = /\((.*)\) (.*)/s.exec(read(`/proc/${name}/stat`)) ?? []
      const fields = rest.split(" ")
      // The fields 14 to 17 of proc(5): a process's own time and that of its children that have ended, in hundredths.
      const ticks = fields.slice(11, 15).reduce((all, field) => all + Number(field), 0)
      return rest === "" ? [] : [{ pid: Number(name), parent: Number(fields[1]), command, cpuMs: ticks * 10 }]
    })
}

function sum(family: Process[]): Used {
  // One process alone shares nothing that matters, and its resident size is quicker to read.
  const field = family.length > 1 ? "smaps_rollup" : "status"
  const pattern = family.length > 1 ? /^Pss:\s+(\d+)/m : /^VmRSS:\s+(\d+)/m
  return {
    cpuMs: family.reduce((all, { cpuMs }) => all + cpuMs, 0),
    memory: family.reduce(
      (all, { pid }) => all + Number(pattern.exec(read(`/proc/${pid}/${field}`))?.[1] ?? 0) * 1024,
      0
    )
  }
}

/** Returns "" for a process that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return ""
    throw error
  }
}
