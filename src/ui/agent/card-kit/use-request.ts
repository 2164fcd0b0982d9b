import { useRef, useState } from "react"

/**
 * One question at a time, asked by a press. The last answer stays until there is another one, even if a request fails.
 */
export function useRequest<T>(ask: (words: string) => Promise<T>) {
  const [state, setState] = useState<{ got?: T; failed?: Error; busy: boolean }>({ busy: false })
  const turn = useRef(0)
  const underWay = useRef<string>(undefined)
  return {
    ...state,
    ask: (words: string) => {
      // A double click, or Enter pressed twice.
      if (words === underWay.current) return
      underWay.current = words
      const own = ++turn.current
      const settle = (next: { got?: T; failed?: Error }) => {
        if (own !== turn.current) return
        underWay.current = undefined
        setState((before) => ({ ...(before.got === undefined ? {} : { got: before.got }), ...next, busy: false }))
      }
      setState(({ got }) => ({ ...(got === undefined ? {} : { got }), busy: true }))
      ask(words).then(
        (got) => settle({ got }),
        (failed: unknown) => settle({ failed: failed instanceof Error ? failed : new Error(String(failed)) })
      )
    }
  }
}
