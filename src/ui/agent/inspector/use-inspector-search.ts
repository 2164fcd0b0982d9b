import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react"
import { findHits, type Hit, type SearchableText } from "./find-hits.ts"
import type { HitsByPart } from "./request-view.tsx"

/**
 * Holds the words that are searched for in these texts, the hits, and the current hit. `reached` is called before a hit
 * is shown.
 */
export function useInspectorSearch(texts: SearchableText[], reached: (hit: Hit) => void) {
  const [words, setWords] = useState("")
  const [reachedLast, setReached] = useState<Hit>()
  const asked = useDeferredValue(words)
  const hits = useMemo(() => findHits(texts, asked), [texts, asked])
  const by = useMemo(() => grouped(hits), [hits])
  // The current hit is found by its content, not by its index, because opening a request adds hits.
  const at = useMemo(() => hits.findIndex((hit) => isSame(hit, reachedLast)), [hits, reachedLast])
  const now = hits[at]
  const brought = useRef<Hit>(undefined)
  useLayoutEffect(() => {
    // A hit is scrolled to only once each time it is reached. A later answer computes all hits again, and by then the
    // agent may be reading elsewhere.
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
      // The agent may press Enter right after typing, when the hits shown may still be those of the previous words.
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
