/** The choice of the interface's language, in the popup. */
export const language = {
  language: "Language",
  "language.browser": "The browser’s language: {name}"
} as const
