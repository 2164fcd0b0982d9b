import { useEffect } from "react"

/** The browser asks before the page is closed or loaded anew, as long as something would be lost by it. */
export function useLeaving(isLost: boolean): void {
  useEffect(() => {
    if (!isLost) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener("beforeunload", ask)
    return () => removeEventListener("beforeunload", ask)
  }, [isLost])
}
