/** The values of the vertical axis. The library's own axes evaluate text as code, which the extension forbids. */
export function ValueAxis({
  scale,
  left,
  count,
  format,
  text
}: {
  scale: { (value: number): number; ticks(count: number): number[] }
  left: number
  count: number
  format: (value: number) => string
  text: number
}) {
  return (
    <g>
      {scale.ticks(count).map((value) => (
        <text key={value} className="end" x={left - 10 * text} y={scale(value) + 4 * text}>
          {format(value)}
        </text>
      ))}
    </g>
  )
}

/** The names along the horizontal axis, each in the middle of its place. */
export function NameAxis({ ticks, top, text }: { ticks: { at: number; name: string }[]; top: number; text: number }) {
  return (
    <g>
      {ticks.map(({ at, name }) => (
        <text key={at} className="middle" x={at} y={top + 20 * text}>
          {name}
        </text>
      ))}
    </g>
  )
}
