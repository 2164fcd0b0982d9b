import { GridRows } from "@visx/grid"
import { scaleLinear, scalePoint } from "@visx/scale"
import { Area, LinePath } from "@visx/shape"
import { t } from "../../../messages/t.ts"
import { OwnPageLink } from "../../../kit/own-page-link.tsx"
import { Chart } from "./chart.tsx"
import { NameAxis, ValueAxis } from "./chart-axes.tsx"
import { useChartSize } from "./use-chart-size.ts"

/** A group's value with its interval. Without `mid` there are too few cases, and the chart has a gap. */
export interface IntervalPoint {
  name: string
  tick: string
  /** The line that it is part of, which is named at its end. Several points of one group are parts of several lines. */
  series?: string
  /** How many cases it has. */
  under?: string
  /** It isn't complete, and is drawn hollow. */
  partial?: boolean
  /** Where its cases are. */
  cases?: string | undefined
  mid?: number
  low?: number
  high?: number
}

interface IntervalChartProps {
  points: IntervalPoint[]
  /** Set for points in time, which are joined by a line with a band around it. Otherwise each point stands alone. */
  joined: boolean
  /** Leaves out the value beside each point. */
  plain?: boolean
  /** The lowest possible maximum of the axis, and how a value is written. */
  least: number
  format: (value: number) => string
  /** The label of the last point, in two lines. */
  last?: [string, string]
  name: string
  description: string
}

export function IntervalChart({ points, joined, plain, least, format, last, name, description }: IntervalChartProps) {
  const {
    room: { width, text },
    ref
  } = useChartSize()
  const bottom = points.some(({ under }) => under !== undefined) ? 44 : 28
  const margin = { left: 48 * text, right: (last && joined ? 84 : 16) * text, top: 16 * text, bottom: bottom * text }
  const plot: Plot = { width, height: 230 * Math.max(1, text), margin }
  const measured = points.flatMap((point): KnownPoint[] => {
    const { mid, low = mid, high = mid } = point
    return mid === undefined || low === undefined || high === undefined ? [] : [{ ...point, mid, low, high }]
  })
  const { at, y } = scalesOf(points, measured, joined, least, plot)
  const runs = joined ? runsOf(points, measured) : []
  const onLine = new Set(runs.flatMap((run) => (run.length > 1 ? run : [])))
  const end = measured.at(-1)
  const ticks = points.filter(({ name: one }, index) => points.findIndex((other) => other.name === one) === index)
  return (
    <div ref={ref}>
      <Chart width={width} height={plot.height} name={name} description={description}>
        <GridRows
          scale={y}
          left={margin.left}
          width={Math.max(0, width - margin.left - margin.right + 12)}
          numTicks={4}
          className="grid"
        />
        <ValueAxis scale={y} left={margin.left} count={4} format={format} text={text} />
        <NameAxis
          ticks={ticksThatFit(ticks, plot, text).map((point) => ({
            at: at(point),
            name: point.tick,
            under: point.under
          }))}
          top={plot.height - margin.bottom}
          text={text}
        />
        {runs.map((run) => (
          <Area
            key={keyOf(run[0])}
            data={run}
            x={at}
            y0={({ low }) => y(low)}
            y1={({ high }) => y(high)}
            className="band"
          />
        ))}
        {runs.map((run) => (
          <LinePath key={keyOf(run[0])} data={run} x={at} y={({ mid }) => y(mid)} className="line" />
        ))}
        {measured.map((point) => (
          <g key={keyOf(point)}>
            {onLine.has(point) ? null : (
              <line className="whisk" x1={at(point)} x2={at(point)} y1={y(point.low)} y2={y(point.high)} />
            )}
            <OwnPageLink
              page={point.cases}
              label={t("named", {
                name: [point.name, point.series].filter(Boolean).join(" "),
                value: `${format(point.mid)} (${format(point.low)}, ${format(point.high)})`
              })}
            >
              <circle
                className={point.partial ? "dot hollow" : "dot"}
                cx={at(point)}
                cy={y(point.mid)}
                r={joined ? 3 : 5}
              />
            </OwnPageLink>
            {joined || plain ? null : (
              <text className="strong" x={at(point) + 9} y={y(point.mid) + 4 * text}>
                {format(point.mid)}
              </text>
            )}
          </g>
        ))}
        {joined ? <SeriesNames runs={runs} at={at} y={y} text={text} /> : null}
        {last && end && joined ? <LastWords words={last} x={at(end) + 10} y={y(end.mid)} text={text} /> : null}
      </Chart>
    </div>
  )
}

