/** Rows carry a tenant from the first day; there is one so far. */
export const TENANT = "default"
