/** A form of address before a name. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|sir|madam|dr|prof|frau|herrn?|monsieur|madame|mme|m|mademoiselle|señora?|sra?|don|doña|senhora?|exm[oa])\.?$/iu
