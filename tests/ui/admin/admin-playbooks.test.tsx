import { readdirSync, readFileSync } from "node:fs"
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { readPlaybook } from "../../../src/playbooks/format/read-playbook.ts"
import { graphOf } from "../../../src/playbooks/graph/graph.ts"
import { placeFlow } from "../../../src/ui/admin/playbooks/flow-picture.tsx"
import { openAdminPage } from "./admin-page.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"
import type { ListedPlaybook } from "../../../src/protocol/routes/playbooks.ts"

afterEach(cleanup)

const FOLDER = "demo/playbooks"
const RETURN = readFileSync(`${FOLDER}/return.yaml`, "utf8")

/** A playbook as the relay lists it. */
function listed(source: string): ListedPlaybook {
  const { playbook } = readPlaybook(source)
  if (!playbook) throw new Error("The playbook has a mistake.")
  const { name, title } = playbook
  return { name, title, version: 2, at: "2026-11-20T10:00:00Z", source, graph: graphOf(playbook), mermaid: "" }
}

/** The page over a relay that keeps playbooks, and refuses as the real one what has a mistake. */
async function open(first: ListedPlaybook[]) {
  let playbooks = first
  const asked: Asked[] = []
  openAdminPage((command): PageAnswer | undefined => {
    asked.push(command)
    if (command.route === "GET /v1/admin/playbooks") return { ok: true, value: { playbooks } }
    if (command.route === "PUT /v1/admin/playbooks") {
      const { playbook, mistakes } = readPlaybook(command.body.source)
      if (!playbook) {
        const message = mistakes.map(({ line, sentence }) => `Line ${line}: ${sentence}`).join("\n")
        return { ok: false, code: "playbook-wrong", message }
      }
      playbooks = [listed(command.body.source)]
      return { ok: true, value: { name: playbook.name, version: 2 } }
    }
    if (command.route === "DELETE /v1/admin/playbooks/:name") {
      playbooks = playbooks.filter(({ name }) => name !== command.path.name)
      return { ok: true, value: null }
    }
    return undefined
  })
  await screen.findByRole("region", { name: "Playbooks" })
  return asked
}
const card = () => within(screen.getByRole("region", { name: "Playbooks" }))
const field = () => card().getByLabelText<HTMLTextAreaElement>("Text of a playbook (YAML)")
const store = () => fireEvent.click(card().getByRole("button", { name: "Store the playbook" }))

test("the flow of a playbook is drawn, can be scrolled by keys, and stands below in words", async () => {
  const one = listed(RETURN)
  await open([one])
  const steps = one.graph.nodes.length
  expect(
    await card().findByText(new RegExp(`^return, version 2, since .*\\. ${steps} steps, .* No mistake\\.$`))
  ).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Show the flow Return of an article" }))
  const box = card().getByRole("region", { name: "Flowchart of Return of an article, scrollable" })
  expect(box.tabIndex).toBe(0)
  const picture = within(box).getByRole("img", { name: /^Flowchart of Return of an article with \d+ steps/ })
  expect(picture.querySelectorAll("g.node")).toHaveLength(steps)
  expect(picture.querySelectorAll("path.way")).toHaveLength(one.graph.edges.length)
  const words = card().getByRole("list", { name: "Steps of Return of an article and their ways" })
  for (const { title } of one.graph.nodes) expect(words.textContent).toContain(title)
  const way = one.graph.edges.find(({ label }) => label !== "" && label !== "otherwise")
  expect(words.textContent).toContain(`If ${way?.label}: to`)
})

test("a file of a playbook is read and stored, and mistakes are listed with their lines", async () => {
  const asked = await open([])
  expect(await card().findByText(/^There is no playbook/)).toBeTruthy()
  const wrong = RETURN.replace("next: delivery", "next: delivry")
  fireEvent.change(card().getByLabelText("File of a playbook"), {
    target: { files: [new File([wrong], "return.yaml")] }
  })
  await waitFor(() => expect(field().value).toBe(wrong))
  store()
  expect(await card().findByText(/^Line \d+: There is no step "delivry"/)).toBeTruthy()
  fireEvent.change(field(), { target: { value: RETURN } })
  store()
  expect(await card().findByText("return is stored as version 2.")).toBeTruthy()
  expect(await card().findByRole("heading", { name: "Return of an article" })).toBeTruthy()
  fireEvent.change(card().getByLabelText("File of a playbook"), {
    target: { files: [new File(["x".repeat(200_001)], "large.yaml")] }
  })
  expect(await card().findByText(/^The file is too large/)).toBeTruthy()
  expect(asked.filter(({ route }) => route === "PUT /v1/admin/playbooks")).toHaveLength(2)
})

test("one that this relay can't read is listed with its mistakes, and taken out after a question", async () => {
  const unread = { ...listed(RETURN), graph: { nodes: [], edges: [] }, mistakes: ['Line 3: The file knows no "wenn".'] }
  const asked = await open([unread])
  expect(await card().findByText('Line 3: The file knows no "wenn".')).toBeTruthy()
  expect(card().queryByRole("button", { name: /^Show the flow/ })).toBeNull()
  fireEvent.click(card().getByRole("button", { name: "Take out Return of an article" }))
  expect(asked.some(({ route }) => route === "DELETE /v1/admin/playbooks/:name")).toBe(false)
  fireEvent.click(card().getByRole("button", { name: "Take it out" }))
  expect(await card().findByText("Return of an article is taken out.")).toBeTruthy()
  expect(asked).toContainEqual({ route: "DELETE /v1/admin/playbooks/:name", path: { name: "return" } })
})

test.each(readdirSync(FOLDER).filter((name) => !name.includes(".tickets.")))(
  "no two boxes of %s lie on each other, and all stand within the picture",
  (file) => {
    const { width, height, nodes, edges } = placeFlow(listed(readFileSync(`${FOLDER}/${file}`, "utf8")).graph)
    const boxes = [...nodes, ...edges.filter(({ lines }) => lines.length > 0)]
    for (const [at, one] of boxes.entries()) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0)
      expect(one.x + one.width / 2).toBeLessThanOrEqual(width)
      expect(one.y + one.height / 2).toBeLessThanOrEqual(height)
      for (const other of boxes.slice(at + 1)) {
        const isApart =
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 - 0.1 ||
          Math.abs(one.y - other.y) >= (one.height + other.height) / 2 - 0.1
        expect(isApart, `${one.lines.join(" ")} and ${other.lines.join(" ")}`).toBe(true)
      }
    }
  }
)
