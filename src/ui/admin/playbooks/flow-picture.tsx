import { useId, useMemo } from "react"
import type { FlowGraph } from "../../../protocol/operating/playbooks.ts"
import { t } from "../../messages/t.ts"
import { LINE, placeFlow } from "./flow-layout.ts"

/** The flow drawn from top to bottom. Its box takes the focus, so that a large one is scrolled by the keyboard. */
export function FlowPicture({ title, graph }: { title: string; graph: FlowGraph }) {
  const id = useId()
  const { width, height, nodes, edges } = useMemo(() => placeFlow(graph), [graph])
  if (nodes.length === 0) return null
  return (
    <section className="flow" aria-label={t("playbooks.scroll", { title })} tabIndex={0}>
      <svg
        role="img"
        aria-label={t("playbooks.picture", { title, steps: nodes.length })}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <defs>
          <marker id={`${id}-tip`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path className="tip" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {edges.map(({ key, path }) => (
          <path key={key} className="way" d={path} markerEnd={`url(#${id}-tip)`} />
        ))}
        {edges.map(({ key, lines, ...place }) =>
          lines.length === 0 ? null : (
            <g key={key} className="when">
              <rect {...cornerOf(place)} />
              <Lines lines={lines} x={place.x} y={place.y} />
            </g>
          )
        )}
        {nodes.map(({ id: step, kind, lines, ...place }) => (
          <g key={step} className={`node ${kind}`}>
            <rect {...cornerOf(place)} rx={kind === "end" ? place.height / 2 : 4} />
            <Lines lines={lines} x={place.x} y={place.y} />
          </g>
        ))}
      </svg>
    </section>
  )
}

interface Place {
  x: number
  y: number
  width: number
  height: number
}
const cornerOf = ({ x, y, width, height }: Place) => ({ x: x - width / 2, y: y - height / 2, width, height })

function Lines({ lines, x, y }: { lines: string[]; x: number; y: number }) {
  const top = y - ((lines.length - 1) * LINE) / 2
  return (
    <text textAnchor="middle" dominantBaseline="central">
      {lines.map((line, at) => (
        <tspan key={at} x={x} y={top + at * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
