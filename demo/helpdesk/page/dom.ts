type Child = Node | string | undefined

/** Makes an element. Text is always inserted as text, never as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | true | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** Fetches JSON. Returns `undefined` if the session has ended and the login page is loading. */
export async function fetchJson<T>(path: string, options: RequestInit = {}): Promise<T | undefined> {
  const response = await fetch(path, { cache: "no-store", ...options })
  if (response.redirected) {
    location.assign("/login.html")
    return undefined
  }
  if (!response.ok) throw new Error(`The helpdesk answered ${response.status}.`)
  return (await response.json()) as T
}

const dayAndTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" })

export function time(at: string): HTMLTimeElement {
  return make("time", { datetime: at }, dayAndTime.format(new Date(at)))
}

export function avatar(name: string, role: string): HTMLElement {
  const initials =
    name
      .match(/\p{L}+/gu)
      ?.slice(0, 2)
      .map((part) => [...part][0] ?? "")
      .join("") ?? "?"
  return make("span", { class: `avatar ${role}`, "aria-hidden": "true" }, initials.toUpperCase())
}
