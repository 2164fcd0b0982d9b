import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { temporaryFolder } from "../help/data-folder.ts"
import { sampleKnowledge, seed } from "../help/seed.ts"
import { runCommand } from "./run-command.ts"

const { folder, remove } = temporaryFolder()
const environment = { REPLYWRIGHT_DATA: join(folder, "data") }
beforeAll(async () => {
  await seed(environment.REPLYWRIGHT_DATA)
  await runCommand("import", [sampleKnowledge], environment)
})
afterAll(remove)

const tryIt = (question: string) => runCommand("knowledge", ["try", ...question.split(" ")], environment)

test("a question is answered with the pages that a draft would draw on, and how likely the first one answers", async () => {
  const answer = await tryIt("How long do I have to send back a lamp that I don't like?")
  expect(answer).toMatch(/^The first page answers this with a chance of \d+ %/)
  expect(answer.split("\n\n")[1]).toMatch(/return/i)
})

test("a question that no page answers says so", async () =>
  expect(await tryIt("Which football club plays in the final on Saturday?")).toMatch(/none answers this/))

test("without a question, the usage is shown", async () =>
  expect(runCommand("knowledge", ["try"], environment)).rejects.toThrow(/knowledge try QUESTION/))
