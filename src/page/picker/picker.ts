import type { Page } from "../../helpdesks/contract/adapter.ts"
import type {
  PickAct,
  PickedRecipe,
  PickFault,
  PickState,
  PickStep,
  PickWords
} from "../../protocol/picking/picking.ts"
import { observeRoots } from "../recipe/observe-places.ts"
import { observeChanges } from "../../helpdesks/contract/observe-changes.ts"
import { outerElement } from "../recipe/deep-page.ts"
import { elementAt, partAt, partsIn, type PickedPart } from "./candidates.ts"
import { createOverlay, type PartMark } from "./overlay.ts"
import { PickedParts, STEPS } from "./picked-parts.ts"
import { captureInput, type PickInput, type PickKey } from "./capture-input.ts"
import { createSamePart } from "./same-part.ts"
import { lineOf } from "../../helpdesks/contract/own-nodes.ts"

interface PickerListeners {
  /** Is called when what is shown has changed by something in the page. */
  changed(state: PickState): void
  /** Is called when the agent stops it in the page. */
  stop(): void
}

/**
 * Lets the agent point at the parts of a ticket in the page, with the pointer or by keys. It draws over the page and
 * takes its clicks and keys meanwhile, and changes nothing in it. It ends with the signal.
 * @param isAgain whether it goes on in a page that was loaded anew meanwhile
 */
export class Picker {
  readonly #page: Page
  readonly #words: PickWords
  readonly #listeners: PickerListeners
  readonly #overlay: ReturnType<typeof createOverlay>
  readonly #picked: PickedParts
  readonly #followAim: ReturnType<typeof createSamePart>
  #step: PickStep = "subject"
  #aim: HTMLElement | undefined
  /** Parts within the aim that a wider one was made of. */
  #narrower: HTMLElement[] = []
  #byKey = false
  #fault: PickFault | undefined
  /** The page takes clicks and keys meanwhile. */
  #isPaused = false

