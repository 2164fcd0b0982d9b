import { useId, useMemo } from "react"
import { t } from "../../messages/t.ts"
import { Graph, layout } from "@dagrejs/dagre"
import type { FlowGraph } from "../../../protocol/routes/playbooks.ts"

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

/** A box or a label with the middle of it, in pixels, and its text in lines. */
interface Placed {
  x: number
  y: number
  width: number
  height: number
  lines: string[]
}
interface PlacedFlow {
  width: number
  height: number
  nodes: (Placed & { id: string; kind: FlowGraph["nodes"][number]["kind"] })[]
  /** `path` is the line of an SVG path. Ways without a condition have no lines of text. */
  edges: (Placed & { key: string; path: string })[]
}

/**
 * Places the steps of a flow in layers from top to bottom, so that ways cross little (dagre: Gansner et al., "A
 * technique for drawing directed graphs", 1993). Sizes are taken from the number of characters: a picture needs no
 * measuring, and a word that is wider than thought still stands in its box.
 */
export function placeFlow({ nodes, edges }: FlowGraph): PlacedFlow {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: "TB", nodesep: 24, ranksep: 44, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  const boxes = nodes.map((node) => ({ ...node, lines: wrapped(node.title, 24, 3) }))
  for (const { id, lines } of boxes) graph.setNode(id, sizeOf(lines, 24))
  const ways = edges
    .filter(({ from, to }) => [from, to].every((id) => nodes.some((node) => node.id === id)))
    .map((edge, at) => ({ ...edge, key: String(at), lines: edge.label === "" ? [] : wrapped(edge.label, 22, 3) }))
  for (const { from, to, key, lines } of ways)
    graph.setEdge(from, to, { ...(lines.length > 0 ? sizeOf(lines, 8) : { width: 0, height: 0 }), labelpos: "c" }, key)
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    nodes: boxes.map(({ id, kind, lines }) => ({ id, kind, lines, ...placeOf(graph.node(id)) })),
    edges: ways.map(({ from, to, key, lines }) => {
      const edge = graph.edge(from, to, key)
      return { key, lines, path: pathThrough(edge.points ?? []), ...placeOf(edge) }
    })
  }
}

const placeOf = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Omit<Placed, "lines">>) => ({ x, y, width, height })

/** A character of the interface's size is some 7 pixels wide, a Japanese one 13, and a line 18 high. */
function sizeOf(lines: string[], beside: number): { width: number; height: number } {
  const widest = Math.max(...lines.map((line) => [...line].reduce((sum, one) => sum + (one > "\u2e80" ? 13 : 7), 0)))
  return { width: widest + beside, height: lines.length * LINE + beside / 2 }
}
const LINE = 18

/** Breaks a text between words into lines of at most so many characters. What doesn't fit ends with an ellipsis. */
function wrapped(text: string, most: number, lines: number): string[] {
  const out = [""]
  const words = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${most}}`, "gu")) ?? [])
  for (const word of words) {
    const line = out.at(-1) ?? ""
    if (line === "") out[out.length - 1] = word
    else if (line.length + 1 + word.length <= most) out[out.length - 1] = `${line} ${word}`
    else out.push(word)
  }
  if (out.length <= lines) return out
  const visible = out.slice(0, lines)
  return [...visible.slice(0, -1), `${(visible.at(-1) ?? "").slice(0, most - 1)}…`]
}

const pathThrough = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("")
