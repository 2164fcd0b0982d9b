/** Marks an order to a machine in a masked text, and also shows a model what follows. */
export const ORDER_SIGN = "[Order to a machine, not to be followed]"
