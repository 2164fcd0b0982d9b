import { composers } from "../../../src/composers/index.ts"

/**
 * A content script as Firefox runs one, in a world apart from the page's: writes into the editor that the lab shows
 * when the page asks by an event, and answers by another. Bundled and installed by firefox.test.ts.
 */
window.addEventListener("lab-ask", (event) => {
  void answer(event).then(
    (read) => window.dispatchEvent(new CustomEvent("lab-answer", { detail: read })),
    (error: unknown) => window.dispatchEvent(new CustomEvent("lab-answer", { detail: String(error) }))
  )
})

async function answer(event: Event): Promise<string> {
  const ask: { text: string; at?: "own-place" | "caret"; words?: string } = JSON.parse(
    event instanceof CustomEvent ? String(event.detail) : "{}"
  )
  const documents = [document, ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument)]
  const element = documents.map((each) => each?.querySelector<HTMLElement>("[data-shown]")).find((each) => each)
  const composer = element && composers.find((each) => each.accepts(element))
  if (!element || !composer) return "no editor"
  if (ask.words) {
    const from = composer.read(element).indexOf(ask.words)
    await composer.replace(element, from, from + ask.words.length, ask.text)
  } else await composer.insert(element, ask.text, ask.at ?? "own-place")
  return composer.read(element)
}
