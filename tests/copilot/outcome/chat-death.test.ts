import { expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { chat, MESSAGES, WHOLE } from "../help/chat-world.ts"
import { KEY } from "../help/world.ts"

const masked = WHOLE.replace("Anna Bergmann", "[PERSON_1]")

/** Sends all messages of a chat's draft. The worker dies at one step after the last one was sent. */
async function tale(killAt: number) {
  const all = await chat()
  await all.say(0)
  await all.say(1)
  await all.insert(2)
  const steps: string[] = []
  let died = ""
  all.steps.at = (name, worker) => {
    if (worker.dead || steps.push(name) !== killAt) return
    died = name
    worker.kill()
    setImmediate(() => all.revive())
  }
  all.page.send()
  void all.opened()
  await soon(async () => {
    all.clock.shift += 30_000
    void all.opened()
    void all.ask({ kind: "popup-report" })
    const store = await all.store()
    const { used } = (await store.tickets.get(KEY)) ?? {}
    expect({ used, reported: all.relay.seen.outcomes.length, ...(await store.counts()) }, died).toMatchObject({
      used: [],
      reported: 1,
      outcomes: 0
    })
  })
  all.steps.at = undefined
  await all.outcomes()
  return { all, steps, died, draft: await (await all.store()).drafts.get(all.id) }
}

test("the worker may die between the steps of counting a chat's reply: it is counted once, and its draft knows what was sent", {
  timeout: 240_000
}, async () => {
  const { steps } = await tale(-1)
  const whole = steps.map((name, at) => ({ name, killAt: at + 1 }))
  const rounds = whole.filter(({ name }) => name === "after store" || process.env["REPLYWRIGHT_SOAK"])
  expect(rounds.length).toBeGreaterThan(5)
  for (const { killAt } of rounds) {
    const { all, died, draft } = await tale(killAt)
    const where = `killed ${killAt}: ${died}`
    expect(all.relay.seen.outcomes, where).toHaveLength(1)
    expect(all.relay.seen.outcomes[0], where).toMatchObject({ kind: "inserted", sent: masked, editDistance: 0 })
    expect(draft?.sent, where).toEqual(MESSAGES)
  }
})
