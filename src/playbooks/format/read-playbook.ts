import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"
import type { Playbook } from "../playbook.ts"
import { assemble } from "./assemble.ts"
import type { Fault } from "./condition.ts"
import { flowFaults } from "./flow-faults.ts"
import { inOrder, readYaml } from "./read-yaml.ts"
import { knownAt, playbookFile } from "./shape.ts"

export type PlaybookRead = { playbook: Playbook; mistakes?: undefined } | { playbook?: undefined; mistakes: Mistake[] }

/**
 * Reads a playbook from YAML. It returns the playbook, or a sentence for each mistake with its line, in the order of the
 * file.
 */
export function readPlaybook(source: string): PlaybookRead {
  const read = readYaml(source, playbookFile, knownAt)
  if (read.mistakes) return { mistakes: read.mistakes }
  const { data, lineAt } = read
  const { playbook, faults } = assemble(data)
  const all: Fault[] = [...faults, ...(faults.length === 0 ? flowFaults(playbook) : [])]
  if (all.length === 0) return { playbook }
  return { mistakes: inOrder(all.map(({ path, sentence }) => ({ line: lineAt(path), sentence }))) }
}
