/**
 * Returns text for a terminal without the characters that would steer it or turn the direction of what follows. Names
 * of imported files, titles of pages and texts of memories were written by others, and could colour, hide or replace
 * what a command prints. Line breaks and tabs stay.
 */
export const plainOutput = (text: string): string => text.replace(/[^\P{Cc}\n\t]+|[\u202a-\u202e\u2066-\u2069]+/gu, " ")

/** Returns the same as one line, so that nothing in it looks like a line of the command's own. */
export const plainLine = (text: string): string => plainOutput(text).replace(/[\n\t]+/g, " ")
