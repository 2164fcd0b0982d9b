/** What the panel showed for a ticket. Times are of the wall clock, which all pages share. */
export interface Shown {
  /** This is when the first text of the draft was shown. */
  firstText: number | undefined
  /** This is when it was shown as far as requested, or when the panel said why there is no draft. */
  end: number
  /** This says why there is no draft, in the panel's words. */
  refused: string | undefined
}

/**
 * Runs in the panel. It waits until the draft has text, or is complete and can be inserted. The promise is inside an
 * object, because a bare promise would be awaited at once.
 */
export function draftShown({ ticketId, whole }: { ticketId: string; whole: boolean }): { shown: Promise<Shown> } {
  const shown = new Promise<Shown>((resolve) => {
    let firstText: number | undefined
    const look = () => {
      if (!document.querySelector("h1")?.textContent.includes(`#${ticketId}`)) return
      const now = Date.now()
      const refused = document.querySelector(".refused .lead")?.textContent
      if (document.querySelector("#letter")?.textContent.trim()) firstText ??= now
      const insert = [...document.querySelectorAll(".acts button")].find((button) =>
        button.textContent.startsWith("Insert")
      )
      const far = !whole || (insert !== undefined && insert.getAttribute("aria-disabled") !== "true")
      if (refused === undefined && (firstText === undefined || !far)) return
      changes.disconnect()
      resolve({ firstText, end: now, refused })
    }
    const changes = new MutationObserver(look)
    changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  return { shown }
}

/** Runs in the helpdesk's page. Returns when its navigation began and when its thread was shown. */
export function threadShown(): Promise<{ navigation: number; at: number }> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector("[data-message-id]")) return
      changes.disconnect()
      resolve({ navigation: performance.timeOrigin, at: Date.now() })
    }
    const changes = new MutationObserver(look)
    changes.observe(document, { subtree: true, childList: true })
    look()
  })
}
