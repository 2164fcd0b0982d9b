/** Runs in the panel; in an object, as a bare promise would be waited for at once. */
export function draftShown({ ticketId, what }: { ticketId: string; what: string }): { at: Promise<number> } {
  return {
    at: new Promise((resolve) => {
      const look = () => {
        if (!document.querySelector("h1")?.textContent.includes(`#${ticketId}`)) return
        const refused = document.querySelector(".refused .lead") !== null
        if (!refused && !document.querySelector("#letter")?.textContent.trim()) return
        const insert = [...document.querySelectorAll(".acts button")].find((button) => button.textContent.startsWith("Insert"))
        if (!refused && what === "whole" && insert?.getAttribute("aria-disabled") === "true") return
        changes.disconnect()
        resolve(refused ? Number.NaN : Date.now())
      }
      const changes = new MutationObserver(look)
      changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    })
  }
}

/** Runs in the helpdesk's page: when its thread stands there. */
export function threadShown(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector("[data-message-id]")) return
      changes.disconnect()
      resolve(Date.now())
    }
    const changes = new MutationObserver(look)
    changes.observe(document, { subtree: true, childList: true })
    look()
  })
}
