import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { readPlaybook } from "../format/read-playbook.ts"
import { mermaidOf } from "../graph/graph.ts"
import type { Playbook } from "../playbook.ts"
import { readCases, simulate } from "../simulation/simulate.ts"

const USAGE = `npm run playbook -- check [FILE or FOLDER ...]   reads playbooks and says what is wrong, with the line
npm run playbook -- test [FILE or FOLDER ...]    follows the simulated tickets beside each playbook
npm run playbook -- follow TICKETS [FOLDER ...]  says where each ticket of a file stands, among the playbooks given
npm run playbook -- graph FILE                   prints the playbook as a flowchart in Mermaid
The tickets of return.yaml stand in return.tickets.yaml or return.tickets.jsonl. Without a file, demo/playbooks is meant.
`
const CASES = /\.tickets\.(?:yaml|yml|jsonl)$/

/** Runs a command and returns its exit status: 0 if all is well, 1 for mistakes or failures, 2 for a wrong command. */
export function runPlaybookCommand([command = "", ...files]: readonly string[], prints: Prints): number {
  const [tickets] = command === "follow" ? files.splice(0, 1) : []
  if (!isCommand(command) || (command === "graph" && files.length !== 1) || (command === "follow" && !tickets)) {
    prints.err(USAGE)
    return 2
  }
  try {
    const { playbooks, hasFailed } = readAll(files.length > 0 ? files : ["demo/playbooks"], prints.err)
    const isRight = runOn(playbooks, command, tickets ?? "", prints)
    return isRight && !hasFailed ? 0 : 1
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error
    prints.err(`${fileFault(error)}\n`)
    return 1
  }
}

type Command = "check" | "test" | "follow" | "graph"

/** @returns false if a simulated ticket or a file of tickets is wrong */
function runOn(files: readonly PlaybookFile[], command: Command, tickets: string, { out, err }: Prints): boolean {
  const playbooks = files.map(({ playbook }) => playbook)
  switch (command) {
    case "graph":
      for (const playbook of playbooks) out(mermaidOf(playbook))
      return true
    case "follow":
      return followTickets(tickets, playbooks, { out, err })
    case "test":
      return testAll(files, out, err)
    case "check":
      out(`${count(files.length, "playbook")} without a mistake\n`)
      return true
  }
}

/** Says why a file can't be read, in place of the words of the system. */
function fileFault(error: Error & { code?: unknown; path?: unknown }): string {
  const path = String(error.path ?? "A file")
  if (error.code === "ENOENT") return `${path} isn't there: is it written right?`
  if (error.code === "EISDIR") return `${path} is a folder, and a file is needed here.`
  if (error.code === "EACCES" || error.code === "EPERM") return `${path} can't be read: may this user read it?`
  return error.message
}

const isCommand = (command: string): command is Command => ["check", "test", "follow", "graph"].includes(command)

interface PlaybookFile {
  file: string
  playbook: Playbook
}

function readAll(
  paths: readonly string[],
  err: (text: string) => unknown
): { playbooks: PlaybookFile[]; hasFailed: boolean } {
  const playbooks: PlaybookFile[] = []
  let hasFailed = false
  const fail = (text: string) => {
    hasFailed = true
    err(`${text}\n`)
  }
  for (const file of paths.flatMap(playbooksIn)) {
    const { playbook, mistakes } = readPlaybook(readFileSync(file, "utf8"))
    for (const { line, sentence } of mistakes ?? []) fail(`${file}, line ${line}: ${sentence}`)
    const same = playbook && playbooks.find((one) => one.playbook.name === playbook.name)
    if (same) fail(`${file}: "${playbook.name}" is the name of the playbook in ${same.file} too.`)
    else if (playbook) playbooks.push({ file, playbook })
  }
  return { playbooks, hasFailed }
}

function playbooksIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name) && !CASES.test(name))
    .sort()
    .map((name) => join(path, name))
}

/** A ticket may be taken for another playbook of the folder, so all of them are there to choose from. */
function testAll(
  playbooks: readonly PlaybookFile[],
  out: (text: string) => unknown,
  err: (text: string) => unknown
): boolean {
  let [right, wrong, unread] = [0, 0, 0]
  for (const { file, playbook } of playbooks) {
    const beside = readdirSync(dirname(file)).filter(
      (name) => CASES.test(name) && name.replace(CASES, "") === basename(file).replace(/\.ya?ml$/, "")
    )
    const neighbours = playbooksIn(dirname(file)).flatMap((other) => {
      if (other === file) return playbook
      return readPlaybook(readFileSync(other, "utf8")).playbook ?? []
    })
    if (beside.length === 0) out(`${file}: no simulated tickets beside it\n`)
    for (const name of beside) {
      const path = join(dirname(file), name)
      const { cases, mistakes } = readCases(readFileSync(path, "utf8"), name.endsWith("jsonl"))
      for (const { line, sentence } of mistakes) err(`${path}, line ${line}: ${sentence}\n`)
      unread += mistakes.length
      for (const one of cases) {
        const { failures } = simulate(one, neighbours, playbook.name)
        if (failures.length === 0) right++
        else wrong++
        for (const { what, expected, found } of failures)
          err(`${path}, line ${one.line}, ${one.name}: ${what} should be ${expected}, and is ${found}\n`)
      }
    }
  }
  out(`${right} of ${right + wrong} simulated tickets stand where they should\n`)
  return wrong === 0 && unread === 0 && right > 0
}

const count = (many: number, what: string) => `${many} ${what}${many === 1 ? "" : "s"}`

/** Where a command's lines go, and its mistakes. */
interface Prints {
  out: (text: string) => unknown
  err: (text: string) => unknown
}

/**
 * Prints where each ticket of a file stands, what is missing there, and what its letter says. What a ticket
 * expects of its playbook is held against it; a ticket without an expected playbook is only followed.
 * @returns false if the file can't be read
 */
function followTickets(path: string, playbooks: readonly Playbook[], { out, err }: Prints): boolean {
  const { cases, mistakes } = readCases(readFileSync(path, "utf8"), path.endsWith("jsonl"))
  for (const { line, sentence } of mistakes) err(`${path}, line ${line}: ${sentence}\n`)
  let [expectations, right] = [0, 0]
  for (const one of cases) {
    const { chosen, standing } = simulate(one, playbooks, "")
    const { playbook: expectedName } = one.expect
    const isRight = expectedName === undefined || (chosen?.name ?? null) === expectedName
    if (expectedName !== undefined) expectations++
    if (expectedName !== undefined && isRight) right++
    const { name = "none" } = chosen ?? {}
    const stands = standing ? `${standing.step.name} (${standing.state})` : ""
    out(`${one.name}: ${name} ${stands}${isRight ? "" : `, should be ${expectedName ?? "none"}`}\n`)
    if (!standing) continue
    const missing = standing.missing.map(({ label }) => label).join(", ")
    if (missing) out(`  missing: ${missing}\n`)
    if (standing.escalate) out(`  goes to: ${standing.escalate.group}\n`)
    for (const part of standing.says) out(`  says: ${typeof part === "string" ? part : part.sentence}\n`)
  }
  if (expectations > 0) out(`${right} of ${expectations} tickets have the playbook that they expect\n`)
  return mistakes.length === 0
}
