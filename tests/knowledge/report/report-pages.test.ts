import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "vitest"
import { createWebClient } from "../../../src/ingest/sources/web/web-client.ts"
import { keepDraft, page, pathsOf, reported } from "./report-help.ts"
import { ticket } from "../help/tickets.ts"

async function withTeam<T>(
  files: Record<string, string>,
  use: (team: Awaited<ReturnType<typeof reported>>) => Promise<T>
): Promise<T> {
  const team = await reported(files)
  try {
    return await use(team)
  } finally {
    await team.close()
  }
}

test("people in public articles; not the house's own contacts, brands and examples", () =>
  withTeam(
    {
      "billing.md": page("Invoices", "Please write to Patricia Hartley in accounts if an invoice is wrong."),
      "mail.md": page("Cancelling", "You can cancel by writing to patricia.hartley@acme-lamps.com at any time."),
      "phone.md": page("Repairs", "Repairs are planned by Mrs Hartley, on +44 20 7946 0958 in the mornings."),
      "de.md": page("Reklamation", "Wenden Sie sich bitte an Herrn Thomas Reuter, wenn etwas fehlt.", { locale: "de" }),
      "role.md": page("Contact", "Write to support@acme-lamps.com or call our customer service on +44 20 7946 0111."),
      "example.md": page(
        "Your profile",
        "Put your name there, such as Jane Doe, and an address like name@example.com."
      ),
      "brand.md": page(
        "Lamps",
        "The Halo Floor Lamp comes from our workshop in Ghent. Google Maps shows the way to Market Street."
      ),
      "es.md": page("Cancelar un pedido", "1. Abra su cuenta.\n2. Elija Cancelar pedido.", { locale: "es" }),
      "internal.md": page("Who is who", "Patricia Hartley does the invoices.", { visibility: "internal" })
    },
    async (team) => {
      const findings = await team.find("personal-data")
      expect([...new Set(pathsOf(findings))]).toEqual(["billing", "de", "mail", "phone"])
      expect(findings.find(({ documents }) => documents[0]?.title === "Cancelling")?.says).toBe(
        "A public page holds the mailbox of a person: patricia.hartley@acme-lamps.com."
      )
    }
  ))

test("a page that is translated, but not into a language that customers write in", () =>
  withTeam(
    {
      "en/returns.md": page("Returns", "Send it back.", { locale: "en" }),
      "de/returns.md": page("Rückgabe", "Schicken Sie es zurück.", { locale: "de" }),
      "en/refunds.md": page("Refunds", "You get it back.", { locale: "en" }),
      "de/refunds.md": page("Erstattung", "Sie erhalten es zurück.", { locale: "de" }),
      "fr/refunds.md": page("Remboursement", "Vous êtes remboursé.", { locale: "fr" }),
      "en/jobs.md": page("Jobs", "We look for people.", { locale: "en" })
    },
    async (team) => {
      expect(await team.find("missing-language")).toEqual([])
      for (let n = 0; n < 4; n++)
        await keepDraft(team.db, {
          ...ticket("Retour", "Bonjour, je voudrais retourner la lampe que j'ai commandée la semaine dernière."),
          ticketId: `fr${n}`,
          locale: "fr"
        })
      await keepDraft(team.db, {
        ...ticket("Devolución", "Hola, quiero devolver la lámpara que pedí la semana pasada, ¿cómo lo hago?"),
        ticketId: "es",
        locale: "es"
      })
      const [finding, ...others] = await team.find("missing-language")
      expect(others).toEqual([])
      expect(finding?.says).toMatch(
        /stands in (?:German, English|English, German), and not in French \(4 tickets lately\)/
      )
    }
  ))

