import { useEffect, type RefObject } from "react"

/** The placeholder that the pointer or the focus is on. */
export interface HoveredPlaceholder {
  placeholder: string
  chip: HTMLElement
}

/**
 * Handles the placeholders of a page that may hold thousands of them. It reports which placeholder the pointer or the
 * focus is on, when there is none any more, and which one was pressed. Arrow keys, Home and End move between the
 * placeholders of a text.
 */
export function usePlaceholderChips(
  page: RefObject<HTMLElement | null>,
  on: { point(pointed: HoveredPlaceholder | undefined): void; press(pointed: HoveredPlaceholder): void }
): void {
  const { point, press } = on
  useEffect(() => {
    const root = page.current
    if (!root) return
    const listening = new AbortController()
    const listen = <K extends keyof HTMLElementEventMap>(name: K, heard: (event: HTMLElementEventMap[K]) => void) =>
      root.addEventListener(name, heard, listening)
    listen("pointerover", ({ target }) => {
      // The pointer may move onto the tooltip itself, so that its text can be read or selected.
      if (target instanceof Element && target.closest("#saw-tip")) return
      point(pointedAt(target) ?? pointedAt(document.activeElement))
    })
    listen("pointerleave", () => point(pointedAt(document.activeElement)))
    listen("focusin", ({ target }) => point(pointedAt(target)))
    listen("focusout", () => point(undefined))
    listen("click", ({ target }) => {
      const pressed = pointedAt(target)
      if (pressed) press(pressed)
    })
    listen("keydown", (event) => {
      const from = pointedAt(event.target)
      const to = from && nextOf(from.chip, event.key)
      if (!to || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      event.preventDefault()
      from.chip.tabIndex = -1
      to.tabIndex = 0
      to.focus()
    })
    return () => listening.abort()
  }, [page, point, press])
}

function pointedAt(target: EventTarget | null): HoveredPlaceholder | undefined {
  const chip = target instanceof Element ? target.closest<HTMLElement>("[data-ph]") : null
  return chip ? { placeholder: chip.dataset["ph"] ?? "", chip } : undefined
}

function nextOf(chip: HTMLElement, key: string): HTMLElement | undefined {
  const all = [...(chip.closest("[data-sent]")?.querySelectorAll<HTMLElement>("[data-ph]") ?? [])]
  const at = all.indexOf(chip)
  if (key === "ArrowRight" || key === "ArrowDown") return all[at + 1]
  if (key === "ArrowLeft" || key === "ArrowUp") return all[at - 1]
  return key === "Home" ? all[0] : key === "End" ? all.at(-1) : undefined
}
