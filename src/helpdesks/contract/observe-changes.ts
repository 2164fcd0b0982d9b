/** Mutations within this many ms are handled together. */
const BURST = 20

/** Calls `look` soon after something below `root` has changed, until the signal aborts. */
export function observeChanges(root: Node, changes: MutationObserverInit, look: () => void, signal: AbortSignal): void {
  const view = root.ownerDocument?.defaultView ?? globalThis
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new view.MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      look()
    }, BURST)
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
