import { useEffect, useLayoutEffect, useRef } from "react"
import type { InspectedPlaceholder } from "../../../protocol/request-inspector.ts"
import { t } from "../../messages/t.ts"
import { kindWord } from "./kind-word.ts"
import type { HoveredPlaceholder } from "./use-placeholder-chips.ts"

/**
 * Shows what a placeholder stands for, beside it. There is one tooltip for the whole page. Escape closes the tooltip
 * and nothing else.
 */
export function PlaceholderTooltip({
  pointed,
  placeholders,
  hide
}: {
  pointed: HoveredPlaceholder | undefined
  placeholders: Map<string, InspectedPlaceholder>
  hide: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const known = pointed && placeholders.get(pointed.placeholder)
  useLayoutEffect(() => {
    if (pointed && box.current) place(box.current, pointed.chip.getBoundingClientRect())
  }, [pointed])
  useEffect(() => {
    if (!pointed) return
    const listening = new AbortController()
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return
        event.preventDefault()
        event.stopPropagation()
        hide()
      },
      { capture: true, signal: listening.signal }
    )
    document.addEventListener("scroll", () => box.current && place(box.current, pointed.chip.getBoundingClientRect()), {
      capture: true,
      signal: listening.signal
    })
    return () => listening.abort()
  }, [pointed, hide])
  return (
    <div id="saw-tip" role="tooltip" className="tip" ref={box} hidden={!pointed}>
      {known ? (
        <>
          <span className="quiet">{kindWord(known.type)}</span>
          <b dir="auto">
            {known.value.slice(0, LONGEST)}
            {known.value.length > LONGEST ? "…" : ""}
          </b>
          {known.internal ? <span className="quiet">{t("saw.tip.internal")}</span> : null}
        </>
      ) : (
        <span className="quiet">{t("saw.tip.unknown")}</span>
      )}
    </div>
  )
}

/** The most characters of a value that are shown. */
const LONGEST = 300
/** The pixels that stay free at the panel's sides. */
const EDGE = 8

/**
 * Places the tooltip below the placeholder, or above it if there is no room. It never reaches beyond the panel's side.
 */
function place(box: HTMLElement, chip: DOMRect): void {
  const { width, height } = box.getBoundingClientRect()
  const below = chip.bottom + height <= window.innerHeight - EDGE
  box.style.left = `${Math.max(EDGE, Math.min(chip.left, window.innerWidth - EDGE - width))}px`
  box.style.top = `${below ? chip.bottom : Math.max(EDGE, chip.top - height)}px`
}
