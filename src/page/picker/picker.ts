import type { Page } from "../../helpdesks/contract/adapter.ts"
import { lineOf } from "../../helpdesks/contract/page-parts.ts"
import type {
  PickAct,
  PickedRecipe,
  PickFault,
  PickState,
  PickStep,
  PickWords
} from "../../protocol/picking/picking.ts"
import { observeRoots } from "../recipe/observe-roots.ts"
import { observeChanges } from "../../helpdesks/contract/observe-changes.ts"
import { outerElement } from "../recipe/deep-page.ts"
import { elementAt, partAt, partsIn, type PickedPart } from "./candidates.ts"
import { createOverlay, type PartMark } from "./overlay.ts"
import { createPickedParts, STEPS } from "./picked-parts.ts"
import { captureInput, type PickKey } from "./capture-input.ts"
import { createSamePart } from "./same-part.ts"

export interface Picker {
  state(): PickState
  act(act: PickAct): PickState
  finish(): PickedRecipe
}

/**
 * Lets the agent point at the parts of a ticket in the page, with the pointer or by keys. It draws over the page and
 * takes its clicks and keys meanwhile, and changes nothing in it. It ends with the signal.
 * @param changed is called when what is shown has changed by something in the page
 * @param stop is called when the agent stops it in the page
 * @param isAgain whether it goes on in a page that was loaded anew meanwhile
 */
