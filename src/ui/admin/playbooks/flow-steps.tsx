import type { FlowGraph } from "../../../protocol/operating/playbooks.ts"
import { t } from "../../messages/t.ts"

/** The flow in words: each step with the ways that lead on from it. It says all that the picture shows. */
export function FlowSteps({ title, graph: { nodes, edges } }: { title: string; graph: FlowGraph }) {
  const titleOf = (id: string) => nodes.find((node) => node.id === id)?.title ?? id
  return (
    <ol className="flow-steps small" aria-label={t("playbooks.steps", { title })}>
      {nodes.map(({ id, title: step, kind }) => (
        <li key={id}>
          <b>{step}</b>
          {kind === "step" ? null : <span className="muted"> {t(`playbooks.step.${kind}`)}</span>}
          <ul>
            {edges
              .filter(({ from }) => from === id)
              .map(({ to, label }) => (
                <li key={`${to} ${label}`}>{wayText(label, titleOf(to))}</li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** `label` is the condition, "otherwise", or "" where the way is always taken. */
function wayText(label: string, title: string): string {
  if (label === "") return t("playbooks.way", { title })
  return label === "otherwise" ? t("playbooks.way.else", { title }) : t("playbooks.way.if", { label, title })
}
