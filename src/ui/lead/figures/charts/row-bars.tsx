import { scaleBand, scaleLinear } from "@visx/scale"
import { Bar } from "@visx/shape"
import { t } from "../../../messages/t.ts"
import { OwnPageLink } from "../../../kit/own-page-link.tsx"
import { Chart } from "./chart.tsx"
import { rowLayout } from "./row-layout.ts"
import { useChartSize } from "./use-chart-size.ts"

/** `words` are written behind the bar, and `look` is its fill. */
export interface RowBar {
  name: string
  value: number
  words: string
  look: string
  cases?: string | undefined
}

/** Horizontal bars, each with its name before or above it and its number behind it. */
export function RowBars({
  bars,
  most = Math.max(1, ...bars.map((bar) => bar.value)),
  name,
  description
}: {
  bars: RowBar[]
  /** The value of the longest possible bar. */
  most?: number
  name: string
  description: string
}) {
  const { room, ref } = useChartSize()
  const { width, text } = room
  const { labels, isAbove, longest } = rowLayout(bars, room)
  const [row, line] = [(isAbove ? 52 : 36) * text, (isAbove ? 18 : 0) * text]
  const height = bars.length * row
  const y = scaleBand({ domain: bars.map((bar) => bar.name), range: [0, height] })
  const x = scaleLinear({ domain: [0, most], range: [0, longest] })
  const thick = 21.6 * text
  return (
    <div ref={ref}>
      <Chart width={width} height={height} name={name} description={description}>
        {bars.map((bar) => {
          const top = (y(bar.name) ?? 0) + line + (row - line - thick) / 2
          const middle = top + thick / 2 + 4 * text
          return (
            <g key={bar.name}>
              <text x={0} y={isAbove ? top - 6 * text : middle}>
                {bar.name}
              </text>
              <OwnPageLink page={bar.cases} label={t("named", { name: bar.name, value: bar.words })}>
                <Bar className={`bar ${bar.look}`} x={labels} y={top} width={x(bar.value)} height={thick} rx={2} />
                <text className="strong" x={labels + x(bar.value) + 8} y={middle}>
                  {bar.words}
                </text>
              </OwnPageLink>
            </g>
          )
        })}
      </Chart>
    </div>
  )
}
