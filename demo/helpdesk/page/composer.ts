import { fetchJson, make } from "./dom.ts"
import type { Message } from "../tickets.ts"

/** Makes the reply editor. It starts empty, and only the agent's own press of Send posts anything. */
export function composer(ticketId: string, onSent: (message: Message) => void): HTMLFormElement {
  const text = make("textarea", {
    name: "text",
    "aria-label": "Reply",
    rows: "8",
    dir: "auto",
    placeholder: "Write a reply"
  })
  const said = make("span", { class: "muted grow", role: "status" })
  const send = make("button", { type: "submit", class: "main" }, "Send")
  const form = make(
    "form",
    { class: "card composer", "data-reply-form": true, "data-visibility": "public" },
    make(
      "div",
      { class: "tabs", role: "radiogroup", "aria-label": "Kind of message" },
      tab("public", "Public reply", true),
      tab("internal", "Internal note")
    ),
    text,
    make("div", { class: "row bar" }, said, send)
  )
  form.addEventListener("change", () => {
    const visibility = visibilityOf(form)
    form.setAttribute("data-visibility", visibility)
    text.placeholder = visibility === "internal" ? "Write a note for colleagues" : "Write a reply"
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    void post()
  })
  return form

  async function post(): Promise<void> {
    if (!text.value.trim()) {
      said.textContent = "Write something first."
      return text.focus()
    }
    send.disabled = true
    const visibility = visibilityOf(form)
    try {
      const body = JSON.stringify({ text: text.value, visibility })
      const message = await fetchJson<Message>(`/api/tickets/${ticketId}/messages`, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" }
      })
      if (!message) return
      onSent(message)
      text.value = ""
      said.textContent = visibility === "internal" ? "Note added." : "Reply sent."
    } catch {
      said.textContent = "Not sent. Your text is still here; try again."
    } finally {
      send.disabled = false
    }
  }
}

function tab(value: "public" | "internal", name: string, checked?: true): HTMLElement {
  return make("label", {}, make("input", { type: "radio", name: "visibility", value, checked }), make("span", {}, name))
}

function visibilityOf(form: HTMLFormElement): "public" | "internal" {
  return new FormData(form).get("visibility") === "internal" ? "internal" : "public"
}