/** The value of the last point, and its interval below it. */
function LastWords({
  words: [value, interval],
  x,
  y,
  text
}: {
  words: [string, string]
  x: number
  y: number
  text: number
}) {
  return (
    <>
      <text className="strong" x={x} y={y - 2}>
        {value}
      </text>
      <text x={x} y={y + 14 * text}>
        {interval}
      </text>
    </>
  )
}

/** In pixels. */
interface Plot {
  width: number
  height: number
  margin: { left: number; right: number; top: number; bottom: number }
}

/** Where a point stands from left to right, and a value from top to bottom. */
function scalesOf(
  points: IntervalPoint[],
  measured: KnownPoint[],
  joined: boolean,
  least: number,
  { width, height, margin }: Plot
) {
  const x = scalePoint({
    domain: points.map((point) => point.name),
    range: [margin.left + 12, Math.max(margin.left + 24, width - margin.right)],
    padding: joined ? 0 : 0.5
  })
  const highest = Math.max(least, ...measured.map(({ high }) => high))
  const y = scaleLinear({
    domain: [joined ? Math.min(...measured.map(({ low }) => low), highest - least) : 0, highest],
    range: [height - margin.bottom, margin.top],
    nice: 4
  })
  return { at: (point: { name: string }) => x(point.name) ?? 0, y }
}

/** Returns the points whose names have room, counted from the last one. */
function ticksThatFit(points: IntervalPoint[], { width, margin }: Plot, text: number): IntervalPoint[] {
  const longest = Math.max(4, ...points.map(({ tick }) => tick.length))
  const room = Math.max(1, width - margin.left - margin.right)
  const every = Math.max(1, Math.ceil((points.length * (longest * 6.5 + 8) * text) / room))
  return points.filter((_, index) => (points.length - 1 - index) % every === 0)
}

/** The name of each line, above its first point. A line without a name is the only one. */
function SeriesNames({
  runs,
  at,
  y,
  text
}: {
  runs: KnownPoint[][]
  at: (point: KnownPoint) => number
  y: (value: number) => number
  text: number
}) {
  const firsts = new Map(runs.toReversed().flatMap(([first]) => (first?.series ? [[first.series, first]] : [])))
  return (
    <>
      {[...firsts].map(([series, first]) => (
        <text key={series} className="on-plot" x={at(first) - 4} y={y(first.mid) - 10 * text}>
          {series}
        </text>
      ))}
    </>
  )
}

type KnownPoint = IntervalPoint & { mid: number; low: number; high: number }

const keyOf = (point: IntervalPoint | undefined) => `${point?.series ?? ""} ${point?.name ?? ""}`

/** Returns the stretches of each line without a gap. */
function runsOf(points: IntervalPoint[], measured: KnownPoint[]): KnownPoint[][] {
  const names = [...new Set(points.map(({ name }) => name))]
  return [...Map.groupBy(measured, ({ series }) => series).values()].flatMap((line) => {
    const runs: KnownPoint[][] = [[]]
    for (const name of names) {
      const point = line.find((one) => one.name === name)
      if (point) runs.at(-1)?.push(point)
      else runs.push([])
    }
    return runs.filter((run) => run.length > 0)
  })
}
