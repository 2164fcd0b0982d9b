/**
 * Keeps the focus near where it was if what had it goes away, as a button does whose action is done: on the card around
 * it, else on the page's main part. Nothing there is pressed by a second Enter, and Tab goes on from there. Whoever
 * knows a better place focuses it within one frame.
 */
export function keepFocus(page: Document = document, signal?: AbortSignal): void {
  let last: Element | undefined
  let around: Element[] = []
  const isLost = () => (page.activeElement ?? page.body) === page.body
  const restore = () => {
    if (!last || isUsable(last) || !isLost()) return
    const nearest = around.find((one) => one.isConnected && isShown(one))
    last = undefined
    focusPart(nearest?.closest(PARTS) ?? nearest?.querySelector("main") ?? page.querySelector("main"))
  }
  const look = () => {
    if (last && isLost() && !isUsable(last)) requestAnimationFrame(() => requestAnimationFrame(restore))
  }
  page.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof Element)) return
      last = target
      around = ancestorsOf(target)
    },
    { signal }
  )
  page.addEventListener(
    "focusout",
    ({ target, relatedTarget }) => {
      if (relatedTarget !== null || target !== last) return
      // Chromium says so just before it removes the element. One that stays was left by a click beside it.
      queueMicrotask(() => {
        if (last && target === last && isUsable(last)) last = undefined
      })
    },
    { signal }
  )
  const observer = new MutationObserver(look)
  observer.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden", "disabled"] })
  signal?.addEventListener("abort", () => observer.disconnect(), { once: true })
}

/** Takes the focus out of a text field to the card around it, so that Tab goes on from there. */
export function leaveField(field: HTMLElement): void {
  field.blur()
  focusPart(field.closest(CARDS))
}

const CARDS = "section,aside,dialog,[role=dialog],[role=region],main"
const PARTS = `form,${CARDS}`

const isShown = (element: Element) => element.closest("[hidden]") === null
const isUsable = (element: Element) => element.isConnected && isShown(element) && !element.matches(":disabled")

function ancestorsOf(element: Element): Element[] {
  const all: Element[] = []
  for (let one = element.parentElement; one; one = one.parentElement) all.push(one)
  return all
}

function focusPart(part: Element | null | undefined): void {
  if (!(part instanceof HTMLElement)) return
  if (!part.hasAttribute("tabindex")) {
    part.tabIndex = -1
    part.addEventListener("blur", () => part.removeAttribute("tabindex"), { once: true })
  }
  part.focus({ preventScroll: true })
}
