import { useEffect, useState } from "react"

/** The space that a chart has in pixels, and the size of its text: 1 if a rem is 16 pixels. */
export interface ChartSize {
  width: number
  text: number
}

/** Follows the element's width and the person's text size. */
export function useChartSize(): { room: ChartSize; ref: (element: HTMLElement | null) => void } {
  const [element, ref] = useState<HTMLElement | null>(null)
  const [room, setRoom] = useState<ChartSize>({ width: USUAL, text: 1 })
  useEffect(() => {
    // jsdom has no layout, so there is nothing to observe.
    if (!element || typeof ResizeObserver === "undefined") return
    const measure = () =>
      setRoom({
        width: element.clientWidth || USUAL,
        text: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
      })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [element])
  return { room, ref }
}

const USUAL = 560
