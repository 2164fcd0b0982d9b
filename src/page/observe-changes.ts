/** Mutations within this many ms are looked at once. */
const BURST = 20

/** Calls `look` soon after what stands below `root` has changed, until the signal ends. */
export function observeChanges(
  root: HTMLElement,
  changes: MutationObserverInit,
  look: () => void,
  signal: AbortSignal
): void {
  const view = root.ownerDocument.defaultView ?? globalThis
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
