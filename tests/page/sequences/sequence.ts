import fc from "fast-check"
import type { InsertAnswer, PageProblem } from "../../../src/protocol/page.ts"
import { openDesk } from "./desk.ts"
import type { Drawing, Mode, Said } from "./drawing.ts"

/** What happens, and how many milliseconds after the step before it. */
export interface Step {
  afterMs: number
  what:
    | { do: "show"; ticket: number; drawnAfterMs: number }
    | { do: "mode"; mode: Mode }
    | { do: "say"; ticket: number | "front"; kinds: Said["kind"][] }
    | { do: "type"; at: "start" | "middle" | "end" }
    | { do: "send" }
    | { do: "prepare"; ticket: number }
    | { do: "insert"; ticket: number | "front"; text: "new" | "same" | "forgotten"; below: boolean; fresh: boolean }
    | { do: "restart" }
}

const ticket = fc.nat(2)
/** The fourth is the list. */
const shown = fc.oneof({ weight: 6, arbitrary: ticket }, { weight: 1, arbitrary: fc.constant(3) })
/** Mostly the ticket in front, as agents do; sometimes another, as a panel of a moment ago may. */
const target = fc.oneof({ weight: 4, arbitrary: fc.constant("front" as const) }, { weight: 1, arbitrary: ticket })
/** In the middle of what is under way, somewhat later, or when all is done. */
const pauses = fc.oneof(
  { weight: 3, arbitrary: fc.nat(40) },
  { weight: 3, arbitrary: fc.nat(200) },
  { weight: 1, arbitrary: fc.constant(1000) }
)
const done = <T extends Step["what"]["do"]>(name: T) => fc.constant(name)

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    afterMs: pauses,
    what: fc.oneof(
      { weight: 3, arbitrary: fc.record({ do: done("show"), ticket: shown, drawnAfterMs: fc.nat(60) }) },
      { weight: 2, arbitrary: fc.record({ do: done("mode"), mode: fc.constantFrom<Mode>("reply", "reply", "note") }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: done("say"),
          ticket: target,
          kinds: fc.array(fc.constantFrom<Said["kind"]>("customer", "agent", "note"), { minLength: 1, maxLength: 4 })
        })
      },
      {
        weight: 6,
        arbitrary: fc.record({
          do: done("type"),
          at: fc.constantFrom("start" as const, "middle" as const, "end" as const)
        })
      },
      { weight: 1, arbitrary: fc.record({ do: done("send") }) },
      { weight: 2, arbitrary: fc.record({ do: done("prepare"), ticket }) },
      {
        weight: 8,
        arbitrary: fc.record({
          do: done("insert"),
          ticket: target,
          text: fc.constantFrom("new" as const, "new" as const, "same" as const, "forgotten" as const),
          below: fc.nat(9).map((n) => n === 0),
          fresh: fc.boolean()
        })
      },
      { weight: 1, arbitrary: fc.record({ do: done("restart") }) }
    )
  }),
  { minLength: 6, maxLength: 40, size: "max" }
)

/** Milliseconds of answers and editors, over and over. */
export const lateness = fc.array(fc.nat(120), { minLength: 1, maxLength: 5 })

export interface Outcome {
  /** What must never happen, in sentences. */
  faults: string[]
  landed: number
  refused: number
  /** How often something else than the agent wrote into the page. */
  written: number
}

interface Ask {
  text: string
  ticketId: string
  version: string
  /** The newest message when it was asked for. */
  newest: string
  below: boolean
}

/**
 * Runs a sequence with a clock that only `wait` moves, and looks after every write where the text has gone.
 * @param wait moves the clock by so many ms and lets everything happen that is due
 */
