import { GridRows } from "@visx/grid"
import { scaleBand, scaleLinear } from "@visx/scale"
import { Bar } from "@visx/shape"
import { t } from "../../../messages/t.ts"
import { OwnPageLink } from "../../../kit/own-page-link.tsx"
import { Chart } from "./chart.tsx"
import { NameAxis, ValueAxis } from "./chart-axes.tsx"
import { useChartSize } from "./use-chart-size.ts"

export interface ColumnBar {
  name: string
  value: number
  look: string
  cases?: string | undefined
}

/** Counts side by side. `marks` are lines between columns; `at` counts columns from the left. */
export function ColumnBars({
  bars,
  marks,
  under,
  format,
  name,
  description
}: {
  bars: ColumnBar[]
  marks: { at: number; words: string; look: string }[]
  under: string
  format: (value: number) => string
  name: string
  description: string
}) {
  const {
    room: { width, text },
    ref
  } = useChartSize()
  const margin = { left: 48 * text, right: 8, top: 34 * text, bottom: 44 * text }
  const height = 210 * Math.max(1, text)
  const x = scaleBand({
    domain: bars.map((bar) => bar.name),
    range: [margin.left, Math.max(margin.left + 40, width - margin.right)],
    padding: 0.12
  })
  const y = scaleLinear({
    domain: [0, Math.max(4, ...bars.map((bar) => bar.value))],
    range: [height - margin.bottom, margin.top],
    nice: 4
  })
  const every = Math.ceil((bars.length * 34 * text) / Math.max(1, width - margin.left))
  return (
    <div ref={ref}>
      <Chart width={width} height={height} name={name} description={description}>
        <GridRows
          scale={y}
          left={margin.left}
          width={Math.max(0, width - margin.left - margin.right)}
          numTicks={3}
          className="grid"
        />
        <ValueAxis scale={y} left={margin.left} count={3} format={format} text={text} />
        <NameAxis
          ticks={bars.flatMap(({ name: one }, index) =>
            index % every === 0 ? [{ at: (x(one) ?? 0) + x.bandwidth() / 2, name: one }] : []
          )}
          top={height - margin.bottom}
          text={text}
        />
        {bars.map((bar) => (
          <OwnPageLink
            key={bar.name}
            page={bar.cases}
            label={t("named", { name: `${under} ${bar.name}`, value: format(bar.value) })}
          >
            <Bar
              className={`bar ${bar.look}`}
              x={x(bar.name)}
              y={y(bar.value)}
              width={x.bandwidth()}
              height={Math.max(0, height - margin.bottom - y(bar.value))}
              rx={2}
            />
          </OwnPageLink>
        ))}
        {marks.map(({ at, words, look }, index) => {
          const place = margin.left + at * x.step()
          return (
            <g key={words}>
              <line className={look} x1={place} x2={place} y1={margin.top - 22 * text} y2={height - margin.bottom} />
              <text
                className={look === "whisk" ? "strong on-plot" : "on-plot"}
                x={place + 6}
                y={margin.top - (index % 2 === 0 ? 12 : -2) * text}
              >
                {words}
              </text>
            </g>
          )
        })}
        <text x={margin.left} y={height - 4 * text}>
          {under}
        </text>
      </Chart>
    </div>
  )
}
