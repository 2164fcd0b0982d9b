import { glob, readFile } from "node:fs/promises"
import { describe, expect, test } from "vitest"

/**
 * In Arabic the interface runs from right to left, so nothing says left or right: margin-inline-start, not margin-left.
 * What is measured on the screen is physical and stands here.
 */
const PHYSICAL = new Map([
  ["src/ui/agent/inspector/placeholder-tooltip.tsx", "the tooltip is put where the placeholder was measured"]
])

test("no style sheet says left or right", async () => {
  const faults: string[] = []
  for await (const file of glob("{src,popup,sidepanel,tabs}/**/*.css"))
    faults.push(...physicalStyles(await readFile(file, "utf8")).map((fault) => `${file}: ${fault}`))
  expect(faults).toEqual([])
})

test("no component sets left or right, apart from what is measured", async () => {
  const faults: string[] = []
  for await (const file of glob("{src/ui,src/page}/**/*.{ts,tsx}")) {
    const places = physicalInScript(await readFile(file, "utf8"))
    if (places.length > 0 && !PHYSICAL.has(file)) faults.push(`${file}: ${places.join()}`)
  }
  expect(faults).toEqual([])
})

describe("the search", () => {
  test.each([
    ["a { margin-left: 4px }", ["margin-left: 4px"]],
    ["a { left: 0; border-top-right-radius: 2px }", ["left: 0", "border-top-right-radius: 2px"]],
    ["a { text-align: right }", ["text-align: right"]],
    ["a { padding: 1px 2px 3px calc(4px + (2px * 3)) }", ["padding: 1px 2px 3px calc(4px + (2px * 3))"]],
    ["a { border-radius: 4px 0 0 4px }", ["border-radius: 4px 0 0 4px"]],
    ["a { transform: translateX(4px) }", ["transform: translateX(4px)"]],
    ["a { background: url(x.png) right 4px top no-repeat }", ["background: url(x.png) right 4px top no-repeat"]],
    ["a { padding: 1px 2px 3px 2px; margin: 0 auto; inset-inline-start: 0; text-align: start }", []],
    ["/* left: 0 */ a:hover { border-radius: 4px 4px 0 0; color: red }", []]
  ])("finds in %s: %j", (css, faults) => expect(physicalStyles(css)).toEqual(faults))

  test("finds what a component sets", () => {
    expect(physicalInScript("box.style.left = x; a.style.setProperty('right', y)")).toHaveLength(2)
    expect(physicalInScript("<div style={{ marginLeft: 4 }} />")).toHaveLength(1)
    expect(physicalInScript("const left = style.width")).toHaveLength(0)
  })
})

/** Returns the declarations that mean another side in a line from right to left. */
function physicalStyles(css: string): string[] {
  const declarations = css.replace(/\/\*[^]*?\*\//g, "").matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)
  return [...declarations].flatMap(([, name = "", value = ""]) =>
    isPhysical(name, value.trim()) ? [`${name}: ${value.trim()}`] : []
  )
}

function isPhysical(name: string, value: string): boolean {
  if (/(?:^|-)(?:left|right)(?:-|$)/.test(name)) return true
  if (/^(?:text-align|float|clear|background(?:-position)?|transform-origin)$/.test(name))
    return /(?<![\w-])(?:left|right)(?![\w-])/.test(value)
  if (name === "transform" || name === "translate") return /translate(?:X|3d)?\((?!0\b)/.test(value)
  const [first, second = first, third = first, fourth = second] = sidesOf(value)
  if (name === "border-radius") return first !== second || third !== fourth
  return /^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/.test(name)
    ? second !== fourth
    : false
}

/** Splits at white space outside brackets. */
function sidesOf(value: string): string[] {
  const sides = [""]
  let depth = 0
  for (const sign of value) {
    if (sign === "(") depth += 1
    if (sign === ")") depth -= 1
    if (depth === 0 && /\s/.test(sign)) sides.push("")
    else sides.push((sides.pop() ?? "") + sign)
  }
  return sides.filter(Boolean)
}

/** Returns the places where a script sets a physical side of an element. */
function physicalInScript(script: string): string[] {
  const sides = /\.style\.(?:\w*(?:Left|Right)\b|left\b|right\b)|setProperty\(["'][a-z-]*(?:left|right)/g
  const inline = /style=\{\{[^}]*?(?:\w+(?:Left|Right)\w*|\bleft|\bright)\s*:/g
  return [...script.matchAll(sides), ...script.matchAll(inline)].map(([place]) => place)
}
