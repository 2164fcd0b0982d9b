import { useQueryClient } from "@tanstack/react-query"
import { useState, useEffect } from "react"

/**
 * State that is there again when the card is drawn again. A sign-in that ends takes the whole page away, and what was
 * typed must be found after the next one.
 */
export function useKept<T>(key: string, first: T): [T, (value: T) => void] {
  const queries = useQueryClient()
  const [value, setValue] = useState(() => queries.getQueryData<T>(["kept", key]) ?? first)
  return [
    value,
    (next) => {
      queries.setQueryDefaults(["kept", key], { gcTime: Infinity })
      queries.setQueryData(["kept", key], next)
      setValue(next)
    }
  ]
}

/** The browser asks before the page is closed or loaded anew, as long as something would be lost by it. */
export function useLeaving(isLost: boolean): void {
  useEffect(() => {
    if (!isLost) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener("beforeunload", ask)
    return () => removeEventListener("beforeunload", ask)
  }, [isLost])
}
