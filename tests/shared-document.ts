import { vi } from "vitest"

/**
 * The document of the dom project, which the files of a process share: to make one for each, and to read React and the
 * interface for each, took half of their time. This is read once, before the first of them.
 */
const { documentElement: whole, head, body } = document

/** Each ends something that a file listens to beside its own elements. */
const listening: (() => void)[] = []
for (const target of [window, document]) {
  const add = target.addEventListener.bind(target)
  target.addEventListener = (
    kind: string,
    listener: EventListenerOrEventListenerObject,
    how?: boolean | AddEventListenerOptions
  ) => {
    listening.push(() => target.removeEventListener(kind, listener, how))
    add(kind, listener, how)
  }
}

/**
 * Frames by the clock as it is. jsdom's own would stop for good if the first of them were asked for while a test's
 * made-up clock is in use, also where it is asked for by jsdom itself, which looks at the focus once an element is gone.
 */
const { setTimeout: after, clearTimeout: forget } = globalThis
window.requestAnimationFrame = (draw) => Number(after(() => draw(performance.now()), 16))
window.cancelAnimationFrame = (frame) => forget(frame)
const own = (globalThis as unknown as { jsdom: { window: { _requestFocusFixup(): void } } }).jsdom.window
const lookAtFocus = own._requestFocusFixup
own._requestFocusFixup = () => {
  if (!vi.isFakeTimers()) lookAtFocus()
}

/** Takes away what a file has left in it. Its elements are the first ones again, which Testing Library looks at. */
export function emptyDocument(): void {
  for (const end of listening.splice(0)) end()
  // React would believe that it still listens.
  for (const name of Object.keys(document)) if (name.startsWith("_react")) Reflect.deleteProperty(document, name)
  for (const element of [whole, head, body])
    for (const name of element.getAttributeNames()) element.removeAttribute(name)
  head.replaceChildren()
  body.replaceChildren()
  whole.replaceChildren(head, body)
  document.replaceChildren(whole)
  history.replaceState(null, "", "/")
  localStorage.clear()
  sessionStorage.clear()
}
