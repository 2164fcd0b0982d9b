/** What helpdesks that nobody knows show: tickets without any page, which each layout draws in its own way. */
export interface ShownTicket {
  id: string
  subject: string
  messages: ShownLine[]
}

export interface ShownLine {
  by: "customer" | "agent" | "note"
  name: string
  /** ISO 8601 in UTC. */
  at: string
  text: string
}

/** No word of a note may leave the browser. */
export const NOTE_SECRET = "DEPOT-SECRET"

export const tickets: ShownTicket[] = [
  {
    id: "4711",
    subject: "Lamp arrived without its shade",
    messages: [
      {
        by: "customer",
        name: "Ines Duarte",
        at: "2026-11-19T16:02:00Z",
        text: "Hello, my Halo pendant lamp LL-48301 came today, but there is no shade in the box. Was it forgotten? You can reach me at ines.duarte@example.org."
      },
      {
        by: "note",
        name: "Priya Nair",
        at: "2026-11-19T16:20:00Z",
        text: `Packing photo shows the shade. ${NOTE_SECRET}`
      },
      {
        by: "agent",
        name: "Tom Ahlberg",
        at: "2026-11-19T17:10:00Z",
        text: "Hello Ines, could you look under the cardboard at the bottom?"
      },
      {
        by: "customer",
        name: "Ines Duarte",
        at: "2026-11-20T08:31:00Z",
        text: "I did. There is nothing. Can you send me one?"
      }
    ]
  },
  {
    id: "4712",
    subject: "Refund for the second kettle",
    messages: [
      {
        by: "customer",
        name: "Joel Quist",
        at: "2026-11-18T09:12:00Z",
        text: "Good morning. I sent the second kettle back on Monday. When do I get my money?"
      },
      {
        by: "agent",
        name: "Tom Ahlberg",
        at: "2026-11-18T10:00:00Z",
        text: "Good morning, it has arrived with us. I have asked the accounts team."
      },
      { by: "note", name: "Tom Ahlberg", at: "2026-11-18T10:05:00Z", text: `Asked Anna. ${NOTE_SECRET}` },
      { by: "customer", name: "Joel Quist", at: "2026-11-20T11:45:00Z", text: "Two days have passed. Any news?" }
    ]
  }
]

/** A layout of a helpdesk: the page of a ticket. Further addresses are for frames. */
export interface Layout {
  name: string
  page(ticket: ShownTicket, path: string): string
  /** How the agent gets at its parts. CSS selectors within the page, frames and shadow roots included by Playwright. */
  parts: { frame?: string; subject: string; text: (words: string) => string; reply: string }
}

export const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;")

/** Each click and key that reaches a part of the page is counted. */
export const COUNTING = `<script>
  window.pressed = []
  const types = ["pointerdown", "mousedown", "mouseup", "click", "keydown", "keypress", "keyup", "input", "submit"]
  for (const type of types)
    document.addEventListener(type, (event) => window.pressed.push(type + " " + event.target.localName), true)
</script>`

/** "19 Nov, 16:02" by the clock of this machine. */
export const shortDate = (at: string) => {
  const date = new Date(at)
  const month = date.toLocaleString("en", { month: "short" })
  return `${date.getDate()} ${month}, ${clock(at)}`
}
export const clock = (at: string) => {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`
}
