import fc from "fast-check"

/** The same texts in every run, so that a change that breaks nothing never fails; the soak makes others each time. */
if (!process.env["REPLYWRIGHT_SOAK"]) fc.configureGlobal({ seed: 20_261_130 })
