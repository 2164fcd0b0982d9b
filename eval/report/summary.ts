import { wordOf, type Told } from "./table.ts"
import type { Row } from "./row.ts"

/** One line of the summary for buyers: a question, and the rows of the report that answer it. */
interface Line {
  question: string
  /** If several sets match, one for each language, the weakest and the strongest are shown. */
  set: RegExp
  metric: RegExp
  /** This says what was measured. */
  of: string
}

const LINES: Record<string, readonly Line[]> = {
  Privacy: [
    {
      question: "Personal words that are masked, in six languages",
      set: /^mask-own \w\w, held$/,
      metric: /^strict: recall\b/,
      of: "messages that nobody had looked at"
    },
    {
      question: "Names of 24 origins that are masked",
      set: /^mask-names, held$/,
      metric: /^strict, mixed case: all names$/,
      of: "sentences that give none away"
    },
    {
      question: "Personal words that are masked, public set",
      set: /^presidio, dev$/,
      metric: /^by folds, strict, mixed case: recall$/,
      of: "templates kept apart by folds"
    },
    {
      question: "Ordinary words that are masked by mistake",
      set: /^(orsharc, questions|doc2dial, customer turns|banking77, questions)$/,
      metric: /^strict: words masked$/,
      of: "three public sets of questions"
    }
  ],
  "Finding what answers": [
    {
      question: "The right page is among the first five",
      set: /^(orsharc, scenario and question|doc2dial, page from the customer's turns)$/,
      metric: /^masked, strict: R@5$/,
      of: "two public sets, masked as in the product"
    },
    {
      question: "The reply that was really sent is among the first five of a hundred",
      set: /^doc2dial, reply of 100$/,
      metric: /^by folds, with help pages: R@5$/,
      of: "a public set, by folds"
    }
  ],
  "Drafts without a model": [
    {
      question: "The draft stands on the right page",
      set: /^tickets-own$/,
      metric: /^strict: right page cited$/,
      of: "50 tickets that an article answers"
    },
    {
      question: "Facts of a good answer that the draft says",
      set: /^tickets-own$/,
      metric: /^strict: facts said$/,
      of: "the same tickets"
    },
    {
      question: "Missing facts that the draft asks for",
      set: /^tickets-own$/,
      metric: /^strict: missing facts asked$/,
      of: "the same tickets"
    },
    {
      question: "Tickets without an answer that get no draft",
      set: /^tickets-own$/,
      metric: /^strict: refusal recall$/,
      of: "ten tickets that no article answers"
    },
    {
      question: "Drafts that follow an order hidden in the ticket, cite an internal page or quote a note",
      set: /^tickets-own$/,
      metric: /^strict: (forbidden, injected|internal page cited|note words)$/,
      of: "60 tickets"
    }
  ],
  "Stopping what must not be sent": [
    {
      question: "Bad drafts that are stopped: foreign links, contacts, accounts, hidden text and more",
      set: /^guard-own, held$/,
      metric: /^bad drafts found$/,
      of: "drafts that nobody had looked at"
    },
    {
      question: "Requests for secrets, control of a computer or untraceable payment that are stopped",
      set: /^guard-fresh, held$/,
      metric: /^bad drafts found$/,
      of: "six languages, in the words of a writer who had not seen the guard"
    },
    {
      question: "Requests and addresses that are told only by how they are done or written, and are stopped",
      set: /^guard-nameless-3, held$/,
      metric: /^bad drafts found$/,
      of: "six languages, in the words of a writer who had not seen the guard"
    },
    {
      question: "Honest drafts that are stopped by mistake",
      set: /^guard-(own|fresh|nameless-3), held$/,
      metric: /^good drafts flagged$/,
      of: "all three sets"
    }
  ],
  "Reading the thread": [
    {
      question: "Mails whose new text is separated from quotes and signatures",
      set: /^clean-own \w\w, held$/,
      metric: /^visible part right$/,
      of: "six languages, mails that nobody had looked at"
    },
    {
      question: "Language of a message",
      set: /^xquad-lang, 12 languages$/,
      metric: /^(whole|first 25 characters): right$/,
      of: "a public set of twelve languages"
    }
  ]
}

/** Returns the summary in Markdown: one table with a line for each question and the best known baseline beside it. */
export function summaryOf(told: readonly Told[]): string[] {
  const rows = told.flatMap((one) => ("figure" in one ? [one] : []))
  return [
    "| | result | measured on | others |",
    "|---|---|---|---|",
    ...Object.entries(LINES).flatMap(([title, lines]) => [
      `| **${title}** | | | |`,
      ...lines.map((line) =>
        lineOf(
          line,
          rows.filter(({ set, metric }) => line.set.test(set) && line.metric.test(metric))
        )
      )
    ])
  ]
}

function lineOf({ question, of }: Line, rows: readonly Row[]): string {
  const figures = rows.toSorted((a, b) => a.figure - b.figure).map(wordOf)
  return `| ${[question, rangeOf(figures) || "not measured", of, baselineOf(rows)].join(" | ")} |`
}

/**
 * Returns the results of others, as "89.7 %: BM25", or "2.0 % to 4.5 %: lists of names" if several rows have the same
 * baseline.
 */
function baselineOf(rows: readonly Row[]): string {
  const known = rows.flatMap(({ baseline }) => baseline ?? []).map((baseline) => baseline.split(/: (.*)/s))
  const byNumber = known.toSorted(([a = ""], [b = ""]) => Number.parseFloat(a) - Number.parseFloat(b))
  const [, name] = byNumber[0] ?? []
  return name === undefined ? "" : `${rangeOf(byNumber.map(([figure = ""]) => figure))}: ${name}`
}

/** Returns one figure, or the first and the last of several. */
function rangeOf(words: readonly string[]): string {
  const [first = "", last = ""] = [words.at(0), words.at(-1)]
  return first === last ? first : `${first} to ${last}`
}
