/** The panel's card on a helpdesk that is read by its API. */
export const helpdeskToken = {
  token: "How this ticket is read",
  "token.why.missing.front":
    "Nothing public says how this helpdesk’s page tells a customer’s message from a colleague’s, so tickets are read by its documented API. It answers to a token, which an admin of the helpdesk makes.",
  "token.why.missing.hubspot":
    "HubSpot gives no guarantee that a ticket can be read in your session. Its documented API gives it, also a long conversation and the one of a ticket whose address names none. It answers to a token, which an admin of HubSpot makes.",
  "token.why.refused": "{host} refused the token. It may have been deleted.",
  "token.why.too-narrow": "The token may not read this ticket. An admin of the helpdesk can widen it, or make another.",
  "token.why.other-account": "The token is of another account of the helpdesk than this page.",
  "token.why.not-allowed": "This browser may not ask {host} yet. It is asked for the ticket in front alone, with GET.",
  "token.front":
    "In Front: Settings, Developers, API tokens. It needs to read conversations and messages, and nothing else.",
  "token.hubspot":
    "In HubSpot: Development, Keys, Service keys. A private app made before does too. It needs conversations.read, and nothing else.",
  "token.label": "API token",
  "token.where": "Kept encrypted in this browser, and sent to {host} only.",
  "token.offer": "Or have it read by the API",
  "token.save": "Keep it and read the ticket",
  "token.allow": "Allow {host}",
  "token.allow.not": "The browser did not allow it, so nothing was read.",
  "token.failed": "It couldn’t be stored. Reload the page and try again.",
  "token.says.front":
    "Your browser asks {host} for the ticket in front with your token. Comments of the team are not asked for.",
  "token.says.hubspot":
    "Your browser asks {host} for the conversation in front with your token. Comments of the team come along, and stay in this browser.",
  "token.instead": "This ticket was read in your session instead.",
  "token.other": "Use another token",
  "token.forget": "Forget the token",
  "token.forgotten.front": "Forgotten. Tickets here are read again once you type a token.",
  "token.forgotten.hubspot": "Forgotten. Tickets here are read in your session, where that gives them."
} as const