test("links to the team's own pages that aren't there, and to what customers can't open", () =>
  withTeam(
    {
      "a.md": page(
        "A",
        "See [the second](https://help.acme.example/hc/en/articles/12-Second?x=1#top), [mail](mailto:x@acme.example) and [the shop](https://acme.example/shop).",
        { url: "https://help.acme.example/hc/en/articles/11-First" }
      ),
      "b.md": page("B", "See [how to pay](/hc/en/articles/99-Paying) and [elsewhere](https://other.example/gone).", {
        url: "https://help.acme.example/hc/en/articles/12"
      }),
      "c.md": page("C", "For [leads](https://help.acme.example/hc/en/articles/14).", {
        url: "https://help.acme.example/hc/en/articles/13-Third"
      }),
      "d.md": page("D", "Not for all.", {
        url: "https://help.acme.example/hc/en/articles/14-Fourth",
        visibility: "internal"
      }),
      "e.md": page(
        "E",
        "Files: [there](a.md), [gone](old/gone.md#part), [up](#top), [size](Größe.md), [two](two%20words.md)."
      ),
      "größe.md": page("F", "As large as it is."),
      "two words.md": page("G", "Two of them.")
    },
    async (team) => {
      const told = (await team.find("dead-link"))
        .map(({ documents, says }) => `${documents[0]?.title} “${documents[0]?.words}”: ${says}`)
        .sort()
      expect(told).toEqual([
        "B “how to pay”: No page that was imported has the address /hc/en/articles/99-Paying",
        "C “leads”: Customers can't open where a public page leads them, https://help.acme.example/hc/en/articles/14",
        "E “gone”: No page that was imported has the address old/gone.md#part"
      ])
    }
  ))

test("with a way to other hosts, only what they say is gone is dead", async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/gone" ? 404 : request.url === "/busy" ? 403 : 200).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve)
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const web = createWebClient({ allowHosts: [host], tries: 1 })
  try {
    await withTeam(
      {
        "a.md": page(
          "A",
          `[one](http://${host}/gone) [two](http://${host}/there) [three](http://${host}/busy) [four](http://10.1.2.3/inside)`
        )
      },
      async (team) => {
        expect(await team.find("dead-link")).toEqual([])
        const [finding, ...others] = await team.find("dead-link", { web })
        expect(others).toEqual([])
        expect(finding?.says).toBe(`There is nothing (status 404) at: http://${host}/gone`)
      }
    )
  } finally {
    web.close()
    server.close()
  }
})

test("what was asked and had no page is gathered by its words, with tickets to look at", () =>
  withTeam(
    {
      "returns.md": page("How to return a lamp", "You can return a lamp of your order within 30 days."),
      "parking.md": page("Parking", "There are three places for visitors behind the house."),
      "hours.md": page("Opening hours", "The shop is open from nine to five on all days but Sunday."),
      "wrapping.md": page("Presents", "We wrap presents in paper of your choice.")
    },
    async (team) => {
      for (let n = 0; n < 12; n++)
        await keepDraft(team.db, { ...ticket("My order", `How can I return my lamp ${n}?`), ticketId: `r${n}` })
      const open = [
        "Can I connect the lamp by bluetooth to my phone?",
        "Bluetooth pairing of my lamp fails on this phone.",
        "The phone does not find the lamp over Bluetooth.",
        "Do you sell gift cards?",
        "My order is odd."
      ]
      for (const [n, text] of open.entries())
        await keepDraft(team.db, { ...ticket("My order", text), ticketId: `b${n}` }, { refused: "no-answer" })
      await keepDraft(
        team.db,
        { ...ticket("Thanks", "Thank you, bluetooth works now."), ticketId: "thanks" },
        { refused: "nothing-asked" }
      )
      const report = await team.report()
      expect(report.coverage).toEqual({ weeks: 6, tickets: 17, searched: 17, answered: 12 })
      const clusters = report.findings.filter(({ kind }) => kind === "no-page")
      expect(clusters).toHaveLength(1)
      expect(clusters[0]?.says).toMatch(/^3 tickets .*Their words: .*bluetooth/)
      expect(clusters[0]?.tickets?.map(({ ticketId }) => ticketId).sort()).toEqual(["b0", "b1", "b2"])
    }
  ))
