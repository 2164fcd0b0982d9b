import { createApp, h, ref, vModelText, withDirectives } from "vue"
import type { Opened } from "../editor.ts"

/** A field with `v-model`, as a template compiles to. */
export function openVue(value: string): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const words = ref(value)
  const readonly = ref(false)
  let taken = (next: string) => next
  const app = createApp({
    render: () =>
      withDirectives(
        h("textarea", {
          readonly: readonly.value,
          "onUpdate:modelValue": (next: string) => (words.value = taken(next))
        }),
        [[vModelText, words.value]]
      )
  })
  app.mount(host)
  const element = host.querySelector("textarea")
  if (!element) throw new Error("Vue drew no textarea")
  return {
    element,
    model: () => words.value,
    lines: () => words.value,
    readOnly: () => (element.readOnly = readonly.value = true),
    revert: () =>
      (taken = () => {
        // Vue writes a value only where it has changed.
        queueMicrotask(() => (element.value = value))
        return value
      }),
    close() {
      app.unmount()
      host.remove()
    }
  }
}
