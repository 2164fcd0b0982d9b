import { readFileSync } from "node:fs"
import type { Playbook } from "../playbook.ts"
import { readCases } from "../simulation/cases.ts"
import { simulate } from "../simulation/simulate.ts"

/** Where a command's lines go, and its mistakes. */
export interface Prints {
  out: (text: string) => unknown
  err: (text: string) => unknown
}

/**
 * Prints where each ticket of a file stands, what is missing there, and what its letter says. What a ticket
 * expects of its playbook is held against it; a ticket without an expected playbook is only followed.
 * @returns false if the file can't be read
 */
export function followTickets(path: string, playbooks: readonly Playbook[], { out, err }: Prints): boolean {
  const { cases, mistakes } = readCases(readFileSync(path, "utf8"), path.endsWith("jsonl"))
  for (const { line, sentence } of mistakes) err(`${path}, line ${line}: ${sentence}\n`)
  let [told, right] = [0, 0]
  for (const one of cases) {
    const { chosen, standing } = simulate(one, playbooks, "")
    const { playbook: wanted } = one.expect
    const isRight = wanted === undefined || (chosen?.name ?? null) === wanted
    if (wanted !== undefined) told++
    if (wanted !== undefined && isRight) right++
    const { name = "none" } = chosen ?? {}
    const stands = standing ? `${standing.step.name} (${standing.state})` : ""
    out(`${one.name}: ${name} ${stands}${isRight ? "" : `, should be ${wanted ?? "none"}`}\n`)
    if (!standing) continue
    const missing = standing.missing.map(({ label }) => label).join(", ")
    if (missing) out(`  missing: ${missing}\n`)
    if (standing.escalate) out(`  goes to: ${standing.escalate.group}\n`)
    for (const part of standing.says) out(`  says: ${typeof part === "string" ? part : part.sentence}\n`)
  }
  if (told > 0) out(`${right} of ${told} tickets have the playbook that they expect\n`)
  return mistakes.length === 0
}