  constructor(page: Page, words: PickWords, listeners: PickerListeners, signal: AbortSignal, isAgain = false) {
    const { document } = page
    this.#page = page
    this.#words = words
    this.#listeners = listeners
    this.#overlay = createOverlay(document)
    this.#picked = new PickedParts(page)
    this.#followAim = createSamePart(document)
    this.#fault = isAgain ? "loaded-anew" : undefined
    captureInput(document, this.#overlay.host, this.#input(), signal)
    const again = () => this.#again()
    // The overlay is outside the body, so what is drawn is no change.
    observeChanges(document.body, { childList: true, subtree: true, characterData: true }, again, signal)
    observeRoots(document, again, signal)
    signal.addEventListener("abort", this.#overlay.remove, { once: true })
    this.#draw()
  }

  state(): PickState {
    return {
      ...this.#picked.state(),
      step: this.#stepNow(),
      ...(this.#byKey && this.#aim ? { aim: lineOf(this.#aim).slice(0, 200) } : {}),
      ...(this.#isPaused ? { paused: true as const } : {}),
      ...(this.#fault ? { fault: this.#fault } : this.#picked.gone() ? { fault: "gone" } : {})
    }
  }

  act(act: PickAct): PickState {
    this.#fault = undefined
    if (act.act === "key") this.#press(act.key)
    if (act.act === "skip") this.#skip()
    if (act.act === "leave-out") this.#picked.leaveOut(act.id)
    if (act.act === "leave-out-subject") this.#picked.leaveOutSubject()
    if (act.act === "read") this.#picked.read(act.id, act.role)
    if (act.act === "order") this.#picked.order(act.newestFirst)
    if (act.act === "pause") this.#pause(act.on)
    if (act.act === "step") {
      this.#picked.backTo(act.step)
      this.#goTo(act.step)
    }
    this.#draw()
    return this.state()
  }

  finish(): PickedRecipe {
    return this.#picked.finish()
  }

  #input(): PickInput {
    const { document } = this.#page
    return {
      isOn: () => this.#stepNow() !== "done" && !this.#isPaused,
      point: (x, y) => {
        const under = elementAt(document, x, y, this.#overlay.host)
        const part = under && partAt(under, partOf(this.#stepNow()))
        if (part !== this.#aim || this.#byKey) this.#aimAt(part, false)
        this.#overlay.pointer(x, y)
      },
      click: () => {
        this.#take()
        this.#tell()
      },
      key: (key) => {
        this.#press(key)
        if (key !== "stop") this.#tell()
      },
      scrolled: () => this.#draw()
    }
  }

  #press(key: PickKey): void {
    switch (key) {
      case "next":
        return this.#move(1)
      case "previous":
        return this.#move(-1)
      case "wider":
        return this.#widen()
      case "narrower":
        return this.#narrow()
      case "take":
        return this.#take()
      case "skip":
        return this.#skip()
      case "out":
        return this.#leaveOut()
      case "pause":
        return this.#pause(true)
      case "stop":
        return this.#listeners.stop()
    }
  }

  #leaveOut(): void {
    const message = this.#aim && this.#picked.messageOf(this.#aim)
    if (message) this.#picked.leaveOut(message.id)
    else if (this.#stepNow() === "subject") this.#skip()
  }

  /** What was pointed at may be gone with its ticket. Its step is the present one until it is there again. */
  #stepNow() {
    return this.#picked.gone() ?? this.#step
  }

  #draw() {
    const at = this.#stepNow()
    this.#overlay.shield(at !== "done" && !this.#isPaused)
    this.#overlay.tell(
      this.#isPaused ? { lead: this.#words.paused, keys: [], edge: "bottom" } : stripFor(at, this.#words)
    )
    this.#overlay.draw([
      ...marksOf(this.#picked, this.#words),
      ...(this.#aim && at !== "done" ? [aimMark(this.#aim, at, this.#picked, this.#words)] : [])
    ])
  }

  #aimAt(element: HTMLElement | undefined, key: boolean) {
    this.#aim = element
    this.#narrower = []
    this.#byKey = key
    if (key) element?.scrollIntoView({ block: "nearest" })
    if (key && element) this.#followAim(element)
    this.#draw()
  }

  #goTo(next: PickStep) {
    this.#step = next
    this.#aimAt(undefined, false)
  }

  #afterThis() {
    return STEPS[STEPS.indexOf(this.#step) + 1] ?? "done"
  }

  /** Goes on from the first part that is gone. What came after it was of the same ticket. */
  #goOn() {
    const lost = this.#picked.gone()
    if (!lost) return
    this.#picked.backTo(lost)
    this.#step = lost
  }

  #take() {
    if (this.#aim) this.#goOn()
    if (!this.#aim || this.#step === "done") return
    const fault = this.#picked.take(this.#step, this.#aim)
    if (!fault || fault === "no-role") this.#goTo(this.#afterThis())
    this.#fault = fault
  }

  #skip() {
    this.#goOn()
    if (!mayBeSkipped(this.#step)) return
    this.#fault = undefined
    this.#goTo(this.#afterThis())
  }

  #move(by: 1 | -1) {
    const { parts, likeliest } = partsIn(this.#page.document, partOf(this.#stepNow()))
    // Without an aim it goes on from the part that was taken last, which can't be taken again.
    const from = this.#aim ?? this.#picked.drawn.shown.at(-1)
    const at = from ? parts.indexOf(from) : -1
    this.#aimAt(parts[at < 0 ? likeliest : (at + by + parts.length) % parts.length], true)
  }

  #widen() {
    const wider = this.#aim && outerElement(this.#aim)
    if (!this.#aim || !wider || /^(?:body|html)$/.test(wider.localName)) return
    const inner = [this.#aim, ...this.#narrower]
    this.#aimAt(wider, true)
    this.#narrower = inner
  }

  #narrow() {
    const [inner, ...rest] =
      this.#narrower.length > 0 ? this.#narrower : [...(this.#aim?.children ?? [])].filter(hasText).slice(0, 1)
    if (!inner) return
    this.#aimAt(inner, true)
    this.#narrower = this.#narrower.length > 0 ? rest : []
  }

  #pause(on: boolean) {
    this.#isPaused = on
    this.#aimAt(undefined, false)
  }

  #tell() {
    this.#draw()
    this.#listeners.changed(this.state())
  }

  #again() {
    this.#picked.again()
    const now = this.#aim && this.#followAim(this.#aim)
    if (now !== this.#aim) {
      this.#aim = now
      this.#narrower = []
    }
    this.#tell()
  }
}

const hasText = (element: Element): element is HTMLElement => element instanceof HTMLElement && lineOf(element) !== ""

const partOf = (step: PickStep): PickedPart => (step === "subject" || step === "reply" ? step : "message")
/** Without a message of a customer nothing can be answered. */
const mayBeSkipped = (step: PickStep) => step !== "customer" && step !== "done"

function marksOf(picked: PickedParts, words: PickWords): PartMark[] {
  const { subject, reply, messages, shown } = picked.drawn
  let n = 0
  return [
    ...(subject ? [{ element: subject, kind: "picked" as const, label: `✓ ${words.subject}` }] : []),
    ...messages.map((message): PartMark => {
      const { element } = message
      if (picked.outOf(message)) return { element, kind: "out", label: words.out }
      const word = words.message.replace("#", String(++n))
      return shown.some((one) => element === one || element.contains(one))
        ? { element, kind: "picked", label: `✓ ${word}` }
        : { element, kind: "alike", label: words.alike.replace("#", String(n)) }
    }),
    ...(reply ? [{ element: reply, kind: "picked" as const, label: `✓ ${words.reply}` }] : [])
  ]
}

function aimMark(element: HTMLElement, step: PickStep, { drawn }: PickedParts, words: PickWords): PartMark {
  const n = drawn.messages.findIndex((one) => one.element === element) + 1 || drawn.messages.length + 1
  const word =
    step === "subject" ? words.subject : step === "reply" ? words.reply : words.message.replace("#", String(n))
  return { element, kind: "aim", label: words.take.replace("#", word) }
}

function stripFor(step: PickStep, { point, keys }: PickWords) {
  if (step === "done") return undefined
  const all: [string, string][] = [
    ["Tab", keys.next],
    ["↑", keys.wider],
    ["↓", keys.narrower],
    ["↵", keys.take],
    ["X", keys.out],
    ...(mayBeSkipped(step) ? ([["S", keys.skip]] as [string, string][]) : []),
    ["P", keys.pause],
    ["Esc", keys.stop]
  ]
  // Most helpdesks have the box for the reply at the bottom.
  return { lead: point[step], keys: all, edge: step === "reply" ? ("top" as const) : ("bottom" as const) }
}