export async function runSequence(
  drawing: Drawing,
  sequence: Step[],
  lateMs: readonly number[],
  wait: (ms: number) => Promise<unknown>
): Promise<Outcome> {
  const outcome: Outcome = { faults: [], landed: 0, refused: 0, written: 0 }
  const asks: Ask[] = []
  /** What the agent typed into each editor, and which drafts are known to stand there. */
  const words = new Map<HTMLElement, { ticketId: string; typed: Set<string>; drafts: Set<string> }>()
  let typing = false
  const desk = openDesk(drawing, lateMs, (editor) => {
    if (!typing) look(editor)
  })
  const prepared = new Map(desk.ids.map((id) => [id, desk.versionOf(id)]))
  const last = new Map<string, string>()
  const under: Promise<unknown>[] = []
  let count = 0

  const of = (editor: HTMLElement) => {
    const ticketId = desk.ownerOf(editor)?.ticketId ?? ""
    const known = words.get(editor)
    if (known) return known
    const fresh = { ticketId, typed: new Set<string>(), drafts: new Set<string>() }
    words.set(editor, fresh)
    return fresh
  }

  /** In the very step in which a text goes in. */
  function look(editor: HTMLElement): void {
    outcome.written++
    const text = textIn(editor)
    const owner = desk.ownerOf(editor)
    const known = of(editor)
    for (const ask of asks) {
      const times = text.split(ask.text).length - 1
      if (times === 0) continue
      const isNew = !known.drafts.has(ask.text)
      known.drafts.add(ask.text)
      const fault = (what: string) => outcome.faults.push(`${ask.text.slice(0, 10)}: ${what}`)
      // Asked for below what stands there, it may stand there twice.
      if (times > 1 && !asks.some((one) => one.below && one.text === ask.text))
        fault(`stands ${times} times in ${owner?.ticketId}`)
      if (!isNew) continue
      outcome.landed++
      if (owner?.ticketId !== ask.ticketId) fault(`for ${ask.ticketId} went into ${owner?.ticketId ?? "no ticket"}`)
      if (owner?.mode !== "reply") fault(`went into a ${owner?.mode ?? "place"} of ${owner?.ticketId}`)
      if (ask.version !== ask.newest) fault(`on ${ask.version} went in where ${ask.newest} was newest`)
    }
    for (const word of known.typed)
      if (!text.includes(word)) outcome.faults.push(`${word} was lost in ${owner?.ticketId}`)
  }

  async function perform({ what }: Step): Promise<void> {
    switch (what.do) {
      case "show":
        return desk.show(desk.ids[what.ticket], what.drawnAfterMs)
      case "mode":
        return desk.setMode(what.mode)
      case "say":
        return desk.say((what.ticket === "front" ? desk.front : desk.ids[what.ticket]) ?? "", what.kinds)
      case "restart":
        return desk.restart()
      case "prepare": {
        const id = desk.ids[what.ticket] ?? ""
        return void prepared.set(id, desk.versionOf(id))
      }
      case "type": {
        const editor = desk.inFront()
        return editor ? type(editor, what.at) : undefined
      }
      case "send": {
        const editor = desk.inFront()
        if (!editor || !desk.front) return
        desk.say(desk.front, [desk.ownerOf(editor)?.mode === "note" ? "note" : "agent"])
        words.delete(editor)
        write(editor, "")
        return
      }
      case "insert": {
        const id = what.ticket === "front" ? desk.front : desk.ids[what.ticket]
        // The draft was made a moment ago, or on what was newest when it was prepared.
        if (id !== undefined && what.fresh) prepared.set(id, desk.versionOf(id))
        if (id !== undefined) under.push(insert(id, what.text, what.below))
      }
    }
  }

  async function insert(ticketId: string, which: "new" | "same" | "forgotten", below: boolean): Promise<void> {
    const former = last.get(ticketId)
    const version = prepared.get(ticketId) ?? ""
    const text = which !== "new" && former ? former : `Draft ${++count}.\n\nFor ${ticketId}, ${count} in all.`
    asks.push({ text, ticketId, version, newest: desk.versionOf(ticketId), below })
    const answer = (await desk.ask({
      kind: "draft-insert",
      ticketId,
      version,
      text,
      ...(former && which !== "forgotten" ? { former } : {}),
      ...(below ? { below } : {})
    })) as InsertAnswer | PageProblem | undefined
    if (answer?.ok) last.set(ticketId, text)
    else outcome.refused++
  }

  function type(editor: HTMLElement, at: "start" | "middle" | "end"): void {
    const text = textIn(editor)
    const word = `w${++count}w`
    const place = { start: 0, middle: text.length >> 1, end: text.length }[at]
    // A word within another would tear that one.
    const [head, tail] = [text.slice(0, place), text.slice(place)]
    const torn = /w\d*$/.test(head) && /^\d*w/.test(tail)
    write(editor, torn ? `${word} ${text}` : `${head} ${word} ${tail}`)
    of(editor).typed.add(word)
  }

  function write(editor: HTMLElement, text: string): void {
    typing = true
    if ("value" in editor) editor.value = text
    else editor.textContent = text
    editor.dispatchEvent(new Event("input", { bubbles: true }))
    typing = false
  }

  try {
    desk.show(desk.ids[0], 0)
    // No draft is made from a ticket that wasn't read in the page.
    const readings = desk.ids.map((ticketId) => desk.ask({ kind: "newest-public", ticketId }))
    await wait(1000)
    await Promise.all(readings)
    for (const step of sequence) {
      await wait(step.afterMs)
      await perform(step)
    }
    await wait(5000)
    await Promise.all(under)
    for (const [editor, { typed }] of words)
      for (const word of typed) if (!textIn(editor).includes(word)) outcome.faults.push(`${word} was lost in the end`)
    return outcome
  } finally {
    desk.close()
  }
}

function textIn(editor: HTMLElement): string {
  return "value" in editor ? String(editor.value) : (editor.textContent ?? "")
}
