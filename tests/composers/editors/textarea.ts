import type { Opened } from "../editor.ts"

export function openTextarea(value: string): Opened {
  const element = document.createElement("textarea")
  element.value = value
  document.body.append(element)
  return {
    element,
    model: () => element.value,
    lines: () => element.value,
    readOnly: () => (element.readOnly = true),
    revert: () => element.addEventListener("input", () => (element.value = value)),
    close: () => element.remove()
  }
}
