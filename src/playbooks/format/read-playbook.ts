import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"
import type { Playbook, Step } from "../playbook.ts"
import { assemble } from "./assemble.ts"
import type { Fault } from "./condition.ts"
import { inOrder, readYaml, nearest } from "./read-yaml.ts"
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

/** Lists what is wrong with the way through the steps: where it breaks off, goes in circles, or never comes by. */
function flowFaults({ steps }: Playbook): Fault[] {
  const names = new Map(steps.map((step) => [step.name, step]))
  const wrong = [...stepFaults(steps), ...unknownTargets(steps, names)]
  return wrong.length > 0 ? wrong : [...unreachable(steps, names), ...endless(steps, names)]
}

function stepFaults(steps: readonly Step[]): Fault[] {
  return steps.flatMap((step, at): Fault[] => {
    const path = ["steps", at]
    const speaks = Object.keys(step.say).length > 0 || step.do !== undefined
    const first = steps.findIndex(({ name }) => name === step.name)
    const always = step.next.find((branch) => branch.if === undefined)
    return [
      ...(first < at ? [{ path: [...path, "step"], sentence: `A step "${step.name}" stands above already.` }] : []),
      ...(step.escalate && (step.next.length > 0 || step.until)
        ? [{ path, sentence: `The step "${step.name}" escalates and so ends here: take until and next out.` }]
        : []),
      ...(!speaks && !step.escalate && step.next.length === 0
        ? [
            {
              path,
              sentence: `The step "${step.name}" is an end that says and does nothing: give say, do, escalate or next.`
            }
          ]
        : []),
      ...(speaks && always && !step.until
        ? [
            {
              path,
              sentence: `The step "${step.name}" would be passed before anybody sees it: say with until when it is done.`
            }
          ]
        : []),
      ...(!speaks && step.until
        ? [{ path, sentence: `The step "${step.name}" waits (until) but says and does nothing: give say or do.` }]
        : [])
    ]
  })
}

function unknownTargets(steps: readonly Step[], names: ReadonlyMap<string, Step>): Fault[] {
  return steps.flatMap(({ next }, at) =>
    next.flatMap(({ to }, n) =>
      names.has(to)
        ? []
        : [{ path: ["steps", at, "next", n], sentence: `There is no step "${to}"${nearest(to, [...names.keys()])}.` }]
    )
  )
}

function unreachable(steps: readonly Step[], names: ReadonlyMap<string, Step>): Fault[] {
  const reached = new Set<string>()
  const open = steps.slice(0, 1)
  for (let step = open.pop(); step; step = open.pop()) {
    if (reached.has(step.name)) continue
    reached.add(step.name)
    open.push(...step.next.flatMap(({ to }) => names.get(to) ?? []))
  }
  return steps.flatMap((step, at) =>
    reached.has(step.name)
      ? []
      : [
          {
            path: ["steps", at, "step"],
            sentence: `No way leads to the step "${step.name}": name it in the next of another one.`
          }
        ]
  )
}

/** A step from which no end can be reached is in a loop, or leads into one. */
function endless(steps: readonly Step[], names: ReadonlyMap<string, Step>): Fault[] {
  const ending = new Set(steps.filter(({ next }) => next.length === 0).map(({ name }) => name))
  for (let grew = true; grew; ) {
    grew = false
    for (const { name, next } of steps)
      if (!ending.has(name) && next.some(({ to }) => ending.has(to))) {
        ending.add(name)
        grew = true
      }
  }
  return steps.flatMap(({ name }, at) =>
    ending.has(name)
      ? []
      : [
          {
            path: ["steps", at, "step"],
            sentence: `From the step "${name}" no end is ever reached: ${wayBack(name, names)} is a loop without an exit.`
          }
        ]
  )
}

/** Follows first branches until a step comes a second time: "a, b, a". */
function wayBack(from: string, names: ReadonlyMap<string, Step>): string {
  const way = [from]
  for (let to = names.get(from)?.next[0]?.to; to !== undefined; to = names.get(to)?.next[0]?.to) {
    const seen = way.indexOf(to)
    way.push(to)
    if (seen >= 0) return way.slice(seen).join(", ")
  }
  return way.join(", ")
}
