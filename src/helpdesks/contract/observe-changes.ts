/** In ms. */
const BURST = 20

/**
 * Calls `look` soon after something below `root` has changed, until the signal aborts.
 * @param burstMs what changes within so many ms is handled together
 */
export function observeChanges(
  root: Node,
  changes: MutationObserverInit,
  look: () => void,
  signal: AbortSignal,
  burstMs = BURST
): void {
  const view = root.ownerDocument?.defaultView ?? globalThis
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new view.MutationObserver(() => {
    timer ??= setTimeout(() => {
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
