// Stands in for the browser and the background behind one page of the extension. `given` is what the server has written
// before it: the state that is pushed, the answers, and what is pressed once the page is drawn.
const { state, answers = {}, press = [] } = window.given
const address = new URLSearchParams(location.search)
const language = address.get("language") ?? "en"
document.documentElement.dataset.theme = address.get("theme") ?? "light"
for (const [name, value] of [
  ["language", language],
  ["languages", [language]]
])
  Object.defineProperty(navigator, name, { value })

const event = { addListener() {}, removeListener() {}, hasListener: () => false }
const storedValues = new Map()
const area = {
  setAccessLevel: async () => undefined,
  get: async (name) => (storedValues.has(name) ? { [name]: storedValues.get(name) } : {}),
  set: async (values) => Object.entries(values).forEach(([name, value]) => storedValues.set(name, value)),
  remove: async (name) => storedValues.delete(name),
  clear: async () => storedValues.clear()
}
const port = {
  name: "panel",
  disconnect() {},
  postMessage() {},
  onDisconnect: event,
  onMessage: {
    ...event,
    addListener: (listener) => {
      if (state) setTimeout(() => listener(state), 0)
    }
  }
}
window.chrome = {
  runtime: {
    id: "gallery",
    connect: () => port,
    sendMessage: async (message) => answers[message.route ?? message.kind] ?? { ok: true },
    getURL: (path) => `/${path}`,
    getManifest: () => ({ version: "0.0.0", manifest_version: 3 }),
    onMessage: event,
    onConnect: event
  },
  i18n: { getUILanguage: () => language },
  windows: { getCurrent: async () => ({ id: 1 }) },
  tabs: { getCurrent: async () => undefined, create: async () => undefined, query: async () => [] },
  commands: {
    getAll: async () => [
      { name: "open-panel", shortcut: "Alt+Shift+R" },
      { name: "insert", shortcut: "Alt+Shift+I" }
    ]
  },
  permissions: { request: async () => true, contains: async () => true, onAdded: event, onRemoved: event },
  sidePanel: { open: async () => undefined },
  storage: { local: area, session: area, managed: area, onChanged: event }
}

addEventListener("load", () => void pressAll())

/** Marks the document when all is pressed, for who waits for it. */
async function pressAll() {
  await until(() => document.querySelector("h1, h2"))
  for (const one of press) {
    if ("key" in one) {
      await until(() => document.getElementById("letter"))
      document.body.dispatchEvent(new KeyboardEvent("keydown", { ...one, bubbles: true, cancelable: true }))
    } else (await until(() => buttonCalled(one))).click()
    await drawn()
  }
  await drawn()
  document.documentElement.dataset.pressed = ""
}

/** Resolves to what `find` finds. @throws after twenty seconds without it */
async function until(find) {
  for (const end = performance.now() + 20_000; performance.now() < end; await drawn()) {
    const thing = find()
    if (thing) return thing
  }
  throw new Error(`The gallery waits in vain for ${find}`)
}

const buttonCalled = ({ button: words, of = "" }) =>
  [...document.querySelectorAll("button")].find((button) => {
    const label = (button.getAttribute("aria-label") ?? button.textContent ?? "").trim()
    return label.startsWith(words) && label.includes(of)
  })

/** Resolves after what has changed is drawn. A frame that is out of sight isn't drawn, so a timer goes on as well. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 30))
