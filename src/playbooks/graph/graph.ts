import { conditionText } from "../engine/conditions.ts"
import type { Playbook, Step } from "../playbook.ts"

export interface PlaybookGraph {
  nodes: { id: string; title: string; kind: "step" | "end" | "escalation" }[]
  /** `label` is the condition, "" if the way is always taken. */
  edges: { from: string; to: string; label: string }[]
}

/** Returns the steps of a playbook and the ways between them. */
export function graphOf({ steps }: Playbook): PlaybookGraph {
  return {
    nodes: steps.map((step) => ({ id: step.name, title: step.title, kind: kindOf(step) })),
    edges: steps.flatMap(({ name, next }) =>
      next.map((branch, at) => ({
        from: name,
        to: branch.to,
        label: branch.if ? conditionText(branch.if) : at > 0 ? "otherwise" : ""
      }))
    )
  }
}

/** Writes a playbook as a flowchart in Mermaid. */
export function mermaidOf(playbook: Playbook): string {
  const { nodes, edges } = graphOf(playbook)
  const ids = new Map(nodes.map(({ id }, at) => [id, `s${at + 1}`]))
  const text = (words: string) =>
    `"${words.replaceAll('"', "#quot;").replace(/[<>]/g, (sign) => (sign === "<" ? "#lt;" : "#gt;"))}"`
  const shapes = { step: ["[", "]"], end: ["([", "])"], escalation: ["[/", "/]"] } as const
  return [
    "flowchart TD",
    ...nodes.map(({ id, title, kind }) => `  ${ids.get(id) ?? ""}${shapes[kind][0]}${text(title)}${shapes[kind][1]}`),
    ...edges.map(
      ({ from, to, label }) =>
        `  ${ids.get(from) ?? ""} -->${label === "" ? "" : `|${text(label)}|`} ${ids.get(to) ?? ""}`
    ),
    ""
  ].join("\n")
}

const kindOf = ({ escalate, next }: Step) => (escalate ? "escalation" : next.length === 0 ? "end" : "step")
