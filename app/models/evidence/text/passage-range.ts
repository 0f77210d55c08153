/** How many passages an inspection can have: its number times this, and a count, are the ids of them. */
export const RANGE = 2 ** 32;
