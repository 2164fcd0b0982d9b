import type { FactChange, FactChangeKind } from "../../ticket/rewrite.ts"
import type { Span } from "../../ticket/evidence-pair.ts"

/** Finds placeholders and blanks that only one of the texts has. */
export function changedMarks(before: string, after: string): FactChange[] {
  return MARKS.flatMap(({ kind, pattern }) => {
    const [said, says] = [spansOf(before, pattern), spansOf(after, pattern)]
    const has = (text: string, all: (Span & { text: string })[]) => all.some((one) => one.text === text)
    return [
      ...said.filter((one) => !has(one.text, says)).map((one) => ({ kind, before: spanOf(one) })),
      ...says.filter((one) => !has(one.text, said)).map((one) => ({ kind, after: spanOf(one) }))
    ]
  })
}

const MARKS: readonly { kind: FactChangeKind; pattern: RegExp }[] = [
  { kind: "blank", pattern: /\[\[[^[\]\n]{1,200}\]\]/gu },
  { kind: "placeholder", pattern: /\[[A-Z][A-Z_]*_\d+\]/gu }
]

const spansOf = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    text: found
  }))
const spanOf = ({ start, end }: Span): Span => ({ start, end })
