import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react"
import { findHits, type Hit, type SearchableText } from "./find-hits.ts"
import type { HitsByPart } from "./request-view.tsx"

/**
 * The words that are searched for in these texts, where they stand, and which place is looked at. `reached` is told
 * before it is shown.
 */
export function useInspectorSearch(texts: SearchableText[], reached: (hit: Hit) => void) {
  const [words, setWords] = useState("")
  const [reachedLast, setReached] = useState<Hit>()
  const asked = useDeferredValue(words)
  const hits = useMemo(() => findHits(texts, asked), [texts, asked])
  const by = useMemo(() => grouped(hits), [hits])
  // By what it is, not by its number: what is opened on the way brings others.
  const at = useMemo(() => hits.findIndex((hit) => isSame(hit, reachedLast)), [hits, reachedLast])
  const now = hits[at]
  const brought = useRef<Hit>(undefined)
  useLayoutEffect(() => {
    // Once each time it is gone to: an answer that comes later makes all hits anew, and the agent may be reading
    // elsewhere by then.
    if (!now || brought.current === reachedLast) return
    brought.current = reachedLast
    // jsdom has no layout, and so no scrollIntoView.
    document.querySelector("[data-hit=now]")?.scrollIntoView?.({ block: "center" })
  }, [now, reachedLast])
  const found: HitsByPart = { by, now }
  return {
    words,
    found,
    count: hits.length,
    at,
    setWords(next: string) {
      setWords(next)
      setReached(undefined)
    },
    go(back: boolean) {
      // Typed and pressed at once: what is shown may still be of the letters before.
      const all = asked === words ? hits : findHits(texts, words)
      const index = now ? (at + (back ? -1 : 1) + all.length) % all.length : back ? all.length - 1 : 0
      const hit = all[index]
      if (!hit) return
      reached(hit)
      setReached({ ...hit })
    }
  }
}

const isSame = (a: Hit, b: Hit | undefined) => a.id === b?.id && a.part === b.part && a.start === b.start

function grouped(hits: Hit[]): HitsByPart["by"] {
  const by: HitsByPart["by"] = new Map()
  for (const hit of hits) {
    const parts = by.get(hit.id) ?? new Map<number, Hit[]>()
    by.set(hit.id, parts)
    const before = parts.get(hit.part)
    if (before) before.push(hit)
    else parts.set(hit.part, [hit])
  }
  return by
}
