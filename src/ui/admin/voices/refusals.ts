/** The relay's codes that are about the text of a voice itself. */
export const REFUSALS: ReadonlySet<string> = new Set(["voice-wrong", "voice-taken", "too-many-voices"])
