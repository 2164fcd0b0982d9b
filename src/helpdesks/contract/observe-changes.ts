/** In ms. */
const BURST = 20

export interface Observing {
  /** What changes within so many ms is handled together. */
  burstMs?: number
  /** Whether a change of this element may matter. Without it all do. */
  matters?: (changed: Node) => boolean
}

/** Calls `look` soon after something below `root` has changed, until the signal aborts. */
export function observeChanges(
  root: Node,
  changes: MutationObserverInit,
  look: () => void,
  signal: AbortSignal,
  { burstMs = BURST, matters }: Observing = {}
): void {
  const view = root.ownerDocument?.defaultView ?? globalThis
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new view.MutationObserver((records) => {
    if (timer || (matters && !records.some(({ target }) => matters(target)))) return
    timer = setTimeout(() => {
      timer = undefined
      look()
    }, burstMs)
  })
  observer.observe(root, changes)
  signal.addEventListener(
    "abort",
    () => {
      observer.disconnect()
      clearTimeout(timer)
    },
    { once: true }
  )
}
