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

/** The names along the horizontal axis, each in the middle of its place, with a number below it. */
export function NameAxis({
  ticks,
  top,
  text
}: {
  ticks: { at: number; name: string; under?: string | undefined }[]
  top: number
  text: number
}) {
  return (
    <g>
      {ticks.map(({ at, name, under }) => (
        <g key={at}>
          <text className="middle" x={at} y={top + 20 * text}>
            {name}
          </text>
          {under === undefined ? null : (
            <text className="middle faint" x={at} y={top + 36 * text}>
              {under}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
