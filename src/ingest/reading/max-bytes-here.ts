/** So many bytes of a text are read within a few milliseconds, in whatever way they are written. */
export const MAX_BYTES_HERE = 16_000
