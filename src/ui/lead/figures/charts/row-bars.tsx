import { scaleBand, scaleLinear } from "@visx/scale"
import { Bar } from "@visx/shape"
import { Chart } from "./chart.tsx"
import { useChartSize } from "./use-chart-size.ts"

/** `words` are written behind the bar, and `look` is its fill. */
export interface RowBar {
  name: string
  value: number
  words: string
  look: string
}

/** Horizontal bars, each with its name before it and its number behind it. */
export function RowBars({ bars, name, description }: { bars: RowBar[]; name: string; description: string }) {
  const {
    room: { width, text },
    ref
  } = useChartSize()
  const labels = Math.min(width * 0.4, (Math.max(...bars.map((bar) => bar.name.length)) * 7 + 14) * text)
  const behind = (Math.max(...bars.map((bar) => bar.words.length)) * 7.5 + 8) * text
  const y = scaleBand({ domain: bars.map((bar) => bar.name), range: [0, bars.length * 36 * text], padding: 0.4 })
  const x = scaleLinear({
    domain: [0, Math.max(1, ...bars.map((bar) => bar.value))],
    range: [0, Math.max(8, width - labels - behind)]
  })
  return (
    <div ref={ref}>
      <Chart width={width} height={bars.length * 36 * text} name={name} description={description}>
        {bars.map((bar) => {
          const top = y(bar.name) ?? 0
          const middle = top + y.bandwidth() / 2 + 4 * text
          return (
            <g key={bar.name}>
              <text x={0} y={middle}>
                {bar.name}
              </text>
              <Bar
                className={`bar ${bar.look}`}
                x={labels}
                y={top}
                width={x(bar.value)}
                height={y.bandwidth()}
                rx={2}
              />
              <text className="strong" x={labels + x(bar.value) + 8} y={middle}>
                {bar.words}
              </text>
            </g>
          )
        })}
      </Chart>
    </div>
  )
}
