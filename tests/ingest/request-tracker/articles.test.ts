import { expect, test } from "vitest"
import { desk } from "./double.ts"

test("articles by class, internal but those of the classes that are named; fields are parts of one page", async () => {
  const { read, tracker } = await desk()
  const { documents, failed, end } = await read("articles", {}, { publicClasses: ["help pages"] })
  expect([failed, end]).toEqual([[], { type: "end", all: true }])
  expect(documents).toMatchObject([
    {
      id: "article-1",
      path: "Articles / Help pages / Returns",
      title: "Returns",
      kind: "article",
      visibility: "public",
      url: `${tracker.url}/rt/Articles/Article/Display.html?id=1`,
      body: "How a parcel comes back\n\n## Answer\n\nSend it within **30 days**.\n\n- Label\n\n## Steps\n\n1. Open Returns\n2. Press Print",
      details: { kind: "article", section: ["Help pages"], labels: [] }
    },
    { id: "article-2", visibility: "internal", body: "= Head =\n- one" }
  ])
  expect((await read("articles")).documents.map(({ visibility }) => visibility)).toEqual(["internal", "internal"])
  expect((await read("articles", {}, { publicClasses: ["Help pges"] })).fault).toMatchObject({
    message: expect.stringContaining('no class "Help pges"')
  })
})

test("one without a text, and one that isn't as it should be, fail alone; more than a page of them are read", async () => {
  const { read } = await desk((one) => {
    const [row] = one.articles[2]?.body.items ?? []
    for (let id = 10; id < 260; id++)
      one.articles[2]?.body.items.push({ ...row, id: String(id), Name: `Article ${id}` })
    one.articles[3]?.body.items.push({ ...row, id: "900", CustomFields: [] }, { id: "901", Name: { no: "text" } })
  })
  const { documents, failed } = await read("articles")
  expect([documents.length, failed]).toEqual([
    252,
    [
      "Articles / How we work / Returns: It has no text in its custom fields.",
      "Article 901: Request Tracker's answer isn't an article in the form that its API documents."
    ]
  ])
})
