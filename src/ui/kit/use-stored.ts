import { useState } from "react"

/** A choice of how the panel looks or works, remembered on this computer; nothing of a ticket. */
export function useStored(name: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => (localStorage.getItem(name) ?? (initial ? "yes" : "no")) === "yes")
  return [value, (next) => {
    localStorage.setItem(name, next ? "yes" : "no")
    setValue(next)
  }]
}