export function createPicker(
  page: Page,
  words: PickWords,
  { changed, stop }: { changed: (state: PickState) => void; stop: () => void },
  signal: AbortSignal,
  isAgain = false
): Picker {
  const { document } = page
  const overlay = createOverlay(document)
  const picked = createPickedParts(page)
  let step: PickStep = "subject"
  let aim: HTMLElement | undefined
  /** Parts within the aim that a wider one was made of. */
  let narrower: HTMLElement[] = []
  let byKey = false
  let fault: PickFault | undefined = isAgain ? "loaded-anew" : undefined
  /** The page takes clicks and keys meanwhile. */
  let isPaused = false
  /** What was pointed at may be gone with its ticket. Its step is the present one until it is there again. */
  const stepNow = () => picked.gone() ?? step
  const followAim = createSamePart(document)

  const state = (): PickState => ({
    ...picked.state(),
    step: stepNow(),
    ...(byKey && aim ? { aim: lineOf(aim).slice(0, 200) } : {}),
    ...(isPaused ? { paused: true as const } : {}),
    ...(fault ? { fault } : picked.gone() ? { fault: "gone" } : {})
  })
  const draw = () => {
    const at = stepNow()
    overlay.shield(at !== "done" && !isPaused)
    overlay.tell(isPaused ? { lead: words.paused, keys: [], edge: "bottom" } : stripFor(at, words))
    overlay.draw([...marksOf(picked, words), ...(aim && at !== "done" ? [aimMark(aim, at, picked, words)] : [])])
  }
  const aimAt = (element: HTMLElement | undefined, key: boolean) => {
    ;[aim, narrower, byKey] = [element, [], key]
    if (key) element?.scrollIntoView({ block: "nearest" })
    if (key && element) followAim(element)
    draw()
  }
  const goTo = (next: PickStep) => {
    step = next
    aimAt(undefined, false)
  }
  const afterThis = () => STEPS[STEPS.indexOf(step) + 1] ?? "done"
  /** Goes on from the first part that is gone. What came after it was of the same ticket. */
  const goOn = () => {
    const lost = picked.gone()
    if (!lost) return
    picked.backTo(lost)
    step = lost
  }
  const take = () => {
    if (aim) goOn()
    if (!aim || step === "done") return
    const found = picked.take(step, aim)
    if (!found || found === "no-role") goTo(afterThis())
    fault = found
  }
  const skip = () => {
    goOn()
    if (!mayBeSkipped(step)) return
    fault = undefined
    goTo(afterThis())
  }
  const move = (by: 1 | -1) => {
    const { parts, likeliest } = partsIn(document, partOf(stepNow()))
    // Without an aim it goes on from the part that was taken last, which can't be taken again.
    const from = aim ?? picked.drawn.shown.at(-1)
    const at = from ? parts.indexOf(from) : -1
    aimAt(parts[at < 0 ? likeliest : (at + by + parts.length) % parts.length], true)
  }
  const widen = () => {
    const wider = aim && outerElement(aim)
    if (!aim || !wider || /^(?:body|html)$/.test(wider.localName)) return
    const inner = [aim, ...narrower]
    aimAt(wider, true)
    narrower = inner
  }
  const narrow = () => {
    const [inner, ...rest] = narrower.length > 0 ? narrower : [...(aim?.children ?? [])].filter(hasText).slice(0, 1)
    if (!inner) return
    aimAt(inner, true)
    narrower = narrower.length > 0 ? rest : []
  }
  const pause = (on: boolean) => {
    isPaused = on
    aimAt(undefined, false)
  }
  const press: Record<PickKey, () => void> = {
    next: () => move(1),
    previous: () => move(-1),
    wider: widen,
    narrower: narrow,
    take,
    skip,
    out() {
      const message = aim && picked.messageOf(aim)
      if (message) picked.leaveOut(message.id)
      else if (stepNow() === "subject") skip()
    },
    pause: () => pause(true),
    stop
  }
  const tell = () => {
    draw()
    changed(state())
  }

  captureInput(
    document,
    overlay.host,
    {
      isOn: () => stepNow() !== "done" && !isPaused,
      point(x, y) {
        const under = elementAt(document, x, y, overlay.host)
        const meant = under && partAt(under, partOf(stepNow()))
        if (meant !== aim || byKey) aimAt(meant, false)
        overlay.pointer(x, y)
      },
      click() {
        take()
        tell()
      },
      key(key) {
        press[key]()
        if (key !== "stop") tell()
      },
      scrolled: draw
    },
    signal
  )
  const again = () => {
    picked.again()
    const now = aim && followAim(aim)
    if (now !== aim) [aim, narrower] = [now, []]
    tell()
  }
  // The overlay is outside the body, so what is drawn is no change.
  observeChanges(document.body, { childList: true, subtree: true, characterData: true }, again, signal)
  observeRoots(document, again, signal)
  signal.addEventListener("abort", overlay.remove, { once: true })
  draw()

  return {
    state,
    act(act) {
      fault = undefined
      if (act.act === "key") press[act.key]()
      if (act.act === "skip") skip()
      if (act.act === "leave-out") picked.leaveOut(act.id)
      if (act.act === "leave-out-subject") picked.leaveOutSubject()
      if (act.act === "read") picked.read(act.id, act.role)
      if (act.act === "order") picked.order(act.newestFirst)
      if (act.act === "pause") pause(act.on)
      if (act.act === "step") {
        picked.backTo(act.step)
        goTo(act.step)
      }
      draw()
      return state()
    },
    finish: picked.finish
  }
}

const hasText = (element: Element): element is HTMLElement => element instanceof HTMLElement && lineOf(element) !== ""

const partOf = (step: PickStep): PickedPart => (step === "subject" || step === "reply" ? step : "message")
/** Without a message of a customer nothing can be answered. */
const mayBeSkipped = (step: PickStep) => step !== "customer" && step !== "done"

function marksOf({ drawn, outOf }: ReturnType<typeof createPickedParts>, words: PickWords): PartMark[] {
  const { subject, reply, messages, shown } = drawn
  let n = 0
  return [
    ...(subject ? [{ element: subject, kind: "picked" as const, label: `✓ ${words.subject}` }] : []),
    ...messages.map((message): PartMark => {
      const { element } = message
      if (outOf(message)) return { element, kind: "out", label: words.out }
      const word = words.message.replace("#", String(++n))
      return shown.some((one) => element === one || element.contains(one))
        ? { element, kind: "picked", label: `✓ ${word}` }
        : { element, kind: "alike", label: words.alike.replace("#", String(n)) }
    }),
    ...(reply ? [{ element: reply, kind: "picked" as const, label: `✓ ${words.reply}` }] : [])
  ]
}

function aimMark(
  element: HTMLElement,
  step: PickStep,
  { drawn }: ReturnType<typeof createPickedParts>,
  words: PickWords
): PartMark {
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
