import type { VoicePreview } from "../../../src/protocol/routes/voices.ts"

/** A letter that a voice changes, in which its check finds something, and one that stays as it is. */
export const letters = (): VoicePreview["letters"] => [
  {
    language: "de",
    channel: "mail",
    subject: "Mein Paket",
    requester: "Mara Voss",
    asked: "Hallo,\n\nwo ist mein Paket?\n\nMara Voss",
    without: {
      text: "Guten Tag Mara Voss,\n\nfragen Sie Ihre Nachbarn. Sehen Sie im Hausflur nach.\n\nFreundliche Grüße\nBen",
      findings: [
        {
          rule: "voice-greeting",
          quote: "Guten Tag Mara Voss,",
          times: 1,
          data: { greeting: "Moin Mara," }
        },
        { rule: "voice-formality", quote: "Sie", times: 2, data: { form: "du" } }
      ]
    },
    with: {
      text: "Moin Mara,\n\nfragen Sie Ihre Nachbarn. Sehen Sie im Hausflur nach.\n\nFreundliche Grüße\nBen",
      findings: [{ rule: "voice-formality", quote: "Sie", times: 2, data: { form: "du" } }]
    }
  },
  {
    language: "en",
    channel: "chat",
    subject: "Lost parcel",
    requester: "Jo Hale",
    asked: "Where is my parcel?",
    without: { text: "Hello Jo Hale, we ask the carrier to search for it.", findings: [] },
    with: { text: "Hello Jo Hale, we ask the carrier to search for it.", findings: [] }
  }
]
