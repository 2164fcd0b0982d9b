import { useId, type ReactNode } from "react"

/**
 * A drawing with a name and a description in words. Its numbers are behind "Show as table", and its marks may be links
 * to their cases.
 */
export function Chart({
  width,
  height,
  name,
  description,
  children
}: {
  width: number
  height: number
  name: string
  description: string
  children: ReactNode
}) {
  const ids = [useId(), useId()]
  return (
    <svg
      className="chart"
      role="figure"
      aria-labelledby={ids.join(" ")}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={ids[0]}>{name}</title>
      <desc id={ids[1]}>{description}</desc>
      {children}
    </svg>
  )
}
