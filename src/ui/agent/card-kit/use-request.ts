import { useRef, useState } from "react"

/**
 * One question at a time, asked by a press. The last answer stays until there is another one, even if a request fails.
 */
export function useRequest<T>(ask: (words: string) => Promise<T>) {
  const [state, setState] = useState<{ got?: T; failed?: Error; busy: boolean }>({ busy: false })
  const turn = useRef(0)
  return {
    ...state,
    ask: (words: string) => {
      const own = ++turn.current
      const settle = (next: { got?: T; failed?: Error }) => {
        if (own === turn.current)
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
