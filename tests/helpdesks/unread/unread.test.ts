import { JSDOM } from "jsdom"
import { describe, expect, test } from "vitest"
import type { Page } from "../../../src/helpdesks/contract/adapter.ts"
import { adapters } from "../../../src/helpdesks/index.ts"
import { recognisers } from "../../../src/helpdesks/recognisers.ts"
import { unreadHelpdesks } from "../../../src/helpdesks/unread.ts"
import { UNREAD_HELPDESKS } from "../../../src/ticket/page-recipe.ts"

/** A page of which nothing is known but its address. */
const pageAt = (address: string): Page => ({
  document: new JSDOM("<main><p>Hello</p><textarea></textarea></main>").window.document,
  url: new URL(address),
  fetch: () => Promise.reject(new Error("nobody is asked"))
})

test("each has an id that the panel has words for, and an adapter where the address names more", () => {
  expect(unreadHelpdesks.map(({ id }) => id)).toEqual([...UNREAD_HELPDESKS])
  const ids: string[] = adapters.map(({ id }) => id)
  expect(UNREAD_HELPDESKS.filter((id) => !ids.includes(id))).toEqual([])
})

describe("what is known by its address alone", () => {
  test.each([
    [
      "https://app.hubspot.com/help-desk/21635735/view/95291824/ticket/29859078751?messageId=88897188107#email",
      "hubspot"
    ],
    ["https://app-eu1.hubspot.com/help-desk/26586079/view/search/ticket/29859078751/", "hubspot"],
    ["https://app.hubspot.com/help-desk/21635735/view/95291824/list-view", undefined],
    ["https://app.hubspot.com/contacts/21635735/objects/0-1", undefined],
    ["https://hubspot.com/help-desk/1/view/2/ticket/3", undefined],
    ["https://app.hubspot.com.example.org/help-desk/1/view/2/ticket/3", undefined],
    ["https://pots.frontapp.com/inboxes/teams/folders/1", "front"],
    ["https://api2.frontapp.com/conversations/cnv_1", undefined],
    ["https://frontapp.com/", undefined],
    ["https://app.frontapp.com.example.org/open/cnv_1", undefined]
  ])("%s: %s", (address, id) => {
    const page = pageAt(address)
    expect(unreadHelpdesks.filter((one) => one.matches(page)).map((one) => one.id)).toEqual(id ? [id] : [])
    expect(Object.keys(recognisers).filter((name) => recognisers[name]?.(page))).toEqual(id ? [id] : [])
    expect(adapters.filter((adapter) => adapter.matches(page))).toEqual([])
  })
})

test.each([
  ["https://app-na3.hubspot.com/live-messages/6010218/inbox/11173394035#whatsapp", "hubspot"],
  ["https://app.hubspot.com/help-desk/21635735/view/95291824/ticket/29859078751/thread/11173394035#email", "hubspot"],
  ["https://app.frontapp.com/open/cnv_1hy0xnkq", "front"],
  ["https://pots.frontapp.com/inboxes/teams/folders/7281964/unassigned/117421069338", "front"]
])("%s is read by its adapter, and spotted once", (address, helpdesk) => {
  const page = pageAt(address)
  expect(unreadHelpdesks.filter((one) => one.matches(page))).toEqual([])
  expect(adapters.filter((adapter) => adapter.matches(page)).map(({ id }) => id)).toEqual([helpdesk])
  expect(Object.keys(recognisers).filter((name) => recognisers[name]?.(page))).toEqual([helpdesk])
})

test.each([
  ["https://app.hubspot.com/help-desk/1/view/2/ticket/3#email", true],
  ["https://app.hubspot.com/help-desk/1/view/2/ticket/3#live-chat", true],
  ["https://app.hubspot.com/live-messages/1/inbox/2#whatsapp", true],
  ["https://app.hubspot.com/help-desk/1/view/2/ticket/3#comment", false],
  ["https://app.hubspot.com/help-desk/1/view/2/ticket/3#something", false],
  ["https://app.hubspot.com/help-desk/1/view/2/ticket/3", false],
  ["https://app-eu1.hubspot.com/contacts/1/record/0-5/3", false],
  ["https://app.frontapp.com/open/cnv_1", true],
  ["https://desk.example/inbox/7", true]
])("%s: whether a box that was shown may be written into is %s", (address, may) => {
  expect(unreadHelpdesks.every((one) => one.mayBeReply(pageAt(address)))).toBe(may)
})
