/**
 * Whose knowledge it is: the team's own, or that of the sample shop, which answers tickets of the sample helpdesk
 * alone.
 */
export type Origin = "team" | "sample"
