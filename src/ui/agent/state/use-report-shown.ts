import { useEffect, useRef } from "react"
import type { PanelDraft } from "../../../protocol/panel.ts"
import type { PanelLink } from "./panel-link.ts"

/** Reports once that a draft is visible. A panel in a tab behind another one shows nothing. */
export function useReportShown(key: string, draft: PanelDraft | undefined, link: PanelLink): void {
  const told = useRef(new Set<string>())
  const id = draft?.text ? draft.id : undefined
  useEffect(() => {
    if (id === undefined) return
    const look = () => {
      if (document.visibilityState !== "visible" || told.current.has(id)) return
      told.current.add(id)
      void link.send({ kind: "panel-shown", key, draftId: id }).then((answer) => {
        if (!answer.ok) told.current.delete(id)
      })
    }
    look()
    document.addEventListener("visibilitychange", look)
    return () => document.removeEventListener("visibilitychange", look)
  }, [id, key, link])
}
