// Lists the states that the address chooses, each in a frame of its own. The choice is in the address, so that it can
// be passed on.
/** In pixels. */
const SIZES = {
  panel: [400, 720],
  popup: [320, 560],
  review: [1180, 720],
  figures: [1180, 900],
  knowledge: [1180, 900],
  admin: [900, 900]
}

const { states, languages } = await (await fetch("/states.json")).json()
const form = document.getElementById("choice")
fill(form.page, ["panel", ...Object.keys(SIZES).filter((page) => page !== "panel"), "all"])
fill(form.language, languages)
for (const [name, value] of new URLSearchParams(location.search)) if (form[name]) form[name].value = value
form.addEventListener("input", show)
form.addEventListener("submit", (event) => event.preventDefault())
show()

function fill(select, values) {
  for (const value of values) select.add(new Option(value, value))
}

function show() {
  const choice = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""))
  history.replaceState(null, "", `?${new URLSearchParams(choice)}`)
  const { page, find = "", theme } = choice
  const chosen = states.filter(
    (one) => (page === "all" || one.page === page) && one.name.toLowerCase().includes(find.toLowerCase())
  )
  document.getElementById("count").value = `${chosen.length} of ${states.length} states`
  const themes = theme === "both" ? ["light", "dark"] : [theme]
  document
    .getElementById("states")
    .replaceChildren(...chosen.flatMap((one) => themes.map((each) => figureOf(one, each, choice))))
}

function figureOf({ page, name }, theme, { language, width = SIZES[page][0], height = SIZES[page][1] }) {
  const address = `/state?${new URLSearchParams({ page, name, theme, language })}`
  const link = Object.assign(document.createElement("a"), { href: address, textContent: `${page}: ${name}` })
  const caption = document.createElement("figcaption")
  caption.append(link)
  const frame = Object.assign(document.createElement("iframe"), {
    title: `${page}: ${name}`,
    loading: "lazy",
    src: address,
    width,
    height
  })
  const figure = document.createElement("figure")
  figure.append(caption, frame)
  return figure
}
