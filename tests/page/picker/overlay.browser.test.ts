import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { captureInput } from "../../../src/page/picker/capture-input.ts"
import { createOverlay } from "../../../src/page/picker/overlay.ts"

/** What only a page with a layout shows: what the wheel scrolls below the picker, and where its strip of keys is. */
let life: AbortController
beforeEach(() => {
  life = new AbortController()
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, options) {
    return attach.call(this, { ...options, mode: "open" })
  })
})
afterEach(() => {
  life.abort()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

function started() {
  const overlay = createOverlay(document)
  life.signal.addEventListener("abort", overlay.remove)
  overlay.shield(true)
  return overlay
}
const STRIP = { lead: "Point", keys: [["Esc", "stop"]] as [string, string][], edge: "bottom" as const }
const placed = (style: string, lines = 40) => {
  const box = document.createElement("div")
  box.style.cssText = `position:fixed;left:0;width:200px;${style}`
  box.append(...Array.from({ length: lines }, () => document.createElement("hr")))
  document.body.append(box)
  return box
}

test.each([
  ["a part that scrolls is scrolled, and the page behind it isn't", "overflow:auto", {}, 30, true],
  ["what is only clipped stays as it is", "overflow:hidden", {}, 0, false],
  ["zooming by Ctrl and the wheel scrolls nothing", "overflow:auto", { ctrlKey: true }, 0, false]
])("wheel: %s", (_name, style, keys, scrolled, isTaken) => {
  const { host } = started()
  const ignored = () => undefined
  captureInput(
    document,
    host,
    { isOn: () => true, point: ignored, click: ignored, key: ignored, scrolled: ignored },
    life.signal
  )
  const box = placed(`top:0;height:60px;${style}`)
  const event = new WheelEvent("wheel", {
    clientX: 20,
    clientY: 20,
    deltaY: 30,
    bubbles: true,
    cancelable: true,
    ...keys
  })
  host.dispatchEvent(event)
  expect(box.scrollTop).toBe(scrolled)
  expect(event.defaultPrevented).toBe(isTaken)
  expect(document.scrollingElement?.scrollTop).toBe(0)
})

test("what is drawn follows the page when a picture has loaded", async () => {
  const { host } = started()
  const ignored = () => undefined
  const scrolled = vi.fn()
  const input = { isOn: () => true, point: ignored, click: ignored, key: ignored, scrolled }
  captureInput(document, host, input, life.signal)
  const picture = placed("top:0").appendChild(new Image())
  const loaded = new Promise((resolve) => picture.addEventListener("load", resolve))
  picture.src = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
  await loaded
  expect(scrolled).toHaveBeenCalled()
})

test("the strip of keys leaves the box for the reply and the pointer free", () => {
  const overlay = started()
  const strip = overlay.host.shadowRoot?.querySelector(".strip")
  if (!strip) throw new Error("There is no strip.")
  const isAbove = () => strip.getBoundingClientRect().bottom < innerHeight / 2
  overlay.tell(STRIP)
  expect(isAbove()).toBe(false)
  const reply = placed("bottom:0;height:80px;width:100%", 0)
  overlay.draw([{ element: reply, kind: "aim", label: "Reply" }])
  expect(isAbove()).toBe(true)
  overlay.pointer(innerWidth / 2, 30)
  expect(isAbove()).toBe(false)
  // It stays where it is while the same is asked for, and begins at its edge with the next step.
  overlay.pointer(innerWidth / 2, innerHeight - 30)
  overlay.tell(STRIP)
  expect(isAbove()).toBe(true)
  overlay.tell({ ...STRIP, lead: "Point at a message" })
  expect(isAbove()).toBe(false)
  // What fills the window is covered at either edge, so nothing jumps.
  overlay.draw([{ element: placed("inset:0;width:auto", 0), kind: "aim", label: "Message" }])
  expect(isAbove()).toBe(false)
})
