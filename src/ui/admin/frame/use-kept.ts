import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"

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
