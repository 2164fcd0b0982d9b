import { existsSync } from "node:fs"
import { expect, test } from "vitest"
import { adapters } from "../../src/helpdesks/index.ts"
import { hostileContract } from "./hostile/contract.ts"
import { pronounContract } from "./names/contract.ts"
import { brokenPages } from "./broken-pages.ts"
import { adapterContract, brokenContract, listContract } from "./contract.ts"
import { chatwootCases } from "./chatwoot/cases.ts"
import { freshdeskCases } from "./freshdesk/cases.ts"
import { rt6Cases } from "./rt6/cases.ts"
import { freescoutCases } from "./freescout/cases.ts"
import { gmailCases } from "./gmail/cases.ts"
import { helpScoutCases } from "./help-scout/cases.ts"
import { frontCases } from "./front/cases.ts"
import { hubspotCases } from "./hubspot/cases.ts"
import { intercomCases } from "./intercom/cases.ts"
import { osticketCases } from "./osticket/cases.ts"
import { zammadCases } from "./zammad/cases.ts"
import { listCases } from "./list-cases.ts"
import { redmineCases } from "./redmine-cases.ts"
import { rtCases } from "./rt-cases.ts"
import { sampleCases } from "./sample-cases.ts"
import { zendeskCases } from "./zendesk-cases.ts"

/** What every adapter must do, on every page that was recorded or made for it. */
const cases = [
  ...sampleCases,
  ...rtCases,
  ...redmineCases,
  ...zendeskCases,
  ...freescoutCases,
  ...osticketCases,
  ...zammadCases,
  ...chatwootCases,
  ...freshdeskCases,
  ...gmailCases,
  ...intercomCases,
  ...helpScoutCases,
  ...frontCases,
  ...hubspotCases,
  ...rt6Cases
]

test("there are cases for every adapter, and all recordings are among them", () => {
  // Some have their own in their folder.
  const elsewhere = adapters.filter(({ id }) => existsSync(`src/helpdesks/${id}/${id}.test.ts`)).map(({ id }) => id)
  expect(new Set([...cases.map(({ adapter }) => adapter.id), ...elsewhere])).toEqual(
    new Set(adapters.map(({ id }) => id))
  )
  expect(rtCases).toHaveLength(20)
  expect(redmineCases).toHaveLength(12)
})

adapterContract(cases)
pronounContract(cases)
hostileContract(cases)
brokenContract(cases, brokenPages)

test("there is a list for every adapter that tells one", () => {
  const elsewhere = adapters.filter(({ id }) => existsSync(`src/helpdesks/${id}/${id}.test.ts`)).map(({ id }) => id)
  const told = adapters.filter(({ id, listTickets }) => listTickets && !elsewhere.includes(id)).map(({ id }) => id)
  expect(new Set(listCases.map(({ adapter }) => adapter.id))).toEqual(new Set(told))
})

listContract(listCases)
